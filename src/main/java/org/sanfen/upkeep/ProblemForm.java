package org.sanfen.upkeep;

import java.util.Map;

/**
 * The form as somebody filled it, to be shown again with what is wrong at each field.
 *
 * @param category id of the chosen category; empty for none
 * @param text as typed
 * @param trap what stands in the field that people don't see
 * @param hadPhoto whether a file was chosen: a browser never fills that in again
 * @param errors field to sentence, in the page's language
 */
record ProblemForm(String category, String text, String trap, boolean hadPhoto, Map<String, String> errors) {

    /** Longest text, in characters as the database counts them. */
    static final int MOST_TEXT = 1000;

    static final ProblemForm EMPTY = new ProblemForm("", "", "", false, Map.of());

    ProblemForm with(Map<String, String> complaints) {
        return new ProblemForm(category, text, trap, hadPhoto, complaints);
    }

    /** Whether this is the chosen category. */
    public boolean chose(String id) {
        return category.equals(id);
    }
}
