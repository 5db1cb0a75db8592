package org.sanfen.exchange.register;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What can be wrong with a row. The sentence is under {@link #key()} in the i18n files, with {value} and {hint}. */
public enum Reason {
    /** Neither a position nor an address to find one by. */
    POSITION_MISSING,
    /** An address and no position: the row waits until it is placed. */
    POSITION_FROM_ADDRESS,
    POSITION_ZERO,
    POSITION_UNREADABLE,
    /** One of longitude and latitude, without the other. */
    POSITION_HALF,
    /** No place on earth, or a pole. */
    POSITION_IMPOSSIBLE,
    OUTSIDE_PLACE,
    /** The two are in each other's place; put right where only that makes sense. */
    SWAPPED,
    /** Hint: metres of doubt. */
    ROUNDED,
    /** Hint: how many rows. */
    MANY_ON_ONE_SPOT,
    /** Far from all other rows, in a place whose outline is unknown. */
    FAR_FROM_OTHERS,
    /** A line or an area where a point was expected; a spot on or amid it is taken. */
    POSITION_FROM_SHAPE,
    /** An outline of which the extract lacks nodes or members, or that does not close. */
    OUTLINE_NOT_WHOLE,
    HOURS_UNREADABLE,
    /** Put into OSM syntax. Hint: the syntax. */
    HOURS_TRANSLATED,
    DATE_UNREADABLE,
    /** A day to come where only a past one makes sense. */
    DATE_TO_COME,
    /** A date that can be read in two ways. Hint: the one taken. */
    DATE_AMBIGUOUS,
    FULL_WIDTH,
    /** Read in a wrong encoding once, and put right. Hint: what it was. */
    MOJIBAKE,
    /** The same, of which too much is gone. */
    MOJIBAKE_LOST,
    LEADING_ZERO_LOST,
    MOBILE_PHONE,
    /** Of an extract, which says anew what its points have: a confirmed one would be lost with the next. */
    MOBILE_LEFT_OUT,
    PHONE_UNREADABLE,
    KIND_UNKNOWN,
    KIND_MISSING,
    /** Hint: number of the first row with that id. */
    ID_TWICE,
    /** No id in the file; one is made from the row's content. */
    ID_MADE,
    ID_TOO_LONG,
    TEXT_TOO_LONG,
    /** A word that is none of those a field can hold. */
    WORD_UNKNOWN,
    NUMBER_UNREADABLE,
    /** Looks like the code of a lock, which everybody would read. */
    LOCK_CODE,
    /** The register itself says that the thing is gone. */
    STATED_REMOVED,
    /** More cells than columns: something has shifted. */
    CELLS_TOO_MANY;

    /** Those that tell what was done, where nothing is left to do; a position by the address is one to be checked. */
    public static final Set<Reason> NOTES = Collections.unmodifiableSet(
            EnumSet.of(POSITION_FROM_SHAPE, HOURS_TRANSLATED, FULL_WIDTH, LEADING_ZERO_LOST, ID_MADE));

    /** Key of the sentence in the i18n files. */
    public String key() {
        return "import.problem." + id();
    }

    /** As in the HTTP interface. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
