package org.sanfen.directory;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sanfen.directory.hours.ListedHolidays.Days;
import org.sanfen.directory.hours.ListedHolidays.Kind;
import org.sanfen.place.ChangeNumbers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Replaces the holidays that an operator keeps for a place. Thread-safe. */
@Service
public class Holidays {

    private final HolidayStore store;
    private final ChangeNumbers numbers;

    Holidays(HolidayStore store, ChangeNumbers numbers) {
        this.store = store;
        this.numbers = numbers;
    }

    /**
     * Puts the rows of a table in the place of all that the place had, if every row can be read; else nothing changes.
     *
     * @param csv {@code from,to,kind,name} with a header; kind is public, school or working
     * @return a sentence for each row that can't be read, with its line; empty where the table was taken
     */
    @Transactional
    public List<String> replace(String placeId, String csv) {
        List<Days> days = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        try {
            for (CsvRecord row : CsvReader.builder()
                    .allowMissingFields(true)
                    .allowExtraFields(true)
                    .ofCsvRecord(csv.startsWith("\ufeff") ? csv.substring(1) : csv)) {
                if (!row.getField(0).strip().equalsIgnoreCase("from")
                        && !row.getField(0).isBlank()) {
                    read(row, days, wrong);
                }
            }
        } catch (CsvParseException broken) {
            wrong.add("The table can't be read to its end: look for a quotation mark that is never closed.");
        }
        if (wrong.isEmpty()) {
            numbers.next(placeId, ChangeNumbers.Part.SETTINGS);
            store.replace(placeId, days);
        }
        return wrong;
    }

    private static void read(CsvRecord row, List<Days> days, List<String> wrong) {
        String line = "Line " + row.getStartingLineNumber() + " (\"" + String.join(",", row.getFields()) + "\"): ";
        if (row.getFieldCount() < 3) {
            wrong.add(line + "write from, to, kind and name, such as 2027-01-01,2027-01-03,public,New Year.");
            return;
        }
        try {
            LocalDate from = LocalDate.parse(row.getField(0).strip());
            LocalDate to = LocalDate.parse(row.getField(1).strip());
            Kind kind = Kind.valueOf(row.getField(2).strip().toUpperCase(Locale.ROOT));
            if (to.isBefore(from)) {
                wrong.add(line + "the last day lies before the first.");
            } else {
                days.add(new Days(
                        from,
                        to,
                        kind,
                        row.getFieldCount() > 3 ? row.getField(3).strip() : ""));
            }
        } catch (DateTimeException noDate) {
            wrong.add(line + "write days as 2027-01-01.");
        } catch (IllegalArgumentException noKind) {
            wrong.add(line + "the kind is public, school or working.");
        }
    }
}
