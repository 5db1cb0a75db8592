package org.sanfen.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
        int option = arguments.indexOf("--place");
        if (arguments.size() != 3 || option < 0 || option == 2) {
            throw new UserError("Say which file and which place: ./run holidays FILE.csv --place ID.");
        }
        String place = arguments.get(option + 1);
        Path file = Path.of(arguments.get(option == 0 ? 2 : 0));
        if (places.findPlace(place).isEmpty()) {
            throw new UserError("There is no place \"" + place + "\"; ./run places lists those there are.");
        }
        if (!Files.isReadable(file)) {
            throw new UserError("The file " + file + " can't be read.");
        }
        List<String> wrong = holidays.replace(place, Files.readString(file));
        wrong.forEach(out::println);
        out.println(wrong.isEmpty() ? "The holidays of " + place + " are those of the file." : "Nothing was changed.");
        return wrong.isEmpty() ? 0 : 1;
    }
}
