package org.sanfen.staff;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an account may do. */
public enum StaffRole {
    /** Everything an editor may, and the accounts. */
    ADMINISTRATOR,
    /** Keeps the directory true. */
    EDITOR;

    /** Value of staff_account.role, and of JSON. */
    @JsonValue
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static StaffRole ofColumn(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
