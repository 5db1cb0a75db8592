package org.sanfen.exchange.register;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sanfen.directory.PointKind;
import org.sanfen.exchange.Refusal;
import org.sanfen.exchange.register.CoordinateText.Coordinate;
import org.sanfen.exchange.text.CharsetFinder;

/**
 * Reads any file of a register into rows of the directory, one row in memory at a time. Pure: knows neither database nor
 * pages. Thread-safe.
 */
public final class RegisterReader {

    /** Rows by which a look judges columns and coordinates. */
    private static final int JUDGED = 2_000;

    private final List<PointKind> kinds;
    private final ValueWords words;
    private final ExtractRegister extracts;

    /** @param kinds of the directory, in its order */
    public RegisterReader(List<PointKind> kinds) {
        this.kinds = List.copyOf(kinds);
        this.words = new ValueWords(kinds);
        this.extracts = new ExtractRegister(this.kinds);
    }

    /** A file opened as the choice says, the rest guessed. */
    record Opened(
            Table table, RegisterFormat format, CharsetFinder.Found charsets, String charset, Delimiters.Found cells) {}

    /** A first look, without knowledge of the place. */
    public FileLook look(Path file) {
        return look(file, ReadingChoice.GUESS, null);
    }

    /**
     * A look with some matters settled.
     *
     * @param choice what is settled; null in it leaves a matter to the guess
     * @param place null when unknown
     * @throws RegisterRefused if the file is no register
     */
    public FileLook look(Path file, ReadingChoice choice, RegisterPlace place) {
        if (RegisterFiles.kind(file) == RegisterFiles.Kind.OSM) {
            return extracts.look(file);
        }
        Opened opened = open(file, choice);
        Table table = opened.table();
        List<RawRow> rows = new ArrayList<>();
        table.read(row -> {
            rows.add(row);
            return rows.size() < JUDGED;
        });
        if (rows.isEmpty()) {
            throw new RegisterRefused(Refusal.NO_ROWS, RegisterFiles.name(file), "");
        }
        List<String> columns = table.columns();
        ColumnMapping mapping = choice.mapping() != null
                ? choice.mapping()
                : new GuessCheck(rows, words).checked(Profiles.guess(columns));
        return new FileLook(
                RegisterFiles.name(file),
                RegisterFiles.bytes(file),
                opened.format(),
                opened.charset(),
                opened.charsets() == null ? List.of() : opened.charsets().charsets(),
                choice.charset() == null
                        && opened.charsets() != null
                        && opened.charsets().inDoubt(),
                opened.cells() == null ? null : String.valueOf(opened.cells().delimiter()),
                opened.cells() == null ? null : String.valueOf(opened.cells().quote()),
                table.parts(),
                table.part(),
                table.headerRow(),
                columns,
                rows.stream()
                        .limit(FileLook.SAMPLE)
                        .map(row -> sample(row, columns))
                        .toList(),
                mapping,
                table.declaredCrs(),
                Profiles.isExport(columns) ? CrsGuess.OURS : crs(rows, mapping, table.declaredCrs(), place),
                null);
    }

    private static FileLook.SampleRow sample(RawRow row, List<String> columns) {
        return new FileLook.SampleRow(
                row.number(), columns.stream().map(row::cell).toList(), row.x(), row.y());
    }

    private static CrsGuess crs(List<RawRow> rows, ColumnMapping mapping, String declared, RegisterPlace place) {
        PlaceBoundary boundary = new PlaceBoundary(place);
        CrsGuesser guesser = new CrsGuesser(place, boundary, declared);
        PositionReading positions = new PositionReading("WGS84", false, boundary);
        for (RawRow row : rows) {
            see(guesser, positions, row, mapping);
        }
        return guesser.guess();
    }

    private static void see(CrsGuesser guesser, PositionReading positions, RawRow row, ColumnMapping mapping) {
        Coordinate[] raw = positions.raw(new Cells(row, mapping, new RowNotes(row.number())), false);
        if (raw != null) {
            guesser.see(raw[0].value(), raw[1].value());
        }
    }

