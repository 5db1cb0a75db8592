package org.sanfen.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The options of a command that takes nothing else.
 *
 * @param command its name, for sentences
 * @param given option to value; a flag's value is empty
 */
record Options(String command, Map<String, String> given) {

    /**
     * Reads them; the last of two equal ones counts.
     *
     * @param valued options that a value follows
     * @param flags options without one
     * @throws UserError for anything else
     */
    static Options read(String command, List<String> arguments, Set<String> valued, Set<String> flags) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (flags.contains(word)) {
                given.put(word, "");
            } else if (!valued.contains(word)) {
                List<String> known = java.util.stream.Stream.concat(valued.stream(), flags.stream())
                        .sorted()
                        .toList();
                throw new UserError((word.startsWith("-") ? "There is no option " : "There is no use for ") + word
                        + "; " + command + " knows " + String.join(", ", known) + ".");
            } else if (i + 1 == arguments.size() || arguments.get(i + 1).startsWith("-")) {
                throw new UserError("The option " + word + " needs a value after it.");
            } else {
                given.put(word, arguments.get(++i));
            }
        }
        return new Options(command, given);
    }

    boolean has(String option) {
        return given.containsKey(option);
    }

    Optional<String> find(String option) {
        return Optional.ofNullable(given.get(option));
    }

    /** @throws UserError with the sentence where the option is missing */
    String get(String option, String sentence) {
        return find(option).orElseThrow(() -> new UserError(sentence));
    }
}
