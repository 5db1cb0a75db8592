package org.sanfen.cli;

import java.io.PrintStream;
import java.util.List;

/** One command of {@code ./run}, run in an application context without a web server. */
public interface Command {

    /**
     * Runs to its end.
     *
     * @param arguments the words after the name
     * @param out for results and progress
     * @return the process's exit code: 0 for success
     * @throws UserError for what the person at the keyboard can mend
     */
    int run(List<String> arguments, PrintStream out) throws Exception;
}
