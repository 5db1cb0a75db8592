package org.sanfen.exchange.job;

import java.util.Arrays;
import org.sanfen.exchange.ImportRefused;
import org.sanfen.web.Messages;

/** How a file is to be read can't be meant; the sentence is in the i18n files. Nothing was changed. */
public final class ChoiceRefused extends ImportRefused {

    private final String field;

    /** @param values names and values of the sentence's placeholders in turn */
    public ChoiceRefused(Messages messages, String field, String key, Object... values) {
        super(
                messages.text("en", key, values),
                null,
                null,
                key,
                Arrays.stream(values).map(String::valueOf).toList());
        this.field = field;
    }

    /** The same refusal, of a field of the choice. */
    public ChoiceRefused(String field, ImportRefused why) {
        super(why.getMessage(), why, why.findWhy().orElse(null), why.findKey().orElse(null), why.placeholders());
        this.field = field;
    }

    /** Field of the choice that is meant. */
    @Override
    public String parameter() {
        return field;
    }
}
