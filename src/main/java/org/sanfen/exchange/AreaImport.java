package org.sanfen.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.sanfen.exchange.vector.FileCrs;
import org.sanfen.exchange.vector.VectorFeature;
import org.sanfen.exchange.vector.VectorFile;
import org.sanfen.exchange.vector.VectorLayer;
import org.sanfen.place.Place;
import org.sanfen.web.Invisible;
import org.springframework.stereotype.Service;

/**
 * Reads areas out of a Shapefile, a GeoPackage or a GeoJSON: in WGS-84, mended where they cross themselves, with the
 * columns that say name, code and residents, guessed from their names in Chinese, Japanese and English. Thread-safe.
 */
@Service
class AreaImport {

    private static final int MOST_AREAS = 20_000;
    private static final List<String> NAME = List.of("name", "名称", "名稱", "mc", "区域", "村名", "社区", "名前", "町名", "title");
    private static final List<String> CODE =
            List.of("code", "代码", "代碼", "编码", "编号", "dm", "bm", "bh", "コード", "id", "fid");
    private static final List<String> RESIDENTS = List.of("residents", "population", "pop", "人口", "常住人口", "rk");

    private final Projection projection;
    private final OutlineMending outlines;
    private final AreaVersionStore known;

    AreaImport(Projection projection, OutlineMending outlines, AreaVersionStore known) {
        this.projection = projection;
        this.outlines = outlines;
        this.known = known;
    }

    /**
     * What a person has chosen; null leaves it to the guess.
     *
     * @param layer urban_village, grid or drawn
     * @param part layer of the file
     * @param crs such as {@code EPSG:4547}
     * @param source name of the register
     */
    record Choice(
            String layer,
            String part,
            String crs,
            String name,
            String code,
            String residents,
            String source,
            String licence) {}

    /** Something about one feature: left out, or taken and told. */
    record Problem(long number, String name, String reason, String detail, boolean leftOut) {}

    /**
     * What is in a file.
     *
     * @param parts names of its layers
     * @param crs in which it was read, in words; null where nobody says it: then no area is read
     * @param missing see {@link VectorFile#missing}
     * @param choice as it was used
     */
    record Look(
            List<String> parts,
            List<String> columns,
            String crs,
            List<String> missing,
            Choice choice,
            List<RegisterArea> areas,
            List<Problem> problems) {}

    /** @throws ImportRefused if the file is of no use */
    Look read(Path path, Place place, Choice wish) {
        try (VectorFile file = VectorFile.open(path, null)) {
            List<String> parts = file.layers().stream().map(VectorLayer::name).toList();
            VectorLayer layer = file.layer(wish.part() == null ? parts.get(0) : wish.part());
            Choice choice = complete(wish, layer);
            FileCrs crs = crs(wish, layer);
            if (!crs.isKnown()) {
                return new Look(parts, layer.columns(), null, file.missing(), choice, List.of(), List.of());
            }
            List<VectorFeature> features = new ArrayList<>();
            file.read(layer.name(), feature -> {
                if (features.size() == MOST_AREAS) {
                    throw new ImportRefused(Refusal.TOO_MANY_AREAS, "most", String.valueOf(MOST_AREAS));
                }
                return features.add(feature);
            });
            List<RegisterArea> areas = new ArrayList<>();
            List<Problem> problems = new ArrayList<>();
            take(features, place, choice, crs, areas, problems);
            return new Look(parts, layer.columns(), crs.title(), file.missing(), choice, areas, problems);
        }
    }

    private static Choice complete(Choice wish, VectorLayer layer) {
        return new Choice(
                wish.layer(),
                layer.name(),
                wish.crs(),
                column(wish.name(), layer.columns(), NAME),
                column(wish.code(), layer.columns(), CODE),
                column(wish.residents(), layer.columns(), RESIDENTS),
                wish.source(),
                wish.licence());
    }

    /** @param wish a column of the layer, empty for none of them; null leaves it to the guess */
    private static String column(String wish, List<String> columns, List<String> words) {
        if (wish == null) {
            return guess(columns, words);
        }
        if (!wish.isEmpty() && !columns.contains(wish)) {
            throw new ImportRefused(Refusal.COLUMN_UNKNOWN, "column", wish, "columns", String.join(", ", columns));
        }
        return wish;
    }

