package org.sanfen.directory;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sanfen.place.Place;
import org.springframework.stereotype.Component;

/**
 * Points as CSV: UTF-8 with a byte order mark, by which Excel knows it; texts in several languages, equipment and fields
 * of a kind stand in their cell as JSON; licence and attribution are columns at the end of every row, because no program
 * skips comments in CSV. Thread-safe.
 */
@Component
class OpenDataCsv implements OpenData {

    private static final List<String> COLUMNS = List.of(
            "id",
            "kind",
            "name",
            "names",
            "lon",
            "lat",
            "address",
            "placement",
            "indoor",
            "level",
            "access",
            "locked",
            "how_to_open",
            "opening_hours",
            "operator",
            "phone",
            "status",
            "serviceable",
            "verified_on",
            "wheelchair",
            "parent",
            "equipment",
            "attributes",
            "source",
            "fetched_on",
            "licence");
    private static final List<String> NOTICES = List.of("attribution", "schematic", "change_number");

    @Override
    public String ending() {
        return "csv";
    }

    @Override
    public String mediaType() {
        return "text/csv;charset=UTF-8";
    }

    @Override
    public void write(Notice notice, Points points, OutputStream out) throws IOException {
        Place place = notice.place();
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\ufeff');
        CsvWriter csv = CsvWriter.builder().build(text);
        List<String> line = new ArrayList<>(COLUMNS);
        line.addAll(NOTICES);
        csv.writeRecord(line);
        points.forEach(point -> {
            line.clear();
            Map<String, Object> values = PointFeature.publicProperties(point);
            values.put("lon", point.position().lon());
            values.put("lat", point.position().lat());
            values.putIfAbsent("licence", place.licence());
            COLUMNS.forEach(column -> line.add(cell(values.get(column))));
            line.add(cell(place.attribution()));
            line.add(cell(notice.label()));
            line.add(Long.toString(notice.changeNumber()));
            csv.writeRecord(line);
        });
        csv.flush();
        text.flush();
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof StoredJson json) {
            return json.text().length() == 2 ? "" : json.text(); // {} or []: nothing is known
        }
        return value instanceof String words ? harmless(words) : value.toString();
    }

    /** A spreadsheet would run a text that begins like a formula. */
    private static String harmless(String words) {
        return !words.isEmpty() && "=+-@\t\r".indexOf(words.charAt(0)) >= 0 ? "'" + words : words;
    }
}
