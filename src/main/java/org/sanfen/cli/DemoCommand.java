package org.sanfen.cli;

import java.io.PrintStream;
import java.util.List;
import org.sanfen.exchange.FirstRun;
import org.springframework.stereotype.Component;

/** {@code ./run demo remove}: takes the places of the first start away for good. */
@Component
class DemoCommand implements Command {

    private final FirstRun content;

    DemoCommand(FirstRun content) {
        this.content = content;
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (!arguments.equals(List.of("remove"))) {
            throw new UserError("Say what to do with the places of the first start: ./run demo remove.");
        }
        List<String> gone = content.remove();
        gone.forEach(
                place -> out.println("Removed " + place + " with its streets, buildings, areas, points and history."));
        out.println(
                gone.isEmpty()
                        ? "There was no place of the first start; none will be loaded."
                        : "They don't come back at the next start.");
        return 0;
    }
}
