package org.sanfen.directory;

import java.util.Locale;

/** Who may see a point (coverage.md section 8). */
public enum Visibility {
    PUBLIC,
    INTERNAL;

    /** As in the database and the HTTP interface. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
