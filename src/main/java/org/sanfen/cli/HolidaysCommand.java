package org.sanfen.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.sanfen.directory.Holidays;
import org.sanfen.place.PlaceStore;
import org.springframework.stereotype.Component;

/** {@code ./run holidays}: replaces a place's own list of holidays. */
@Component
class HolidaysCommand implements Command {

    private final Holidays holidays;
    private final PlaceStore places;

    HolidaysCommand(Holidays holidays, PlaceStore places) {
        this.holidays = holidays;
        this.places = places;
    }

    @Override
    public int run(List<String> arguments, PrintStream out) throws IOException {
        PlaceFile given = PlaceFile.read("holidays", arguments, places);
        List<String> wrong = holidays.replace(given.place(), given.text());
        wrong.forEach(out::println);
        out.println(
                wrong.isEmpty()
                        ? "The holidays of " + given.place() + " are those of the file."
                        : "Nothing was changed.");
        return wrong.isEmpty() ? 0 : 1;
    }
}
