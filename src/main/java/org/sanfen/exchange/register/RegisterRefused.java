package org.sanfen.exchange.register;

import org.sanfen.exchange.ImportRefused;
import org.sanfen.exchange.Refusal;

/** A file that can't be read as a register; nothing was changed. */
public final class RegisterRefused extends ImportRefused {

    /** @param detail what was found; may be empty */
    public RegisterRefused(Refusal why, String name, String detail, Throwable cause) {
        super(cause, why, "name", name, "detail", detail);
    }

    public RegisterRefused(Refusal why, String name, String detail) {
        this(why, name, detail, null);
    }
}
