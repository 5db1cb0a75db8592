package org.sanfen.staff;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What an account may do. */
public enum StaffRole {
    /** Everything an editor may, and the accounts and settings. */
    ADMINISTRATOR(EnumSet.allOf(Right.class)),
    /** Keeps the directory true. */
    EDITOR(EnumSet.complementOf(EnumSet.of(Right.ACCOUNTS, Right.SETTINGS))),
    /** Checks points on the spot and answers what people report. */
    INSPECTOR(EnumSet.of(Right.VIEW, Right.INSPECT, Right.ANSWER_REPORTS)),
    /** A company that services points: inspections only. */
    CONTRACTOR(EnumSet.of(Right.VIEW, Right.INSPECT)),
    /** Looks, and changes nothing. */
    VIEWER(EnumSet.of(Right.VIEW));

    private final Set<Right> rights;

    StaffRole(EnumSet<Right> rights) {
        this.rights = Collections.unmodifiableSet(rights);
    }

    /** What the role allows, wherever the account may act. */
    public Set<Right> rights() {
        return rights;
    }

    /** Value of staff_account.role, and of JSON. */
    @JsonValue
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static StaffRole ofColumn(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }

    /** The role of that name; empty when there is none. */
    static Optional<StaffRole> find(String value) {
        return Arrays.stream(values())
                .filter(role -> role.column().equals(value))
                .findFirst();
    }
}
