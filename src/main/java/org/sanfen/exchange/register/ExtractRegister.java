package org.sanfen.exchange.register;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.sanfen.directory.PointKind;
import org.sanfen.exchange.Refusal;
import org.sanfen.exchange.osm.Clip;
import org.sanfen.exchange.osm.Findings;
import org.sanfen.exchange.osm.Names;
import org.sanfen.exchange.osm.OsmFile;
import org.sanfen.exchange.osm.PointReader;
import org.sanfen.exchange.osm.PointRow;
import org.sanfen.geo.Wkb;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An extract of OpenStreetMap as a register: its points are the rows, as an import of the whole extract makes them. Tags need
 * no mapping, ids are OpenStreetMap's, and what lies beyond the place and its margin ({@link Clip}) is counted only.
 * Thread-safe.
 */
final class ExtractRegister {

    /** Outlines that the file has in part only: nobody can tell where such a thing is. */
    private static final Set<String> NO_OUTLINE =
            Set.of("area_misses_nodes", "relation_misses_members", "ring_open", "no_area");

    private static final CrsGuess WGS84 =
            new CrsGuess(List.of(new CrsGuess.Candidate("WGS84", CrsGuess.Why.DECLARED)), false, false);

    private final KindTags kinds;

    ExtractRegister(List<PointKind> kinds) {
        this.kinds = new KindTags(kinds);
    }

    /** By the header alone: how many points there are, only reading tells. */
    FileLook look(Path file) {
        return new FileLook(
                RegisterFiles.name(file),
                RegisterFiles.bytes(file),
                RegisterFormat.OSM,
                null,
                List.of(),
                false,
                null,
                null,
                List.of(new FileLook.Part(null, -1)),
                null,
                0,
                List.of(),
                List.of(),
                ReadingChoice.EXTRACT.mapping(),
                ReadingChoice.EXTRACT.crs(),
                WGS84,
                new OsmFile(file).header().dataDate());
    }

    ReadSummary read(Path file, RegisterPlace place, RowSink sink) {
        PointReader.Found found = new PointReader(new OsmFile(file), kinds, clip(place), sink::goesOn)
                .read(new Names(place == null ? List.of() : place.languages()), place == null ? null : place.country());
        Rows rows = new Rows(found.cases(), sink);
        for (PointRow point : found.rows()) {
            if (rows.number == Table.MOST_ROWS) {
                throw new RegisterRefused(
                        Refusal.TOO_MANY_ROWS, RegisterFiles.name(file), String.valueOf(Table.MOST_ROWS));
            }
            if (!rows.take(point)) {
                break;
            }
        }
        rows.takeLost();
        if (rows.number == 0) {
            throw new RegisterRefused(
                    Refusal.OSM_NO_POINTS, RegisterFiles.name(file), String.valueOf(found.elsewhere()));
        }
        return new ReadSummary(rows.number, rows.taken, 0, rows.problems, List.of(), WGS84, found.elsewhere());
    }

    private static Clip clip(RegisterPlace place) {
        Geometry outline = place == null ? null : place.outline();
        if (outline instanceof Polygonal && !outline.isEmpty()) {
            return Clip.around(outline);
        }
        List<Double> box = place == null ? null : place.bounds();
        return box == null
                ? Clip.everywhere()
                : Clip.around(Wkb.GEOMETRIES.toGeometry(new Envelope(box.get(0), box.get(2), box.get(1), box.get(3))));
    }

    /** Rows on their way out, with what was noticed of each. */
    private static final class Rows {
        private final Map<String, List<Findings.Case>> cases = new LinkedHashMap<>();
        private final Map<String, Long> numbers = new HashMap<>();
        private final Map<Reason, Long> problems = new EnumMap<>(Reason.class);
        private final RowSink sink;
        private long number;
        private long taken;

        Rows(List<Findings.Case> noticed, RowSink sink) {
            this.sink = sink;
            noticed.forEach(one -> cases.computeIfAbsent(sourceId(one.subject()), first -> new ArrayList<>())
                    .add(one));
        }

        /** Every subject begins with its object's id. */
        private static String sourceId(String subject) {
            return subject.split("[: (]", 2)[0];
        }

        boolean take(PointRow point) {
            RowNotes notes = new RowNotes(++number);
            cases.getOrDefault(point.sourceId(), List.of()).forEach(one -> note(one, notes));
            Long first = numbers.putIfAbsent(point.sourceId(), number);
            if (first != null) {
                notes.leaveOut("", point.sourceId(), Reason.ID_TWICE, String.valueOf(first));
            }
            ObjectNode values = JsonMapper.shared().valueToTree(point.values());
            return send(
                    point.sourceId(),
                    values,
                    point.position().lon(),
                    point.position().lat(),
                    notes.list());
        }

        private static void note(Findings.Case one, RowNotes notes) {
            if (one.code().equals("mobile_number")) {
                notes.note("phone", "", Reason.MOBILE_LEFT_OUT, "");
            } else if (one.code().equals("unreadable_value")) {
                String[] tag = one.subject().split(": |=", 4);
                notes.note(tag[1], tag[2], Reason.WORD_UNKNOWN, "");
            }
        }

        /** What would be points if the file had their outlines whole. */
        void takeLost() {
            Set<String> lost = new LinkedHashSet<>();
            cases.forEach((id, noticed) -> noticed.stream()
                    .filter(one -> NO_OUTLINE.contains(one.code()) && !numbers.containsKey(id))
                    .forEach(one -> lost.add(id)));
            for (String id : lost) {
                RowNotes notes = new RowNotes(++number);
                notes.leaveOut("", id, Reason.OUTLINE_NOT_WHOLE, "");
                if (!send(id, JsonNodeFactory.instance.objectNode(), null, null, notes.list())) {
                    return;
                }
            }
        }

        private boolean send(String id, ObjectNode values, Double lon, Double lat, List<RowProblem> noticed) {
            ReadRow row = new ReadRow(number, id, values, lon, lat, null, null, noticed);
            taken += row.isLeftOut() ? 0 : 1;
            Set<Reason> reasons = new HashSet<>();
            noticed.forEach(problem -> reasons.add(problem.reason()));
            reasons.forEach(reason -> problems.merge(reason, 1L, Long::sum));
            return sink.take(row);
        }
    }
}
