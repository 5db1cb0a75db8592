package org.sanfen.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sanfen.exchange.Populations;
import org.sanfen.place.PlaceStore;
import org.sanfen.web.Messages;
import org.springframework.stereotype.Component;

/** {@code ./run population}: takes the residents of a place's areas from a CSV file. */
@Component
class PopulationCommand implements Command {

    private static final int SHOWN = 20;

    private final Populations populations;
    private final PlaceStore places;
    private final Messages messages;

    PopulationCommand(Populations populations, PlaceStore places, Messages messages) {
        this.populations = populations;
        this.places = places;
        this.messages = messages;
    }

    @Override
    public int run(List<String> arguments, PrintStream out) throws IOException {
        if (arguments.size() != 3 || !arguments.contains("--place")) {
            throw new UserError("Say which file and which place: ./run population FILE.csv --place ID.");
        }
        int option = arguments.indexOf("--place");
        if (option == 2) {
            throw new UserError("The option --place needs a value after it.");
        }
        String place = arguments.get(option + 1);
        Path file = Path.of(arguments.get(option == 0 ? 2 : 0));
        if (places.findPlace(place).isEmpty()) {
            throw new UserError("There is no place \"" + place + "\"; ./run places lists those there are.");
        }
        if (!Files.isReadable(file)) {
            throw new UserError("The file " + file + " can't be read.");
        }
        Populations.Outcome outcome = populations.apply(place, Files.readAllBytes(file), null);
        print(outcome, out);
        return outcome.changes().isEmpty() && outcome.unchanged() == 0 ? 1 : 0;
    }

    private void print(Populations.Outcome outcome, PrintStream out) {
        out.printf(
                "%d areas have new residents, %d had theirs already; %d areas of the place are still without.%n",
                outcome.changes().size(), outcome.unchanged(), outcome.without());
        outcome.changes().stream()
                .limit(SHOWN)
                .forEach(change -> out.printf(
                        "  %s %s: %s -> %d%n",
                        change.area(), change.name(), change.before() == null ? "-" : change.before(), change.after()));
        if (outcome.changes().size() > SHOWN) {
            out.printf("  ... and %d more%n", outcome.changes().size() - SHOWN);
        }
        for (Populations.BadRow row : outcome.bad()) {
            out.printf("Line %d (\"%s\"): %s%n", row.line(), row.value(), messages.text("en", row.reason()));
        }
    }
}
