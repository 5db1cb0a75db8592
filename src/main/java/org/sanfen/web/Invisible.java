package org.sanfen.web;

import java.util.regex.Pattern;

/**
 * Characters that have no place in a name: controls, line breaks among them, and those that turn the direction of writing,
 * by which a name can be made to read as another. Marks that letters of a script need stay. Pure.
 */
public final class Invisible {

    private static final Pattern CHARACTERS = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]");

    private Invisible() {}

    public static boolean isIn(String text) {
        return CHARACTERS.matcher(text).find();
    }

    /** The text without them, a space in the place of each line break; for what a machine says, which nobody can be asked to write anew. */
    public static String without(String text) {
        return CHARACTERS
                .matcher(text.replaceAll("[\\r\\n\\t\\u2028\\u2029]+", " "))
                .replaceAll("")
                .strip();
    }
}
