package org.sanfen.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.sanfen.coverage.CoverageService;
import org.sanfen.directory.Audience;

/**
 * The address of a report: everything a page shows is in it, so that any view can be sent on.
 *
 * @param audience whose pages: staff's lie under {@code /admin}, where alone their session's cookie is sent
 * @param area whose report
 * @param standard by which
 * @param slice of time, as {@link org.sanfen.coverage.Slice} writes it
 * @param language as asked for in the address; null to follow the browser
 * @param sort column of the table, with {@code -} in front for descending; null for the default
 * @param gap rank of the gap in view; null for the whole area
 */
record ReportLink(
        Audience audience, String area, String standard, String slice, String language, String sort, Integer gap) {

    ReportLink area(String other) {
        return new ReportLink(audience, other, standard, slice, language, sort, null);
    }

    ReportLink standard(String other) {
        return new ReportLink(audience, area, other, slice, language, sort, null);
    }

    ReportLink language(String other) {
        return new ReportLink(audience, area, standard, slice, other, sort, gap);
    }

    ReportLink sort(String other) {
        return new ReportLink(audience, area, standard, slice, language, other, gap);
    }

    ReportLink gap(Integer other) {
        return new ReportLink(audience, area, standard, slice, language, sort, other);
    }

    /** The same report for everybody. */
    ReportLink toThePublic() {
        return new ReportLink(Audience.PUBLIC, area, standard, slice, language, null, null);
    }

    /** Where the reports of this audience lie. */
    String root() {
        return root(audience);
    }

    static String root(Audience audience) {
        return audience == Audience.STAFF ? "/admin/report" : "/report";
    }

    /** The page's address. */
    String url() {
        return query(path("")).toString();
    }

    /** The address of its drawing; {@code version} names the data it is drawn from, so that it may be kept for ever. */
    String drawing(String version) {
        return query(path("/map.svg")).append("&v=").append(version).toString();
    }

    /** The address of its gaps with their lines. */
    String gaps() {
        return "%s/gaps?area=%s&standard=%s&slice=%s"
                .formatted(interfaces(), encoded(area), encoded(standard), encoded(slice));
    }

    /** The address of the place's points, page by page. */
    String points(String place, Collection<String> kinds) {
        String all = "%s/points?place=%s".formatted(interfaces(), encoded(place));
        return audience == Audience.STAFF ? all : all + "&limit=5000&kind=" + encoded(String.join(",", kinds));
    }

    private String interfaces() {
        return audience == Audience.STAFF ? "/admin/api" : "/api";
    }

    /** The address of the report as a file, in the page's language. */
    String file(String format, String words) {
        return language(words).sort(null).gap(null).query(path("." + format)).toString();
    }

    /**
     * The address of the page that compares two runs.
     *
     * @param before as {@link org.sanfen.coverage.RunChoice} writes it; null to choose there
     * @param after likewise; null for this report's own standard and slice, now
     */
    String comparison(String before, String after) {
        StringBuilder url = sort(null).gap(null).query(path("/compare"));
        add(url, "before", before);
        return add(url, "after", after).toString();
    }

    /** The address of that page's drawing. */
    String comparisonDrawing(String before, String after) {
        StringBuilder url = sort(null).gap(null).query(path("/compare.svg"));
        add(url, "before", before);
        return add(url, "after", after).toString();
    }

    /** The address of what was won and lost, street by street. */
    String differences(String before, String after) {
        return "%s/coverage/compare?area=%s&before=%s&after=%s"
                .formatted(interfaces(), encoded(area), encoded(before), encoded(after));
    }

    private StringBuilder path(String rest) {
        return new StringBuilder(root()).append('/').append(area).append(rest);
    }

    private StringBuilder query(StringBuilder url) {
        add(url, "standard", standard);
        add(url, "slice", isAlways() ? null : slice);
        add(url, "lang", language);
        add(url, "sort", sort);
        return add(url, "gap", gap);
    }

    private boolean isAlways() {
        return CoverageService.ALWAYS.equals(slice);
    }

    private static StringBuilder add(StringBuilder url, String name, Object value) {
        return value == null
                ? url
                : url.append(url.indexOf("?") < 0 ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(encoded(value.toString()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
