package org.sanfen.report.file;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms in which a report leaves the house; the ending of a file's name says which. */
public enum FileFormat {
    PDF("application/pdf"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    CSV("text/csv;charset=UTF-8"),
    GEOJSON("application/geo+json"),
    GPKG("application/geopackage+sqlite3"),
    JSON("application/json");

    private final String mediaType;

    FileFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** As in {@code --format} and at the end of a file's name. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FileFormat> find(String ending) {
        return Arrays.stream(values())
                .filter(format -> format.ending().equals(ending))
                .findFirst();
    }

    public static List<String> endings() {
        return Arrays.stream(values()).map(FileFormat::ending).toList();
    }
}
