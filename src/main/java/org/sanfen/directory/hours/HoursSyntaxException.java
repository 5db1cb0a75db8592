package org.sanfen.directory.hours;

/** Opening hours that can't be read; the message is a clause that names the place. */
public final class HoursSyntaxException extends Exception {

    private static final long serialVersionUID = 1;

    HoursSyntaxException(String message) {
        super(message);
    }
}
