package org.sanfen.exchange.vector;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKTReader;
import org.sanfen.exchange.ImportRefused;
import org.sanfen.exchange.Refusal;
import org.sanfen.exchange.text.CharsetFinder;

/**
 * A table with a header whose rows hold a geometry, as text (WKT) in a column such as {@code wkt}, or as two numbers in
 * columns such as {@code x} and {@code y}. Its coordinate system it never states.
 */
final class CsvFile implements VectorFile {

    private static final GeometryFactory PLANE = new GeometryFactory();
    private static final Set<String> TEXT = Set.of("wkt", "geom", "geometry", "the_geom", "几何", "图形");
    private static final Set<String> EAST = Set.of("x", "lon", "lng", "longitude", "easting", "经度", "經度", "経度", "东坐标");
    private static final Set<String> NORTH = Set.of("y", "lat", "latitude", "northing", "纬度", "緯度", "北坐标");

    private final Path file;
    private final Charset charset;
    private final char separator;
    private final List<String> columns;

    /** @param charset null to find out */
    CsvFile(Path file, Charset charset) throws IOException {
        this.file = file;
        this.charset = charset == null ? charset(file) : charset;
        String header = header();
        this.separator = header.chars().filter(letter -> letter == '\t').count() > 0
                ? '\t'
                : header.indexOf(';') >= 0 && header.indexOf(',') < 0 ? ';' : ',';
        try (CsvReader<NamedCsvRecord> rows = rows()) {
            this.columns = rows.stream()
                    .findFirst()
                    .map(NamedCsvRecord::getHeader)
                    .orElseThrow(() -> new ImportRefused(Refusal.NO_FEATURE_ROW, "name", name()));
        }
        if (find(TEXT) == null && (find(EAST) == null || find(NORTH) == null)) {
            throw new ImportRefused(Refusal.NO_GEOMETRY_COLUMN, "name", name());
        }
    }

    private static Charset charset(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return CharsetFinder.best(in);
        }
    }

    private String header() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset))) {
            String first = lines.readLine();
            return first == null ? "" : first;
        }
    }

    private CsvReader<NamedCsvRecord> rows() throws IOException {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .detectBomHeader(true)
                .ofNamedCsvRecord(file, charset);
    }

    private String find(Set<String> headers) {
        return columns.stream()
                .filter(column -> headers.contains(column.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Charset charset() {
        return charset;
    }

    @Override
    public List<VectorLayer> layers() {
        return List.of(
                new VectorLayer(file.getFileName().toString().replaceFirst("\\.[^.]*$", ""), columns, FileCrs.UNKNOWN));
    }

    @Override
    public void read(String layer, Taker taker) {
        String text = find(TEXT);
        String east = find(EAST);
        String north = find(NORTH);
        WKTReader wkt = new WKTReader(PLANE);
        wkt.setFixStructure(true); // rings that lack their last corner
        long number = 0;
        try (CsvReader<NamedCsvRecord> rows = rows()) {
            for (NamedCsvRecord row : rows) {
                number++;
                Map<String, String> values = new LinkedHashMap<>();
                row.getFieldsAsMap().forEach((column, value) -> {
                    if (!value.isBlank()) {
                        values.put(column, value.strip());
                    }
                });
                String shape = text == null ? null : values.remove(text);
                GeometryReading geometry = text == null
                        ? () -> point(values.get(east), values.get(north))
                        : () -> shape == null ? null : wkt.read(shape);
                if (!taker.take(GeometryReading.feature(number, values, geometry))) {
                    return;
                }
            }
        } catch (CsvParseException wrong) {
            throw new ImportRefused(wrong, Refusal.BROKEN, "name", name(), "detail", "row " + (number + 1));
        } catch (IOException | UncheckedIOException unreadable) {
            throw new ImportRefused(
                    unreadable, Refusal.UNREADABLE, "name", name(), "detail", String.valueOf(unreadable.getMessage()));
        }
    }

    private String name() {
        return file.getFileName().toString();
    }

    private static Geometry point(String x, String y) {
        return x == null || y == null
                ? null
                : PLANE.createPoint(new Coordinate(Double.parseDouble(x), Double.parseDouble(y)));
    }

    @Override
    public void close() {
        // Each reading closes what it opened.
    }
}
