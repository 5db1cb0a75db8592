package org.sanfen.tile;

import java.util.List;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.sanfen.web.ApiProblem;
import org.springframework.stereotype.Component;

/** What holds for the address of every tile, whatever it draws: no tile is finer than the place's blocks. Thread-safe. */
@Component
class TileRule {

    private static final List<Double> WORLD = List.of(-180.0, -85.0, 180.0, 85.0);

    private final PlaceStore places;

    TileRule(PlaceStore places) {
        this.places = places;
    }

    /**
     * The zoom of the place's blocks, for an address that has a tile.
     *
     * @throws ApiProblem not found, for an unknown place, a zoom finer than the blocks, or x and y beyond the zoom's grid
     */
    int getBlockZoom(String place, int z, int x, int y) {
        Place known = places.findPlace(place)
                .orElseThrow(() -> ApiProblem.notFound("There is no place \"" + place + "\"; /api/places lists them."));
        int blockZoom = Blocks.zoom(known.bounds() == null ? WORLD : known.bounds());
        if (z < 0 || z > blockZoom) {
            throw ApiProblem.notFound("The tiles of " + place + " end at zoom " + blockZoom
                    + ": a finer one would tell where somebody looks.");
        }
        if (x < 0 || y < 0 || x >= 1 << z || y >= 1 << z) {
            throw ApiProblem.notFound("At zoom " + z + ", x and y go from 0 to " + ((1 << z) - 1) + ".");
        }
        return blockZoom;
    }
}
