package org.sanfen.tile;

import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Envelope;
import org.sanfen.coverage.CoverageRun;
import org.sanfen.coverage.DrawnStreets;
import org.sanfen.coverage.DrawnStreets.Stretch;
import org.sanfen.coverage.StreetPiece;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Makes tiles of a run's streets: a layer {@code coverage} with one feature for each state ({@code covered}, {@code
 * night} for what is covered by day only, {@code uncovered}, {@code outside} the place's border), its lines merged so that a dash runs on over junctions.
 *
 * <p>The stretches inside the tile are chosen here and cut out of the street rows by PostGIS. Their fractions are of
 * length in metres: the rows are cut in Mercator's metres, whose scale hardly changes along one street, and not in
 * degrees, whose does with direction. Thread-safe.
 */
@Repository
class CoverageTiles {

    private static final String TILE = """
            WITH tile AS (
              SELECT ST_TileEnvelope(:z, :x, :y) AS box
            ), cut AS (
              SELECT *
              FROM unnest(:streets::bigint[], :starts::float8[], :ends::float8[], :states::text[])
                   AS stretch (street_id, starts, ends, state)
            ), line AS (
              SELECT cut.state,
                     CASE WHEN cut.starts <= 0 AND cut.ends >= 1 THEN ST_Transform(street.geom, 3857)
                          ELSE ST_LineSubstring(ST_Transform(street.geom, 3857), cut.starts, cut.ends)
                     END AS geom
              FROM cut
              JOIN street ON street.id = cut.street_id
            ), merged AS (
              SELECT state, ST_LineMerge(ST_Collect(geom)) AS geom
              FROM line
              GROUP BY state
            ), drawn AS (
              SELECT state, ST_AsMVTGeom(geom, (SELECT box FROM tile), :extent, 64) AS geom
              FROM merged
            )
            SELECT ST_AsMVT(drawn, 'coverage', :extent, 'geom')
            FROM drawn
            WHERE geom IS NOT NULL
            """;

    private static final double MARGIN = 1.0 / 64;

    private final JdbcClient database;
    private volatile SoftReference<Laid> last = new SoftReference<>(null);

    CoverageTiles(JdbcClient database) {
        this.database = database;
    }

    /**
     * A tile; empty where no street is.
     *
     * @param nominal the run with hours ignored
     * @param night the run of an hour laid over it; null where hours do not bind
     * @param extent units along the tile's edge: how fine its lines are
     */
    byte[] tile(CoverageRun nominal, CoverageRun night, int z, int x, int y, int extent) {
        Envelope box = box(z, x, y);
        List<Stretch> inside = listStretches(nominal, night).stream()
                .filter(piece -> box.intersects(piece.geometry().getEnvelopeInternal()))
                .toList();
        if (inside.isEmpty()) {
            return new byte[0];
        }
        return database.sql(TILE)
                .param("z", z)
                .param("x", x)
                .param("y", y)
                .param("extent", extent)
                .param("streets", inside.stream().map(Stretch::streetId).toArray(Long[]::new))
                .param("starts", inside.stream().map(Stretch::from).toArray(Double[]::new))
                .param("ends", inside.stream().map(Stretch::to).toArray(Double[]::new))
                .param("states", inside.stream().map(CoverageTiles::state).toArray(String[]::new))
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    /** A visitor's map asks for the same two runs once a tile. */
    private List<Stretch> listStretches(CoverageRun nominal, CoverageRun night) {
        // By the lines and not by the runs: a slice is put in words anew for each request, its lines are kept.
        List<StreetPiece> day = nominal.listPieces();
        List<StreetPiece> hour = night == null ? null : night.listPieces();
        Laid laid = last.get();
        if (laid == null || laid.day() != day || laid.hour() != hour) {
            laid = new Laid(day, hour, DrawnStreets.list(nominal, night));
            last = new SoftReference<>(laid);
        }
        return laid.stretches();
    }

    private record Laid(List<StreetPiece> day, List<StreetPiece> hour, List<Stretch> stretches) {}

    private static String state(Stretch piece) {
        return piece.state().name().toLowerCase(Locale.ROOT);
    }

    /** A tile's box in degrees, with the margin that lines may reach over its edge. */
    private static Envelope box(int z, int x, int y) {
        double size = 1 << z;
        return new Envelope(
                (x - MARGIN) / size * 360 - 180,
                (x + 1 + MARGIN) / size * 360 - 180,
                latitude((y + 1 + MARGIN) / size),
                latitude((y - MARGIN) / size));
    }

    /** Latitude in degrees at a fraction of the way from Mercator's northern edge to its southern. */
    private static double latitude(double fraction) {
        return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * fraction))));
    }
}
