package org.sanfen.exchange.register;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.io.ParseException;
import org.sanfen.exchange.Refusal;
import org.sanfen.exchange.vector.FileCrs;
import org.sanfen.exchange.vector.GeoPackageFile;

/** A layer of a GeoPackage, a row in memory at a time. A table without geometry is a layer too. */
final class GpkgTable implements Table {

    private final Path file;
    private final String name;
    private final List<FileLook.Part> parts = new ArrayList<>();
    private final GeoPackageFile.Layer layer;
    private final Columns columns = new Columns();

    /** @param wanted layer; null for the first with positions, else the first: tables of styles or lists may stand before it */
    GpkgTable(Path file, String wanted) {
        this.file = file;
        this.name = RegisterFiles.name(file);
        try (GeoPackageFile opened = GeoPackageFile.open(file)) {
            for (GeoPackageFile.Layer one : opened.layers()) {
                parts.add(new FileLook.Part(one.table(), opened.count(one)));
            }
            layer = opened.layers().stream()
                    .filter(one -> wanted == null || one.table().equals(wanted))
                    .min(Comparator.comparing(one -> one.geometryColumn() == null))
                    .orElseThrow(() -> new RegisterRefused(
                            wanted == null ? Refusal.NO_LAYER : Refusal.NO_SHEET, name, wanted == null ? "" : wanted));
        } catch (SQLException broken) {
            throw new RegisterRefused(Refusal.BROKEN, name, RegisterFiles.reason(broken), broken);
        }
        layer.columns().stream().limit(MOST_COLUMNS).forEach(columns::place);
    }

    @Override
    public List<String> columns() {
        return columns.names();
    }

    @Override
    public List<FileLook.Part> parts() {
        return parts;
    }

    @Override
    public String part() {
        return layer.table();
    }

    @Override
    public String declaredCrs() {
        FileCrs crs = layer.crs();
        if (crs.epsg() == null) {
            return null;
        }
        return crs.epsg() == 4326 ? "WGS84" : crs.title();
    }

    @Override
    public long headerRow() {
        return 0;
    }

    @Override
    public void read(Taker taker) {
        try (GeoPackageFile opened = GeoPackageFile.open(file)) {
            opened.read(layer, (number, values, geometry) -> {
                if (number > MOST_ROWS) {
                    throw new RegisterRefused(Refusal.TOO_MANY_ROWS, name, String.valueOf(MOST_ROWS));
                }
                return taker.take(row(number, values, geometry));
            });
        } catch (SQLException broken) {
            throw new RegisterRefused(Refusal.BROKEN, name, RegisterFiles.reason(broken), broken);
        }
    }

    private RawRow row(long number, Map<String, String> values, byte[] geometry) {
        String[] cells = new String[columns.size()];
        values.forEach((column, value) -> {
            if (columns.find(column) >= 0) {
                cells[columns.find(column)] = value;
            }
        });
        FeatureSpot spot = spot(geometry);
        return new RawRow(
                number,
                columns,
                cells,
                spot == null ? null : spot.x(),
                spot == null ? null : spot.y(),
                spot != null && spot.isShape(),
                false);
    }

    /** Null for a geometry that is empty or can't be read: then the row has no position, and says so. */
    private static FeatureSpot spot(byte[] blob) {
        try {
            return FeatureSpot.of(GeoPackageFile.geometry(blob));
        } catch (ParseException | IllegalArgumentException broken) {
            return null;
        }
    }
}
