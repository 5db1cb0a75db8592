package org.sanfen.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sanfen.geo.Geodesic;
import org.sanfen.geo.Wkb;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.ObjectMapper;

/**
 * Brings the layers beside the administrative one to what a file says. An area is known again by layer and code; one that
 * its source no longer has in a layer of the file ends, and where several current ones share a code all but one do.
 * Unchanged areas keep their version.
 */
@Repository
class LayerAreaStore {

    private static final String HELD = """
            SELECT DISTINCT ON (id) id, source, layer, source_id, content_hash, residents, residents_source,
                   valid_to IS NULL AS current, cardinality(edited_fields) > 0 AS edited
            FROM area
            WHERE place_id = :place
            ORDER BY id, version_id DESC
            """;

    private static final String END = """
            UPDATE area
            SET valid_to = :number
            WHERE id = :id AND valid_to IS NULL
            """;

    private static final String INSERT = """
            INSERT INTO area (id, place_id, layer, parent_id, code, name, names, geom, area_m2, residents,
                              residents_source, source, licence, source_id, content_hash, valid_from,
                              changed_by)
            VALUES (:id, :place, :layer,
                    COALESCE((SELECT parent_id FROM area WHERE id = :id ORDER BY version_id DESC LIMIT 1), :place), :code, :name, CAST(:names AS jsonb), ST_GeomFromEWKB(:geom), :area_m2,
                    :residents, :residents_source, :source, :licence, :source_id, :hash, :number, :staff)
            """;

    /** The last version of an area; {@code isCurrent} is false for one that has ended, {@code isEdited}
     * true for one that staff have edited or ended. */
    private record Held(
            String id,
            String source,
            String layer,
            String sourceId,
            UUID hash,
            Long residents,
            String residentsSource,
            boolean isCurrent,
            boolean isEdited) {

        boolean isStaffs() {
            return isEdited || source.equals("staff");
        }
    }

    /** An area as it is to be written. */
    record Identified(String id, UUID hash, Long residents, String residentsSource, RegisterArea area) {}

    /**
     * What an import does to the layers of a place.
     *
     * @param kept areas of which the file says otherwise, but staff have edited them
     */
    record Plan(List<Identified> fresh, List<String> ended, int vanished, int kept) {
        boolean any() {
            return !fresh.isEmpty() || !ended.isEmpty();
        }
    }

    private final JdbcClient database;
    private final ObjectMapper json;