    /**
     * Reads all rows, or as many as the sink takes. What the choice leaves open is guessed as {@link #look} does.
     *
     * @throws RegisterRefused if the file can't be read to its end
     */
    public ReadSummary read(Path file, ReadingChoice choice, RegisterPlace place, RowSink sink) {
        if (RegisterFiles.kind(file) == RegisterFiles.Kind.OSM) {
            return extracts.read(file, place, sink);
        }
        boolean isOpen = choice.mapping() == null || choice.crs() == null;
        FileLook look = isOpen ? look(file, choice, place) : null;
        ReadingChoice whole = isOpen ? completed(choice, look) : choice;
        Opened opened = open(file, whole);
        PlaceBoundary boundary = new PlaceBoundary(place);
        PositionReading positions = new PositionReading(whole.crs(), Boolean.TRUE.equals(whole.swapped()), boundary);
        RowReading reading = new RowReading(whole, place, kinds, words, positions);
        WholeFile all = new WholeFile(boundary.isKnown());
        CrsGuesser guesser = new CrsGuesser(place, boundary, opened.table().declaredCrs());
        opened.table().read(row -> {
            if (!guesser.hasEnough()) {
                see(guesser, positions, row, whole.mapping());
            }
            ReadRow read = reading.read(row);
            all.see(read);
            return sink.take(read);
        });
        ReadSummary summary = all.summary(guesser.guess());
        if (summary.rows() == 0) {
            throw new RegisterRefused(Refusal.NO_ROWS, RegisterFiles.name(file), "");
        }
        return summary;
    }

    private static ReadingChoice completed(ReadingChoice choice, FileLook look) {
        return new ReadingChoice(
                look.charset(),
                look.delimiter(),
                look.quote(),
                look.part(),
                look.headerRow(),
                look.mapping(),
                choice.crs() == null ? look.crs().best() : choice.crs(),
                choice.swapped() == null ? Boolean.valueOf(look.crs().swapped()) : choice.swapped(),
                choice.kind(),
                choice.source(),
                choice.licence());
    }

    static Opened open(Path file, ReadingChoice choice) {
        RegisterFiles.Kind kind = RegisterFiles.kind(file);
        return switch (kind) {
            case CSV -> csv(file, choice);
            case XLSX ->
                new Opened(
                        new GridTable(new XlsxGrid(file, choice.part()), choice.headerRow()),
                        kind.format(),
                        null,
                        null,
                        null);
            case GEOJSON -> new Opened(new GeoJsonTable(file), kind.format(), null, null, null);
            case GPKG -> new Opened(new GpkgTable(file, choice.part()), kind.format(), null, null, null);
            case KML, KMZ ->
                new Opened(new KmlTable(file, kind == RegisterFiles.Kind.KMZ), kind.format(), null, null, null);
            case OSM -> throw new IllegalArgumentException("An extract is no table");
        };
    }

    private static Opened csv(Path file, ReadingChoice choice) {
        CharsetFinder.Found found = charsets(file, choice);
        String name = found.charsets().get(0);
        Charset charset;
        try {
            charset = CharsetFinder.charset(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new RegisterRefused(Refusal.CHARSET, RegisterFiles.name(file), name, unknown);
        }
        Delimiters.Found guessed = Delimiters.find(file, charset);
        Delimiters.Found cells = new Delimiters.Found(
                first(choice.delimiter(), guessed.delimiter()), first(choice.quote(), guessed.quote()));
        Grid grid = new CsvGrid(file, charset, cells.delimiter(), cells.quote());
        return new Opened(new GridTable(grid, choice.headerRow()), RegisterFormat.CSV, found, name, cells);
    }

    private static CharsetFinder.Found charsets(Path file, ReadingChoice choice) {
        try {
            return choice.charset() == null
                    ? CharsetFinder.find(file)
                    : new CharsetFinder.Found(List.of(choice.charset()), false);
        } catch (IOException unreadable) {
            throw new RegisterRefused(
                    Refusal.UNREADABLE, RegisterFiles.name(file), RegisterFiles.reason(unreadable), unreadable);
        }
    }

    private static char first(String chosen, char otherwise) {
        return chosen == null || chosen.isEmpty() ? otherwise : chosen.charAt(0);
    }
}
