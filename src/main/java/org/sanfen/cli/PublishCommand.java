package org.sanfen.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import org.sanfen.coverage.PublishMode;
import org.sanfen.coverage.stored.Publishing;
import org.springframework.stereotype.Component;

/** {@code ./run publish}: shows a place's coverage to the public, once or with every change. */
@Component
class PublishCommand implements Command {

    private static final String AUTOMATIC = "--automatic";
    private static final String BY_HAND = "--by-hand";

    private final Publishing publishing;

    PublishCommand(Publishing publishing) {
        this.publishing = publishing;
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        List<String> options =
                arguments.stream().filter(word -> word.startsWith("--")).toList();
        List<String> places =
                arguments.stream().filter(word -> !word.startsWith("--")).toList();
        options.stream()
                .filter(option -> !Set.of(AUTOMATIC, BY_HAND).contains(option))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new UserError("There is no option " + unknown + "; publish knows --automatic and --by-hand.");
                });
        if (places.size() != 1 || options.size() > 1) {
            throw new UserError("Say which place, and one way at most: ./run publish PLACE [--automatic|--by-hand].");
        }
        String place = places.get(0);
        PublishMode mode = publishing
                .findMode(place)
                .orElseThrow(() ->
                        new UserError("There is no place \"" + place + "\"; ./run places lists those there are."));
        if (options.isEmpty()) {
            publishNow(place, mode, out);
        } else {
            PublishMode wanted = options.get(0).equals(AUTOMATIC) ? PublishMode.AUTOMATIC : PublishMode.BY_HAND;
            publishing.setMode(place, wanted, null);
            out.println(
                    wanted == PublishMode.AUTOMATIC
                            ? "The public sees every change of \"" + place + "\" from now on."
                            : "The public goes on seeing \"" + place + "\" as it is now, until you publish again.");
        }
        return 0;
    }

    private void publishNow(String place, PublishMode mode, PrintStream out) {
        if (mode == PublishMode.AUTOMATIC) {
            out.println("\"" + place + "\" shows every change by itself; --by-hand ends that.");
        } else {
            out.println("The public sees \"" + place + "\" as it is at change number "
                    + publishing.publish(place, null, null).changeNumber() + ".");
        }
    }
}