    LayerAreaStore(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Of a command's file: what staff have edited stays. */
    Plan plan(String place, List<RegisterArea> areas, Set<String> kept) {
        return plan(place, areas, kept, false);
    }

    /**
     * @param kept codes that must not count as vanished; null keeps all
     * @param overEdits whether the file counts for more than what staff have edited: where staff look at it first
     */
    Plan plan(String place, List<RegisterArea> areas, Set<String> kept, boolean overEdits) {
        Map<String, List<Held>> bySourceId = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (Held held : listHeld(place)) {
            ids.add(held.id());
            if (!held.layer().equals("administrative") && held.sourceId() != null) {
                bySourceId
                        .computeIfAbsent(held.sourceId(), first -> new ArrayList<>())
                        .add(held);
            }
        }
        List<Identified> fresh = new ArrayList<>();
        List<String> ended = new ArrayList<>();
        Set<String> layersOfSources = new HashSet<>();
        int left = 0;
        List<String> vanished = new ArrayList<>();
        for (RegisterArea area : areas) {
            layersOfSources.add(area.source() + "\n" + area.layer());
            UUID hash = hash(area);
            List<Held> ofItsCode = bySourceId.getOrDefault(area.sourceId(), List.of());
            Held held = bestOf(ofItsCode, area.source(), hash);
            bySourceId.remove(area.sourceId());
            ofItsCode.stream()
                    .filter(other -> other != held
                            && other.isCurrent()
                            && !other.isStaffs()
                            && other.source().equals(area.source()))
                    .map(Held::id)
                    .forEach(vanished::add);
            if (held != null && held.isStaffs() && !overEdits) {
                left += hash.equals(held.hash()) ? 0 : 1;
            } else if (held == null || !held.isCurrent() || held.isEdited() || !hash.equals(held.hash())) {
                boolean keepsResidents = area.residents() == null && held != null;
                fresh.add(new Identified(
                        held == null
                                ? AreaIds.fresh(place, area.names(), area.name(), area.code(), area.layer(), ids)
                                : held.id(),
                        hash,
                        keepsResidents ? held.residents() : area.residents(),
                        keepsResidents ? held.residentsSource() : area.residents() == null ? null : area.source(),
                        area));
                if (held != null && held.isCurrent()) {
                    ended.add(held.id());
                }
            }
        }
        bySourceId.values().stream()
                .flatMap(List::stream)
                .filter(held -> held.isCurrent()
                        && !held.isEdited()
                        && layersOfSources.contains(held.source() + "\n" + held.layer()))
                .filter(held -> kept != null
                        && !kept.contains(held.sourceId().substring(held.layer().length() + 1)))
                .map(Held::id)
                .forEach(vanished::add);
        ended.addAll(vanished);
        return new Plan(fresh, ended, vanished.size(), left);
    }

    /** Of areas with one layer and code the one that goes on: current, of the same source, edited, unchanged; or null. */
    private static Held bestOf(List<Held> held, String source, UUID hash) {
        return held.stream()
                .max(Comparator.comparing(Held::isCurrent)
                        .thenComparing(one -> one.source().equals(source))
                        .thenComparing(Held::isEdited)
                        .thenComparing(one -> hash.equals(one.hash())))
                .orElse(null);
    }

    private List<Held> listHeld(String place) {
        return database.sql(HELD)
                .param("place", place)
                .query((row, number) -> new Held(
                        row.getString("id"),
                        row.getString("source"),
                        row.getString("layer"),
                        row.getString("source_id"),
                        row.getObject("content_hash", UUID.class),
                        row.getObject("residents", Long.class),
                        row.getString("residents_source"),
                        row.getBoolean("current"),
                        row.getBoolean("edited")))
                .list();
    }

    void write(String place, Plan plan, long changeNumber) {
        write(place, plan, changeNumber, null);
    }

    /** @param staffId who does it; null for a command or the first start */
    void write(String place, Plan plan, long changeNumber, Long staffId) {
        for (String id : plan.ended()) {
            database.sql(END).param("id", id).param("number", changeNumber).update();
        }
        for (Identified identified : plan.fresh()) {
            RegisterArea area = identified.area();
            database.sql(INSERT)
                    .param("id", identified.id())
                    .param("place", place)
                    .param("layer", area.layer())
                    .param("code", area.code())
                    .param("name", area.name())
                    .param("names", json.writeValueAsString(area.names()))
                    .param("geom", Wkb.write(area.geometry()))
                    .param("area_m2", Geodesic.squareMetres(area.geometry()))
                    .param("residents", identified.residents())
                    .param("residents_source", identified.residentsSource())
                    .param("source", area.source())
                    .param("licence", area.licence())
                    .param("source_id", area.sourceId())
                    .param("hash", identified.hash())
                    .param("number", changeNumber)
                    .param("staff", staffId, Types.BIGINT)
                    .update();
        }
    }

    private UUID hash(RegisterArea area) {
        String text = String.join(
                "\u0001",
                area.source(),
                String.valueOf(area.licence()),
                area.sourceId(),
                area.name(),
                json.writeValueAsString(area.names()),
                String.valueOf(area.residents()),
                Wkb.writeHex(area.geometry()));
        try {
            ByteBuffer md5 =
                    ByteBuffer.wrap(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
            return new UUID(md5.getLong(), md5.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
