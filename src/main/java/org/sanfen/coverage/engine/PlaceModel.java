package org.sanfen.coverage.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Location;
import org.sanfen.demand.Building;
import org.sanfen.demand.Population;
import org.sanfen.geo.LonLat;
import org.sanfen.place.AreaOutline;
import org.sanfen.street.engine.LocalFrame;
import org.sanfen.street.engine.Snapper;
import org.sanfen.street.engine.StreetGraph;

/**
 * A place as every run sees it: streets, buildings with their weights, areas with what lies in them. Made once for a
 * version of the data; links of buildings to streets are worked out on first use. Thread-safe.
 */
public final class PlaceModel {

    final StreetGraph graph;
    final Snapper snapper;
    final List<Building> buildings;
    final long[] milliResidents;
    final long[] floorMilliM2;
    final Footprint[] footprints;
    final List<ModelArea> areas;
    final Raster raster;
    final PlaceSpots spots;
    private final List<int[]> otherBuildings;
    private final Links[] links = new Links[2];
    private double[] builtUp;
    private BuildingBoxes boxes;

    /** @param areas the root area first, then in the order in which figures are wanted */
    public PlaceModel(StreetGraph graph, Snapper snapper, List<Building> buildings, List<AreaOutline> areas) {
        this(graph, snapper, buildings, List.of(), areas);
    }

    /** @param otherBuildings outlines of buildings in which nobody lives: they make ground built-up, too */
    public PlaceModel(
            StreetGraph graph,
            Snapper snapper,
            List<Building> buildings,
            List<int[]> otherBuildings,
            List<AreaOutline> areas) {
        this.graph = graph;
        this.snapper = snapper;
        this.buildings = buildings;
        this.otherBuildings = otherBuildings;
        this.floorMilliM2 = buildings.stream().mapToLong(Building::floorMilliM2).toArray();
        this.milliResidents = Population.share(buildings, areas);
        this.footprints = buildings.stream().map(Footprint::of).toArray(Footprint[]::new);
        this.raster = Raster.over(areas);
        this.areas = lieIn(areas);
        this.spots = new PlaceSpots(snapper, this.areas);
    }

    /** Ids of the areas, in the order of a result's figures. */
    public List<String> areaIds() {
        return areas.stream().map(one -> one.area().id()).toList();
    }

    public AreaOutline area(int number) {
        return areas.get(number).area();
    }

    /** Whether an area contains a position, its border included: as the figures count points. */
    public boolean contains(int number, LonLat position) {
        return areas.get(number).outline().locate(LocalFrame.units(position.lon()), LocalFrame.units(position.lat()))
                != Location.EXTERIOR;
    }

    public StreetGraph graph() {
        return graph;
    }

    /** Where the buildings meet the streets. */
    Links links(boolean privateWays) {
        synchronized (links) {
            int which = privateWays ? 1 : 0;
            if (links[which] == null) {
                links[which] = Links.of(buildings, snapper, privateWays);
            }
            return links[which];
        }
    }

    /** Where the buildings are, for whoever searches them by place. */
    BuildingBoxes boxes() {
        synchronized (footprints) {
            if (boxes == null) {
                boxes = new BuildingBoxes(footprints);
            }
            return boxes;
        }
    }

    /** Share of an area's ground that is built up: cells of 5 m within 50 m of a building's outline (section 5). */
    public double builtUpShare(int number) {
        synchronized (links) {
            if (builtUp == null) {
                builtUp = BuiltUpGround.shares(this, otherBuildings);
            }
            return builtUp[number];
        }
    }

    /** One unit of demand for all areas (section 1): residents where those of the whole place are known. */
    private List<ModelArea> lieIn(List<AreaOutline> wanted) {
        Map<String, AreaClipper> clippers = new HashMap<>();
        Map<String, Set<Integer>> onBorders = new HashMap<>();
        AreaOutlineGrid[] outlines = new AreaOutlineGrid[wanted.size()];
        AreaPieces[] pieces = new AreaPieces[wanted.size()];
        int[][] insides = new int[wanted.size()][];
        Integer[] byId = new Integer[wanted.size()];
        Arrays.setAll(byId, i -> i);
        Arrays.sort(byId, Comparator.comparing(i -> wanted.get(i).id()));
        for (int i : byId) {
            AreaOutline area = wanted.get(i);
            outlines[i] = new AreaOutlineGrid(area.outline());
            String siblings = area.layer() + "/"
                    + (area.adminLevel() == null
                            ? Objects.toString(area.parentId(), "")
                            : "level " + area.adminLevel());
            pieces[i] = clippers.computeIfAbsent(siblings, any -> new AreaClipper(graph))
                    .clip(outlines[i]);
            insides[i] = inside(outlines[i], onBorders.computeIfAbsent(siblings, any -> new HashSet<>()));
        }
        boolean inResidents = wanted.stream().anyMatch(area -> area.residents() != null)
                && Arrays.stream(insides[0]).noneMatch(b -> milliResidents[b] == Population.UNKNOWN);
        return IntStream.range(0, insides.length)
                .mapToObj(i -> new ModelArea(
                        wanted.get(i),
                        outlines[i],
                        pieces[i],
                        insides[i],
                        inResidents,
                        raster.area(wanted.get(i).outline())))
                .toList();
    }

    private int[] inside(AreaOutlineGrid outline, Set<Integer> onBorders) {
        List<Integer> inside = new ArrayList<>();
        for (int b = 0; b < buildings.size(); b++) {
            Building building = buildings.get(b);
            if (outline.meets(building.lon(), building.lat(), building.lon(), building.lat())) {
                int location = outline.locate(building.lon(), building.lat());
                if (location == Location.INTERIOR || location == Location.BOUNDARY && onBorders.add(b)) {
                    inside.add(b);
                }
            }
        }
        return inside.stream().mapToInt(Integer::intValue).toArray();
    }
}
