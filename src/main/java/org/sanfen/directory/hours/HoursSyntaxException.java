package org.sanfen.directory.hours;

/** Why a text is no opening hours: in English for a reader of the interface, and as a key for whoever typed it. */
public final class HoursSyntaxException extends Exception {

    private final String key;
    private final transient Object[] values;

    /**
     * A reason.
     *
     * @param message a clause without a full stop
     * @param key of the whole sentence in the i18n files
     * @param values placeholder names and values in turn
     */
    HoursSyntaxException(String message, String key, Object... values) {
        super(message);
        this.key = key;
        this.values = values;
    }

    public String key() {
        return key;
    }

    public Object[] values() {
        return values;
    }
}
