package org.sanfen.directory;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sanfen.place.Place;
import org.sanfen.web.SpreadsheetCsv;
import org.springframework.stereotype.Component;

/**
 * Points as CSV: texts in several languages, equipment and fields of a kind stand in their cell as JSON; licence and
 * attribution are columns at the end of every row, because no program skips comments in CSV. Thread-safe.
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
        SpreadsheetCsv csv = new SpreadsheetCsv(out);
        List<Object> line = new ArrayList<>(COLUMNS);
        line.addAll(NOTICES);
        csv.row(line);
        points.forEach(point -> {
            line.clear();
            Map<String, Object> values = PointFeature.publicProperties(point);
            values.put("lon", point.position().lon());
            values.put("lat", point.position().lat());
            values.put("licence", point.licenceIn(place));
            COLUMNS.forEach(column -> line.add(cell(values.get(column))));
            line.add(place.attribution());
            line.add(notice.label());
            line.add(notice.changeNumber());
            csv.row(line);
        });
        csv.flush();
    }

    private static Object cell(Object value) {
        if (value instanceof StoredJson json) {
            return json.text().length() == 2 ? null : json.text(); // {} or []: nothing is known
        }
        return value == null || value instanceof Number ? value : value.toString();
    }
}
