package org.sanfen.exchange;

/** A file or a wish that can't be met; the message is one sentence that says what to do. Nothing was changed. */
public class ImportRefused extends RuntimeException {

    public ImportRefused(String sentence) {
        super(sentence);
    }

    public ImportRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
