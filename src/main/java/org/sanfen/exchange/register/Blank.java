package org.sanfen.exchange.register;

/** Blanks that {@link String#strip} leaves: the no-break space and the marks of width zero. */
final class Blank {

    private Blank() {}

    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && is(text.charAt(from))) {
            from++;
        }
        while (to > from && is(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean is(char c) {
        return Character.isWhitespace(c) || c == '\u00a0' || c == '\u200b' || c == '\u202f' || c == '\ufeff';
    }
}
