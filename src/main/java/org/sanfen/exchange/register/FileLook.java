package org.sanfen.exchange.register;

import java.time.Instant;
import java.util.List;

/**
 * What a look at the beginning of a file tells, for a person to confirm.
 *
 * @param fileName without its folder
 * @param bytes size of the file
 * @param charset best guess, such as {@code Big5}; null where the format has none to choose
 * @param charsets all that fit, best first
 * @param charsetInDoubt two fit about as well: ask, and show the sample rows in each
 * @param delimiter between cells; null where the format has none
 * @param quote around cells; null where the format has none
 * @param parts sheets or layers; one without a name where the format has none
 * @param part name of the one that the rest speaks of; null where there is only one
 * @param headerRow number of the row with the columns' names, from 1; 0 if there is none
 * @param columns names, in order; a name that comes twice gets a number; A, B, C where there is no header
 * @param rows the first 50 rows of data
 * @param mapping guessed from the columns' names
 * @param declaredCrs what the file itself states, such as {@code EPSG:4490}; null if it states none
 * @param crs what the numbers look like
 * @param dataDate of which an extract states its data to be; null where the file states nothing
 */
public record FileLook(
        String fileName,
        long bytes,
        RegisterFormat format,
        String charset,
        List<String> charsets,
        boolean charsetInDoubt,
        String delimiter,
        String quote,
        List<Part> parts,
        String part,
        long headerRow,
        List<String> columns,
        List<SampleRow> rows,
        ColumnMapping mapping,
        String declaredCrs,
        CrsGuess crs,
        Instant dataDate) {

    /** Rows that are shown. */
    public static final int SAMPLE = 50;

    /**
     * A sheet of a workbook, or a layer.
     *
     * @param name null where the format has none
     * @param rows -1 where only reading to the end would tell
     */
    public record Part(String name, long rows) {}

    /**
     * A row as it stands in the file.
     *
     * @param number as a spreadsheet shows it, the header and comments counted
     * @param cells in the order of the columns
     * @param x of its own geometry, in the file's system; null if it has none
     * @param y of its own geometry; null if it has none
     */
    public record SampleRow(long number, List<String> cells, Double x, Double y) {}
}
