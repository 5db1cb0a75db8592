package org.sanfen.directory;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.sanfen.directory.hours.ListedHolidays.Days;
import org.sanfen.directory.hours.ListedHolidays.Kind;

/** The holidays that the program brings, a file of a country each: {@code hours/holidays-CN.csv}. Stateless. */
final class HolidayList {

    private HolidayList() {}

    /** @param country ISO 3166-1 alpha-2; null and countries without a list give an empty one */
    static List<Days> ofCountry(String country) {
        String file = "/hours/holidays-" + country + ".csv";
        try (InputStream stream = HolidayList.class.getResourceAsStream(file)) {
            return stream == null
                    ? List.of()
                    : CsvReader.builder()
                            .commentStrategy(CommentStrategy.SKIP)
                            .ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))
                            .stream()
                            .map(HolidayList::days)
                            .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The holidays of " + country + " can't be read", unreadable);
        }
    }

    private static Days days(NamedCsvRecord row) {
        return new Days(
                LocalDate.parse(row.getField("from")),
                LocalDate.parse(row.getField("to")),
                Kind.valueOf(row.getField("kind").toUpperCase(Locale.ROOT)),
                row.getField("name"));
    }
}
