package org.sanfen.exchange;

import java.util.List;
import java.util.Optional;

/** A file or a wish that can't be met; the message is one sentence that says what to do. Nothing was changed. */
public class ImportRefused extends RuntimeException {

    private final Refusal why;
    private final List<String> placeholders;

    public ImportRefused(String sentence) {
        this(sentence, null);
    }

    public ImportRefused(String sentence, Throwable cause) {
        super(sentence, cause);
        this.why = null;
        this.placeholders = List.of();
    }

    /** @param placeholders of the sentence, names and values in turn */
    public ImportRefused(Refusal why, String... placeholders) {
        this(null, why, placeholders);
    }

    /** See {@link #ImportRefused(Refusal, String...)}. */
    public ImportRefused(Throwable cause, Refusal why, String... placeholders) {
        super(why.sentence(placeholders), cause);
        this.why = why;
        this.placeholders = List.of(placeholders);
    }

    /** Why, with a sentence in every language of the pages; empty where the message is the only one there is. */
    public Optional<Refusal> findWhy() {
        return Optional.ofNullable(why);
    }

    /** Placeholder names and values in turn, for the sentence in another language. */
    public List<String> placeholders() {
        return placeholders;
    }
}