    /** The first word that a column is called by, else the first that stands in one. */
    private static String guess(List<String> columns, List<String> words) {
        for (String word : words) {
            for (String column : columns) {
                if (column.toLowerCase(Locale.ROOT).equals(word)) {
                    return column;
                }
            }
        }
        return columns.stream()
                .filter(column -> words.stream()
                        .filter(word -> word.length() > 3 || word.codePointAt(0) > 0x2e80)
                        .anyMatch(column.toLowerCase(Locale.ROOT)::contains))
                .findFirst()
                .orElse("");
    }

    private static FileCrs crs(Choice wish, VectorLayer layer) {
        if (wish.crs() != null && wish.crs().matches("(?i)(EPSG:)?\\d{4,6}")) {
            return FileCrs.epsg(Integer.parseInt(wish.crs().replaceAll("\\D", "")));
        }
        if (wish.crs() != null) {
            throw new ImportRefused(Refusal.CRS_WORD, "crs", wish.crs());
        }
        return layer.crs();
    }

    private void take(
            List<VectorFeature> features,
            Place place,
            Choice choice,
            FileCrs crs,
            List<RegisterArea> areas,
            List<Problem> problems) {
        List<VectorFeature> shaped = new ArrayList<>();
        for (VectorFeature feature : features) {
            if (feature.broken() != null) {
                problems.add(new Problem(feature.number(), name(feature, choice), "broken", feature.broken(), true));
            } else if (feature.geometry() == null
                    || OutlineMending.multi(feature.geometry()).isEmpty()) {
                problems.add(new Problem(feature.number(), name(feature, choice), "empty", null, true));
            } else {
                shaped.add(feature);
            }
        }
        List<Geometry> inDegrees =
                projection.toWgs84(shaped.stream().map(VectorFeature::geometry).toList(), crs);
        Set<String> codes = new HashSet<>();
        Map<String, String> codesByName = new HashMap<>();
        known.listNamed(place.id(), choice.layer()).forEach(area -> codesByName.putIfAbsent(area.name(), area.code()));
        for (int i = 0; i < shaped.size(); i++) {
            VectorFeature feature = shaped.get(i);
            String name = name(feature, choice);
            OutlineMending.Mended mended = outlines.mend(OutlineMending.multi(inDegrees.get(i)));
            String code = text(feature, choice.code());
            code = code == null ? name : code;
            if (mended.outline().isEmpty()) {
                problems.add(new Problem(feature.number(), name, "empty", null, true));
            } else if (!isInside(mended.outline(), place)) {
                problems.add(new Problem(feature.number(), name, "outside", null, true));
            } else if (!codes.add(code)) {
                problems.add(new Problem(feature.number(), name, "twice", code, true));
            } else {
                if (mended.at() != null) {
                    problems.add(new Problem(feature.number(), name, "mended", mended.at(), false));
                }
                String namesake = codesByName.putIfAbsent(name, code);
                if (namesake != null && !namesake.equals(code)) {
                    problems.add(new Problem(feature.number(), name, "namesake", namesake, false));
                }
                areas.add(area(feature, choice, name, code, mended, problems));
            }
        }
    }

    private static RegisterArea area(
            VectorFeature feature,
            Choice choice,
            String name,
            String code,
            OutlineMending.Mended mended,
            List<Problem> problems) {
        String said = text(feature, choice.residents());
        Long residents = null;
        if (said != null) {
            String digits = said.replaceAll("[\\s,]|\\.0+$", "");
            if (digits.matches("\\d{1,9}")) {
                residents = Long.valueOf(digits);
            } else {
                problems.add(new Problem(feature.number(), name, "residents", said, false));
            }
        }
        return new RegisterArea(
                feature.number(),
                choice.source(),
                choice.licence(),
                choice.layer(),
                cut(code, 60),
                cut(name, 120),
                Map.of(),
                mended.outline(),
                residents);
    }

    private static boolean isInside(Geometry outline, Place place) {
        List<Double> box = place.bounds();
        return box == null
                || outline.getEnvelopeInternal()
                        .intersects(new Envelope(box.get(0), box.get(2), box.get(1), box.get(3)));
    }

    private static String name(VectorFeature feature, Choice choice) {
        String name = text(feature, choice.name());
        String code = name == null ? text(feature, choice.code()) : null;
        return name != null ? name : code != null ? code : String.valueOf(feature.number());
    }

    private static String text(VectorFeature feature, String column) {
        String text = column == null ? null : feature.values().get(column);
        String line = text == null ? "" : Invisible.without(text);
        return line.isEmpty() ? null : line;
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
