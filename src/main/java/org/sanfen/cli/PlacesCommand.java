package org.sanfen.cli;

import java.io.PrintStream;
import java.util.List;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.springframework.stereotype.Component;

/** {@code ./run places}: what is loaded, a place a line. */
@Component
class PlacesCommand implements Command {

    private final PlaceStore places;

    PlacesCommand(PlaceStore places) {
        this.places = places;
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        List<Place> all = places.listPlaces();
        for (Place place : all) {
            out.printf(
                    "%-20s %s, %s%s%n",
                    place.id(), place.name(), place.zone(), place.firstRun() ? ", loaded by the first start" : "");
        }
        if (all.isEmpty()) {
            out.println("There is no place yet; ./run import brings one.");
        }
        return 0;
    }
}
