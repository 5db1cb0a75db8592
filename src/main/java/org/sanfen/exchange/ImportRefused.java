package org.sanfen.exchange;

import java.util.List;
import java.util.Optional;

/** A file or a wish that can't be met; the message is one sentence that says what to do. Nothing was changed. */
public class ImportRefused extends RuntimeException {

    private final Refusal why;
    private final String key;
    private final List<String> placeholders;

    public ImportRefused(String sentence) {
        this(sentence, null);
    }

    public ImportRefused(String sentence, Throwable cause) {
        this(sentence, cause, null, null, List.of());
    }

    /** @param placeholders of the sentence, names and values in turn */
    public ImportRefused(Refusal why, String... placeholders) {
        this(null, why, placeholders);
    }

    /** See {@link #ImportRefused(Refusal, String...)}. */
    public ImportRefused(Throwable cause, Refusal why, String... placeholders) {
        this(why.sentence(placeholders), cause, why, why.key(), List.of(placeholders));
    }

    /** @param key of the sentence in the i18n files; null where the message is the only one there is */
    protected ImportRefused(String sentence, Throwable cause, Refusal why, String key, List<String> placeholders) {
        super(sentence, cause);
        this.why = why;
        this.key = key;
        this.placeholders = placeholders;
    }

    public Optional<Refusal> findWhy() {
        return Optional.ofNullable(why);
    }

    /** Of a sentence in every language of the pages; empty where the message is the only one there is. */
    public Optional<String> findKey() {
        return Optional.ofNullable(key);
    }

    /** Placeholder names and values in turn, for the sentence in another language. */
    public List<String> placeholders() {
        return placeholders;
    }

    /** What of a request is refused. */
    public String parameter() {
        return "file";
    }
}
