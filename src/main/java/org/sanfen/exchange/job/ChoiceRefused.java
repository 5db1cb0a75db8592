package org.sanfen.exchange.job;

import org.sanfen.exchange.ImportRefused;
import org.sanfen.web.Messages;

/** How a file is to be read can't be meant; the sentence is in the i18n files. Nothing was changed. */
public final class ChoiceRefused extends ImportRefused {

    private final String field;
    private final String key;
    private final transient Object[] values;

    public ChoiceRefused(Messages messages, String field, String key, Object... values) {
        super(messages.text("en", key, values));
        this.field = field;
        this.key = key;
        this.values = values;
    }

    /** Field of the choice that is meant. */
    public String field() {
        return field;
    }

    /** Of the sentence in the i18n files. */
    public String key() {
        return key;
    }

    /** Names and values of its placeholders in turn. */
    public Object[] values() {
        return values;
    }
}
