package org.sanfen.report.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A report's layers as a {@link GeoPackage}. Stateless. */
public final class GeoPackageFile {

    private GeoPackageFile() {}

    /** @param file does not exist yet, or is empty */
    public static void write(ReportBook book, Path file) throws IOException {
        FileNotice notice = book.notice();
        try (GeoPackage made = GeoPackage.create(file, notice.computedAt())) {
            for (FileLayer one : book.layers()) {
                try (GeoPackage.Layer layer = made.layer(one.id(), about(one, notice), one.shape(), one.columns())) {
                    for (FileLayer.Feature feature : one.features()) {
                        layer.add(feature.geometry(), feature.values());
                    }
                }
            }
            made.finish(notice.fields().entrySet().stream()
                    .map(field -> field.getKey() + ": " + field.getValue())
                    .collect(Collectors.joining("\n")));
        }
    }

    private static String about(FileLayer layer, FileNotice notice) {
        return layer.title() + ". "
                + notice.fields().entrySet().stream()
                        .filter(field -> List.of("attribution", "licence", "schematic", "internal")
                                .contains(field.getKey()))
                        .map(field -> field.getValue().toString())
                        .collect(Collectors.joining(" · "));
    }
}
