package org.sanfen.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sanfen.coverage.CoverageFigures;
import org.sanfen.coverage.CoverageRun;
import org.sanfen.coverage.CoverageService;
import org.sanfen.coverage.Standard;
import org.sanfen.directory.Audience;
import org.sanfen.directory.EmergencyPoint;
import org.sanfen.directory.PointKind;
import org.sanfen.place.Place;
import org.sanfen.staff.StaffAccount;

/**
 * All that one report is made from.
 *
 * @param words in the page's language
 * @param link the page's own address
 * @param place of the area
 * @param area whose report it is
 * @param areasById all of the place's, in the order in which they are listed
 * @param run of the standard and slice, from points that the audience may see
 * @param nominal of the same standard with hours ignored: the run itself where its slice is {@code always}
 * @param night what is shown as lost beside the nominal run: the run itself where its slice is another, else Wednesday
 *     22:00; null where hours do not bind
 * @param companion the other half of the picture: a run with a limit beside a density, or a density beside a limit; null
 *     for none
 * @param kinds that the standard counts
 * @param publishedByHand whether the public sees what staff published last
 * @param reader who is signed in; null for the public, and for whoever holds the machine
 */
record ReportScope(
        ReportWords words,
        ReportLink link,
        Place place,
        ReportArea area,
        Map<String, ReportArea> areasById,
        CoverageRun run,
        CoverageRun nominal,
        CoverageRun night,
        CoverageRun companion,
        List<PointKind> kinds,
        boolean publishedByHand,
        StaffAccount reader) {

    /** Levels of China's administration that have names of their own: city, district, subdistrict, community. */
    private static final Set<Integer> CHINESE_LEVELS = Set.of(5, 6, 8, 10);

    Standard standard() {
        return run.standard();
    }

    Audience audience() {
        return link.audience();
    }

    /** Whether internal points are counted too, so that nobody but staff may see it (coverage.md section 8). */
    boolean isInternal() {
        return audience() == Audience.STAFF;
    }

    Collection<ReportArea> areas() {
        return areasById.values();
    }

    Optional<ReportArea> findArea(String id) {
        return Optional.ofNullable(areasById.get(id));
    }

    /** Whether opening hours are left aside. */
    boolean isAlways() {
        return CoverageService.ALWAYS.equals(run.slice());
    }

    /** Whether the nominal figure is shown and some of it is known to be lost at night, not only in doubt. */
    boolean isLostAtNight() {
        CoverageFigures hour =
                !isAlways() || night == null ? null : figures(night, area).orElse(null);
        if (hour == null || hour.demandCovered() == null) {
            return false;
        }
        Double possible = hour.demandCoveredIfUnknownOpen();
        return (possible == null ? hour.demandCovered() : possible) < figures().demandCovered() - 0.5;
    }

    /** The run's slice of time in words: {@code Wednesday 22:00}. */
    String sliceName() {
        return words.slice(link.slice());
    }

    /** Whether the standard says how far, and not only how many. */
    boolean hasLimit() {
        return standard().metric() != null;
    }

    /** Figures of this report's area. */
    CoverageFigures figures() {
        return figures(run, area).orElseThrow(() -> new IllegalStateException("No figures for area " + area.id()));
    }

    static Optional<CoverageFigures> figures(CoverageRun run, ReportArea area) {
        return run.findFigures(area.id());
    }

    boolean isRoot() {
        return area.id().equals(place.id());
    }

    /** Whether another administrative area covers this one's ground: within a hundredth, so as to bear drawn borders. */
    boolean isOnSameGround(ReportArea other) {
        return other.adminLevel() != null && areaKm2(other) > 0.99 * figures().areaKm2();
    }

    private double areaKm2(ReportArea other) {
        return figures(run, other).map(CoverageFigures::areaKm2).orElse(0.0);
    }

    /** Name of an area in the page's language; the root is called what the place is called. */
    String name(ReportArea other) {
        return other.id().equals(place.id()) ? place.name(words.language()) : words.name(other.names(), other.name());
    }

    String areaName() {
        return name(area);
    }

    /** What is looked for, inside a sentence: {@code AED}, {@code micro fire station}. */
    String point() {
        return kinds.size() == 1 ? ReportWords.inSentence(kinds.get(0).name(words.language())) : words.say("point");
    }

    /** The same for several of them. */
    String points(int n) {
        if (kinds.size() != 1) {
            return words.say("points", "n", words.count(n), "count", n);
        }
        return words.say(n == 1 ? "kind_one" : "kind_many", "n", words.count(n), "kind", point());
    }

    /** The page of one point: its own for everybody, the editor for staff. */
    String point(String id) {
        return audience() == Audience.STAFF
                ? "/admin?place=%s&point=%s".formatted(place.id(), id)
                : "/p/%s?lang=%s".formatted(id, words.language());
    }

    /** A point without a name is called by its kind and address, or its id, so that two of them can be told apart. */
    String pointName(EmergencyPoint point) {
        String name = point.name(words.language());
        if (name != null) {
            return name;
        }
        String kind = kinds.stream()
                .filter(one -> one.id().equals(point.kind()))
                .findFirst()
                .map(one -> one.name(words.language()))
                .orElse(point.kind());
        return words.say(
                "alone.unnamed", "kind", kind, "where", point.address() == null ? point.id() : point.address());
    }

    /** An amount of demand in words: {@code 12 400 residents}, or square metres of homes. */
    String demand(double amount) {
        return words.say(
                isByResidents() ? "amount.residents" : "amount.floor_m2", "n", words.count(Math.round(amount)));
    }

    /** The same under a heading that names the unit. */
    String amount(double amount) {
        String count = words.count(Math.round(amount));
        return isByResidents() ? count : words.say("amount.m2", "n", count);
    }

    /** What the areas of a layer and level are called together. */
    String layer(ReportArea one) {
        if (one.adminLevel() == null) {
            return words.say("layer." + one.layer());
        }
        boolean named = "CN".equals(place.country()) && CHINESE_LEVELS.contains(one.adminLevel());
        return words.say(named ? "layer.CN." + one.adminLevel() : "layer.level", "n", one.adminLevel());
    }

    /** The same inside a sentence: {@code wards}, {@code urban villages}. */
    String layerNoun(ReportArea one) {
        if (one.adminLevel() == null) {
            return words.say("noun." + one.layer());
        }
        boolean named = "CN".equals(place.country()) && CHINESE_LEVELS.contains(one.adminLevel());
        return words.say(
                named ? "noun.CN." + one.adminLevel() : one.adminLevel() >= 9 ? "noun.ward" : "noun.administrative");
    }

    /** What being covered means, as the predicate of a sentence: {@code within 100 m on foot of the nearest AED}. */
    String within(Standard standard) {
        String key = "time".equals(standard.metric()) ? "time_" + standard.direction() : standard.metric();
        String limit = "time".equals(standard.metric()) ? words.time(standard.limit()) : words.length(standard.limit());
        return words.say("reach." + key, "limit", limit, "kind", point());
    }

    /** Names of all counted kinds. */
    String kindNames() {
        return words.list(
                kinds.stream().map(kind -> kind.name(words.language())).toList());
    }

    boolean isByResidents() {
        return figures().residents() != null;
    }

    /** Covered share of the demand, 0 to 1; null without a limit or without demand. */
    static Double demandShare(CoverageFigures figures) {
        return share(figures.demandCovered(), figures.demand());
    }

    /** Covered share of the streets. */
    static Double streetShare(CoverageFigures figures) {
        return share(figures.streetCoveredM(), figures.streetM());
    }

    /** Demand that no point reaches or that has no street, as a share. */
    static Double unreachedShare(CoverageFigures figures) {
        if (figures.unreachable() == null || figures.unlinkedDemand() == null) {
            return null;
        }
        return share(figures.unreachable() + figures.unlinkedDemand(), figures.demand());
    }

    static Double share(Double part, double whole) {
        return part == null || whole <= 0 ? null : Math.min(1, part / whole);
    }

    /** To the nearest point, seconds or metres; null without a limit. */
    static CoverageFigures.Nearest nearest(CoverageFigures figures) {
        return figures.nearestS() != null ? figures.nearestS() : figures.nearestM();
    }

    /** A time or a length, as the standard measures. */
    String reach(Double value) {
        return "time".equals(standard().metric()) ? words.time(value) : words.length(value);
    }

    /** The standard's limit in words: {@code 100 m}, {@code 3 min}. */
    String limit() {
        return reach(standard().limit());
    }

    /** Length of a bar, 0 to 100. */
    static String bar(Double share) {
        return share == null ? null : String.valueOf(Math.round(share * 1000) / 10.0);
    }
}
