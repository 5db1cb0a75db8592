package org.sanfen.tile;

import java.util.ArrayList;
import java.util.List;

/**
 * The zoom at which a place's basemap is cut into blocks: tiles at least 2 km wide on the ground everywhere in the place
 * (directory.md, "Nobody is tracked"). The browser computes the same in frontend/src/map/blocks.ts; BlocksTest and
 * blocks.test.ts share their examples. Tiles are Web Mercator's: x east from 180° W, y south from 85.05° N.
 */
final class Blocks {

    private static final double EQUATOR_KM = 40075.016686;
    private static final double SMALLEST_KM = 2;
    private static final int HIGHEST = 15;

    /** Above the block zoom, tiles every so many zooms show the whole place in outline, until it is a few tiles. */
    private static final int OVERVIEW_STEP = 3;

    private static final int FEW = 4;

    private Blocks() {}

    /** A tile by zoom, column from the west and row from the north. */
    record Tile(int z, int x, int y) {}

    /** Zooms of the overview, finest first; the last shows the place in a few tiles. */
    static List<Integer> overviewZooms(List<Double> bounds) {
        List<Integer> zooms = new ArrayList<>();
        for (int z = zoom(bounds) - OVERVIEW_STEP; z >= 0; z -= OVERVIEW_STEP) {
            zooms.add(z);
            if (count(bounds, z) <= FEW) {
                break;
            }
        }
        return zooms;
    }

    /** How many tiles of a zoom the bounds touch. */
    static long count(List<Double> bounds, int z) {
        return (long) columns(bounds, z) * (row(bounds.get(1), z) - row(bounds.get(3), z) + 1);
    }

    /** All tiles of a zoom that the bounds touch, row by row. */
    static List<Tile> over(List<Double> bounds, int z) {
        int size = 1 << z;
        int west = column(bounds.get(0), z);
        List<Tile> tiles = new ArrayList<>();
        for (int y = row(bounds.get(3), z); y <= row(bounds.get(1), z); y++) {
            for (int i = 0; i < columns(bounds, z); i++) {
                tiles.add(new Tile(z, (west + i) % size, y));
            }
        }
        return tiles;
    }

    /** Eastwards, over the 180th meridian where the bounds do. */
    private static int columns(List<Double> bounds, int z) {
        return Math.floorMod(column(bounds.get(2), z) - column(bounds.get(0), z), 1 << z) + 1;
    }

    private static int column(double lon, int z) {
        int size = 1 << z;
        return Math.min(Math.max((int) Math.floor((lon + 180) / 360 * size), 0), size - 1);
    }

    /**
     * The block zoom of a place.
     *
     * @param bounds west, south, east, north in degrees
     */
    static int zoom(List<Double> bounds) {
        for (int z = HIGHEST; z > 0; z--) {
            if (narrowestKm(bounds, z) >= SMALLEST_KM) {
                return z;
            }
        }
        return 0;
    }

    /** Width in km, at its poleward edge, of the narrowest tile of a zoom that touches the bounds. */
    static double narrowestKm(List<Double> bounds, int z) {
        double top = latitude(row(bounds.get(3), z), z);
        double bottom = latitude(row(bounds.get(1), z) + 1, z);
        double poleward = Math.max(Math.abs(top), Math.abs(bottom));
        return EQUATOR_KM * Math.cos(Math.toRadians(poleward)) / (1 << z);
    }

    private static int row(double lat, int z) {
        double sin = Math.sin(Math.toRadians(lat));
        int size = 1 << z;
        int row = (int) Math.floor((0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * size);
        return Math.min(Math.max(row, 0), size - 1);
    }

    /** Latitude in degrees of a row's northern edge. */
    private static double latitude(int row, int z) {
        return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2.0 * row / (1 << z)))));
    }
}
