package org.sanfen.cli;

import java.io.IOException;
import java.io.PrintStream;
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
        PlaceFile given = PlaceFile.read("population", arguments, places);
        Populations.Outcome outcome = populations.apply(given.place(), given.bytes(), null);
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
