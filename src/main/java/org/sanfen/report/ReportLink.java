package org.sanfen.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The address of a report: everything a page shows is in it, so that any view can be sent on.
 *
 * @param area whose report
 * @param standard by which
 * @param language as asked for in the address; null to follow the browser
 * @param sort column of the table, with {@code -} in front for descending; null for the default
 * @param gap rank of the gap in view; null for the whole area
 */
record ReportLink(String area, String standard, String language, String sort, Integer gap) {

    ReportLink area(String other) {
        return new ReportLink(other, standard, language, sort, null);
    }

    ReportLink language(String other) {
        return new ReportLink(area, standard, other, sort, gap);
    }

    ReportLink sort(String other) {
        return new ReportLink(area, standard, language, other, gap);
    }

    ReportLink gap(Integer other) {
        return new ReportLink(area, standard, language, sort, other);
    }

    /** The page's address. */
    String url() {
        return query(new StringBuilder("/report/").append(area)).toString();
    }

    /** The address of its drawing; {@code version} names the data it is drawn from, so that it may be kept for ever. */
    String drawing(String version) {
        return query(new StringBuilder("/report/").append(area).append("/map.svg"))
                .append("&v=")
                .append(version)
                .toString();
    }

    private StringBuilder query(StringBuilder url) {
        add(url.append("?standard=").append(encoded(standard)), "lang", language);
        add(url, "sort", sort);
        return add(url, "gap", gap);
    }

    private static StringBuilder add(StringBuilder url, String name, Object value) {
        return value == null ? url : url.append('&').append(name).append('=').append(encoded(value.toString()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
