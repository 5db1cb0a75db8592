package org.sanfen.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.sanfen.geo.LonLat;
import org.sanfen.geo.Wkb;
import org.sanfen.report.file.FileColumn;
import org.sanfen.report.file.FileLayer.Shape;
import org.sanfen.report.file.GeoPackage;
import org.springframework.stereotype.Component;

/** One layer of points, made in a file beside because SQLite needs one. Thread-safe. */
@Component
class GeoPackageExport implements PointExport {

    @Override
    public ExportFormat format() {
        return ExportFormat.GPKG;
    }

    @Override
    public void write(Content content, OutputStream out) throws IOException {
        Path file = Files.createTempFile("sanfen-", ".gpkg");
        try {
            write(content, file);
            Files.copy(file, out);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void write(Content content, Path file) throws IOException {
        ExportNotice notice = content.notice();
        ExportColumns columns = content.columns();
        List<FileColumn> typed = columns.names().stream()
                .map(name -> new FileColumn(name, name, ExportColumns.type(name)))
                .toList();
        try (GeoPackage made = GeoPackage.create(file, notice.at())) {
            try (GeoPackage.Layer layer = made.layer("points", about(notice), Shape.POINT, typed)) {
                content.points().forEach(exported -> {
                    LonLat at = exported.point().position();
                    layer.add(Wkb.GEOMETRIES.createPoint(new Coordinate(at.lon(), at.lat())), columns.row(exported));
                });
            }
            made.finish(notice.fields().entrySet().stream()
                    .map(field -> field.getKey() + ": " + field.getValue())
                    .collect(Collectors.joining("\n")));
        }
    }

    private static String about(ExportNotice notice) {
        return Stream.of(
                        notice.place().name(notice.language()),
                        notice.place().attribution(),
                        notice.place().licence(),
                        notice.schematic(),
                        notice.internal())
                .filter(part -> part != null)
                .collect(Collectors.joining(" · "));
    }
}
