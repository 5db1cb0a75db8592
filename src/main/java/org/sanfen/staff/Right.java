package org.sanfen.staff;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** One thing that an account may be allowed to do; {@link StaffRole} says which role has which. */
public enum Right {
    /** See the points of a place, internal ones too, and what is computed from them. */
    VIEW,
    /** Suggest changes of points, which somebody with {@link #PUBLISH_POINTS} makes true. */
    PROPOSE_POINTS,
    /** Change points, seen by everybody at once. */
    EDIT_POINTS,
    /** Publish what others proposed, and runs of coverage. */
    PUBLISH_POINTS,
    /** Bring files in. */
    IMPORT,
    /** Change areas, their populations and targets. */
    EDIT_AREAS,
    /** Change standards and how a place publishes. */
    SETTINGS,
    /** Answer problem reports. */
    ANSWER_REPORTS,
    /** Write down inspections. */
    INSPECT,
    /** Make and change accounts, see what staff did. */
    ACCOUNTS;

    /** Whether it touches one point at a time, so that an account limited to part of a place may do it there. */
    boolean isOfPoints() {
        return switch (this) {
            case VIEW, PROPOSE_POINTS, EDIT_POINTS, PUBLISH_POINTS, ANSWER_REPORTS, INSPECT -> true;
            case IMPORT, EDIT_AREAS, SETTINGS, ACCOUNTS -> false;
        };
    }

    /** Its name in JSON and on the page. */
    @JsonValue
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
