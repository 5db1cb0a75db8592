package org.sanfen.report;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sanfen.coverage.CoverageFigures;
import org.sanfen.coverage.Standard;

/** Makes the table of areas: which stand in it, in what order, and what their columns say. */
final class AreaTables {

    private final ReportScope scope;
    private final ReportWords words;

    AreaTables(ReportScope scope) {
        this.scope = scope;
        this.words = scope.words();
    }

    /**
     * The areas to compare: those inside this one, and for the whole place those of every other layer too; for an area
     * that has none inside, its neighbours of the same layer and level with itself among them. One that is only another
     * name for the same ground, such as a city state's one municipality, is left out.
     */
    List<ReportArea> listCompared() {
        List<ReportArea> inside = scope.areas().stream()
                .filter(area -> !area.id().equals(scope.place().id()))
                .filter(area -> scope.isRoot() || isInside(area))
                .filter(area -> !scope.isOnSameGround(area))
                .toList();
        if (!inside.isEmpty() || scope.isRoot()) {
            return inside;
        }
        return scope.areas().stream()
                .filter(area -> !area.id().equals(scope.place().id()))
                .filter(area -> area.group().equals(scope.area().group()))
                .toList();
    }

    private boolean isInside(ReportArea area) {
        String parent = area.parentId();
        for (int depth = 0; parent != null && depth < 16; depth++) {
            if (parent.equals(scope.area().id())) {
                return true;
            }
            parent = parentOf(parent);
        }
        return false;
    }

    private String parentOf(String id) {
        return scope.findArea(id).map(ReportArea::parentId).orElse(null);
    }

    /** Areas with figures by layer and level, in the order in which the table shows them. */
    Map<String, List<ReportArea>> group(List<ReportArea> compared) {
        Map<String, List<ReportArea>> byGroup = new LinkedHashMap<>();
        compared.stream()
                .filter(area -> ReportScope.figures(scope.run(), area).isPresent())
                .sorted(Comparator.comparing(ReportArea::layer)
                        .thenComparing(area -> area.adminLevel() == null ? 0 : area.adminLevel()))
                .forEach(area -> byGroup.computeIfAbsent(area.group(), key -> new ArrayList<>())
                        .add(area));
        return byGroup;
    }

    /**
     * The table; null where no area is compared.
     *
     * @param worst ids of the areas to mark
     */
    AreaTable table(Map<String, List<ReportArea>> byGroup, Set<String> worst) {
        if (byGroup.isEmpty()) {
            return null;
        }
        List<AreaColumn> columns = AreaColumn.listFor(scope);
        List<AreaTable.Group> groups = new ArrayList<>();
        byGroup.values().forEach(areas -> groups.add(group(areas, columns, byGroup.size() > 1, worst)));
        return new AreaTable(
                words.say("areas.title"),
                words.say(scope.hasLimit() ? "areas.note" : "areas.note_density"),
                worst.isEmpty() ? null : words.say("areas.worst"),
                heads(columns),
                groups);
    }

    private AreaTable.Group group(List<ReportArea> areas, List<AreaColumn> columns, boolean titled, Set<String> worst) {
        List<AreaTable.Row> rows = areas.stream()
                .sorted(order())
                .map(area -> row(area, columns, worst.contains(area.id())))
                .toList();
        return new AreaTable.Group(titled ? scope.layer(areas.get(0)) : null, rows);
    }

    private AreaTable.Row row(ReportArea area, List<AreaColumn> columns, boolean worst) {
        CoverageFigures figures = ReportScope.figures(scope.run(), area).orElseThrow();
        return new AreaTable.Row(
                area.id(),
                scope.name(area),
                scope.link().area(area.id()).url(),
                area.id().equals(scope.area().id()),
                worst,
                area.organisation() == null ? null : words.say("cell.organisation", "name", area.organisation()),
                columns.stream().map(column -> column.cell(scope, figures)).toList());
    }

    private List<AreaTable.Column> heads(List<AreaColumn> columns) {
        List<AreaTable.Column> heads = new ArrayList<>();
        heads.add(head(AreaColumn.NAME, words.say("column.name"), null));
        for (AreaColumn column : columns) {
            String unit = scope.isByResidents() ? "residents" : "floor";
            String title = column == AreaColumn.DEMAND
                    ? words.say("column.demand." + unit)
                    : words.say("column." + column.key(), "kind", scope.point());
            heads.add(head(column.key(), title, hint(column)));
        }
        return heads;
    }

    private AreaTable.Column head(String key, String title, String hint) {
        boolean sorted = key.equals(sortKey());
        String other = sorted && !isDescending() ? "-" + key : key;
        return new AreaTable.Column(
                key,
                title,
                hint,
                scope.link().gap(null).sort(other).url() + "#areas",
                sorted ? (isDescending() ? "descending" : "ascending") : null);
    }

    private String hint(AreaColumn column) {
        Standard standard = scope.standard();
        Double density = standard.densityKm2PerPoint() == null && scope.companion() != null
                ? scope.companion().standard().densityKm2PerPoint()
                : standard.densityKm2PerPoint();
        return switch (column) {
            case DENSITY ->
                density == null
                        ? words.say("hint.no_target")
                        : words.say("hint.target", "target", words.squareKilometres(density));
            case DEMAND, STREETS -> words.say("hint.limit", "limit", scope.limit());
            case NIGHT ->
                scope.night() == null ? null : words.slice(scope.night().slice());
            case BACKUP -> words.say("hint.backup");
            case STRAIGHT -> words.say("hint.optimistic");
            case PER_CAPITA ->
                standard.per10000Residents() == null
                        ? null
                        : words.say("hint.target", "target", words.decimal(standard.per10000Residents(), 1));
            default -> null;
        };
    }

    private String sortKey() {
        String sort = scope.link().sort();
        if (sort == null) {
            return scope.hasLimit() ? AreaColumn.DEMAND.key() : AreaColumn.NAME;
        }
        return isDescending() ? sort.substring(1) : sort;
    }

    private boolean isDescending() {
        return scope.link().sort() != null && scope.link().sort().startsWith("-");
    }

    /** Areas without the figure stand last either way round; ties by name. */
    private Comparator<ReportArea> order() {
        Collator collator = Collator.getInstance(Locale.forLanguageTag(words.language()));
        Comparator<ReportArea> byName = Comparator.comparing(scope::name, collator);
        Comparator<ReportArea> tie = byName.thenComparing(ReportArea::id);
        if (sortKey().equals(AreaColumn.NAME)) {
            return isDescending() ? byName.reversed().thenComparing(ReportArea::id) : tie;
        }
        AreaColumn column = AreaColumn.find(sortKey()).orElse(AreaColumn.POINTS);
        Comparator<Double> numbers = isDescending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        Comparator<ReportArea> byFigure = Comparator.comparing(
                (ReportArea area) -> ReportScope.figures(scope.run(), area)
                        .map(figures -> column.value(scope, figures))
                        .orElse(null),
                Comparator.nullsLast(numbers));
        return byFigure.thenComparing(tie);
    }
}
