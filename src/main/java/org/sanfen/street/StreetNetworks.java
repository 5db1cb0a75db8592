package org.sanfen.street;

import org.sanfen.street.engine.Barriers;
import org.sanfen.street.engine.Snapper;
import org.sanfen.street.engine.StreetGraph;
import org.sanfen.street.engine.StreetGraphBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/**
 * Loads walking networks. Keeps none: whoever asks keeps it together with what was made from it, for as long as the
 * change numbers of streets and basemap stand. Thread-safe.
 */
@Service
@EnableConfigurationProperties(StreetSettings.class)
public class StreetNetworks {

    private final StreetStore streets;
    private final StreetSettings settings;

    StreetNetworks(StreetStore streets, StreetSettings settings) {
        this.streets = streets;
        this.settings = settings;
    }

    /** The place's current network; without streets, an empty one. */
    public StreetNetwork loadNetwork(String placeId) {
        StreetGraph graph = loadGraph(placeId);
        Barriers barriers = new Barriers(streets.listBarriers(placeId));
        return new StreetNetwork(graph, new Snapper(graph, barriers, longestLegMm()));
    }

    /** The place's current streets alone. */
    StreetGraph loadGraph(String placeId) {
        StreetGraphBuilder builder = new StreetGraphBuilder();
        streets.eachStreet(placeId, builder::add);
        return builder.build(Math.round(settings.smallestPieceM() * 1000));
    }

    int longestLegMm() {
        return (int) Math.round(settings.longestLegM() * 1000);
    }

    /** The place's streets as they were at a change number: what the lines of an earlier run are cut from. */
    public StreetGraph loadGraph(String placeId, long changeNumber) {
        StreetGraphBuilder builder = new StreetGraphBuilder();
        streets.eachStreet(placeId, changeNumber, builder::add);
        return builder.build(Math.round(settings.smallestPieceM() * 1000));
    }
}
