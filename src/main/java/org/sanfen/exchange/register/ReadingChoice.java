package org.sanfen.exchange.register;

import java.util.Map;
import org.sanfen.exchange.osm.OpenStreetMap;

/**
 * How a file is to be read, as a person has confirmed it. Null leaves a matter to the guess.
 *
 * @param charset such as {@code UTF-8}
 * @param delimiter one character
 * @param quote one character
 * @param part sheet or layer
 * @param headerRow number of the row with the columns' names, from 1; 0 if there is none
 * @param crs {@code WGS84}, {@code GCJ02}, {@code BD09} or {@code EPSG:n}; axes are put in order by what {@link CrsGuess}
 *     says of swapped ones
 * @param swapped longitude and latitude stand in each other's place all over the file
 * @param kind id of the kind of every row; null if a column of the mapping says it
 * @param source name of the register: lower-case letters, digits, hyphens
 * @param licence of the register; null when unknown
 */
public record ReadingChoice(
        String charset,
        String delimiter,
        String quote,
        String part,
        Long headerRow,
        ColumnMapping mapping,
        String crs,
        Boolean swapped,
        String kind,
        String source,
        String licence) {

    /** All left to the guess. */
    public static final ReadingChoice GUESS =
            new ReadingChoice(null, null, null, null, null, null, null, null, null, null, null);

    /** The only way to read an extract of OpenStreetMap. */
    public static final ReadingChoice EXTRACT = new ReadingChoice(
            null,
            null,
            null,
            null,
            null,
            new ColumnMapping("osm", Map.of("source_id", ColumnMapping.Source.of("@id"))),
            "WGS84",
            false,
            null,
            OpenStreetMap.SOURCE,
            OpenStreetMap.LICENCE);

    /** What a look has found, for a register of one kind or with a column of kinds. */
    public static ReadingChoice of(FileLook look, String kind, String source, String licence) {
        return new ReadingChoice(
                look.charset(),
                look.delimiter(),
                look.quote(),
                look.part(),
                look.headerRow(),
                look.mapping(),
                look.crs().best(),
                look.crs().swapped(),
                kind,
                source,
                licence);
    }
}
