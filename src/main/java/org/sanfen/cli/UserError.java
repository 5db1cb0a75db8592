package org.sanfen.cli;

/** Something that the person at the keyboard can mend; its message is one sentence that says how. */
public class UserError extends RuntimeException {

    public UserError(String sentence) {
        super(sentence);
    }

    public UserError(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
