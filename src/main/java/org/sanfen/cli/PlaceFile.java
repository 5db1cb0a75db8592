package org.sanfen.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sanfen.exchange.register.CharsetFinder;
import org.sanfen.place.PlaceStore;

/**
 * What a command is given that takes one table into one place: {@code FILE.csv --place ID}, either first.
 *
 * @param place id of one that is there
 * @param file that can be read
 */
record PlaceFile(String place, Path file) {

    /** @throws UserError for anything else */
    static PlaceFile read(String command, List<String> arguments, PlaceStore places) {
        int option = arguments.indexOf("--place");
        if (arguments.size() != 3 || option < 0) {
            throw new UserError("Say which file and which place: ./run %s FILE.csv --place ID.".formatted(command));
        }
        if (option == 2) {
            throw new UserError("The option --place needs a value after it.");
        }
        String place = arguments.get(option + 1);
        if (places.findPlace(place).isEmpty()) {
            throw new UserError("There is no place \"" + place + "\"; ./run places lists those there are.");
        }
        Path file = Path.of(arguments.get(option == 0 ? 2 : 0));
        if (Files.isDirectory(file) || !Files.isReadable(file)) {
            throw new UserError("The file " + file + " can't be read.");
        }
        return new PlaceFile(place, file);
    }

    byte[] bytes() throws IOException {
        return Files.readAllBytes(file);
    }

    /** In whichever encoding: spreadsheets of East Asia write their old ones. */
    String text() throws IOException {
        byte[] bytes = bytes();
        return new String(bytes, CharsetFinder.best(new ByteArrayInputStream(bytes)));
    }
}
