package org.sanfen.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sanfen.directory.Audience;
import org.sanfen.report.file.CsvFile;
import org.sanfen.report.file.FileFormat;
import org.sanfen.report.file.GeoJsonFile;
import org.sanfen.report.file.GeoPackageFile;
import org.sanfen.report.file.ReportBook;
import org.sanfen.report.file.XlsxFile;
import org.sanfen.staff.StaffAccount;
import org.springframework.stereotype.Service;
import tools.jackson.databind.ObjectMapper;

/**
 * A report as a file, the same from the command line and over HTTP. What is asked for is checked before the first byte is
 * written. Thread-safe.
 */
@Service
public class ReportFiles {

    private final ReportScopes scopes;
    private final ReportPages pages;
    private final ReportBooks books;
    private final ReportPaper paper;
    private final ObjectMapper json;

    ReportFiles(ReportScopes scopes, ReportPages pages, ReportBooks books, ReportPaper paper, ObjectMapper json) {
        this.scopes = scopes;
        this.pages = pages;
        this.books = books;
        this.paper = paper;
        this.json = json;
    }

    /**
     * What is wanted.
     *
     * @param audience whose points count; {@code STAFF} marks the file as internal
     * @param area id; the place's own for the whole of it
     * @param standard id
     * @param slice of time; null for {@code always}
     * @param language a tag of {@link org.sanfen.web.PageLanguage#ALL}
     * @param format of the file
     */
    public record Wanted(
            Audience audience, String area, String standard, String slice, String language, FileFormat format) {}

    /**
     * Writes the file; does not close the stream.
     *
     * @throws org.sanfen.web.ApiProblem for an unknown area, standard or slice
     */
    public void write(Wanted wanted, OutputStream out) throws IOException {
        write(scope(wanted, null), wanted.format(), out);
    }

    /** @param reader who is signed in; null for the public, and for whoever holds the machine */
    ReportScope scope(Wanted wanted, StaffAccount reader) {
        ReportLink link = new ReportLink(
                wanted.audience(), wanted.area(), wanted.standard(), wanted.slice(), wanted.language(), null, null);
        return scopes.scope(link, scopes.words(wanted.language()), reader);
    }

    void write(ReportScope scope, FileFormat format, OutputStream out) throws IOException {
        if (format == FileFormat.JSON) {
            out.write(json.writeValueAsBytes(figures(scope)));
            return;
        }
        ReportPage page = pages.page(scope);
        if (format == FileFormat.PDF) {
            paper.print(scope, page, out);
            return;
        }
        ReportBook book = books.book(scope, page, format);
        switch (format) {
            case XLSX -> XlsxFile.write(book, out);
            case CSV -> CsvFile.write(book, out);
            case GEOJSON -> GeoJsonFile.write(book, out);
            case GPKG -> writeGeoPackage(book, out);
            default -> throw new IllegalArgumentException("No writer for " + format);
        }
    }

    /** What {@code /api/coverage} answers, and what staff set, of every area. */
    private static Map<String, Object> figures(ReportScope scope) {
        List<AreaAnswer> areas = BookTables.listAreas(scope).stream()
                .map(area -> AreaAnswer.of(scope, area))
                .toList();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("place", scope.place().id());
        figures.put("area", scope.area().id());
        figures.put("internal", scope.isInternal());
        figures.put("schematic", scope.place().schematic() ? scope.words().site("site.schematic") : null);
        figures.put("attribution", scope.place().attribution());
        figures.put("licence", scope.place().licence());
        figures.put("areas", areas);
        return figures;
    }

    /** SQLite needs a file of its own to write in. */
    private static void writeGeoPackage(ReportBook book, OutputStream out) throws IOException {
        Path file = Files.createTempFile("sanfen-", ".gpkg");
        try {
            GeoPackageFile.write(book, file);
            Files.copy(file, out);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
