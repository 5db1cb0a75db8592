package org.sanfen.report;

import java.util.List;

/**
 * A report as its template shows it: finished texts in one language and addresses, no figure left to compute.
 *
 * @param language BCP 47 tag
 * @param otherLanguage the other one
 * @param otherLanguageUrl this report in the other language
 * @param selfUrl this report
 * @param title of the browser's tab
 * @param schematic the place is fictitious demonstration data
 * @param placeId place
 * @param areaId area
 * @param root whether the area is the whole place
 * @param standardId standard
 * @param areaName heading
 * @param standardName beside it
 * @param crumbs the larger areas around, largest first
 * @param places to choose from
 * @param standards to choose from
 * @param headline the one sentence
 * @param lead the second; null for none
 * @param dates of the data and of the computation
 * @param cards the four figures
 * @param together why density and reach stand side by side (coverage.md section 10)
 * @param map null for a standard without a limit
 * @param gapsTitle heading of the ranked gaps
 * @param gaps the first of them by rank
 * @param gapsNote what the list leaves out; null for nothing
 * @param table areas compared; null where there is only one
 * @param method what the figures rest on
 * @param attribution with licence; null where none is due
 */
record ReportPage(
        String language,
        String otherLanguage,
        String otherLanguageUrl,
        String selfUrl,
        String title,
        boolean schematic,
        String placeId,
        String areaId,
        boolean root,
        String standardId,
        String areaName,
        String standardName,
        List<Crumb> crumbs,
        List<Option> places,
        List<Option> standards,
        String headline,
        String lead,
        String dates,
        List<FigureCard> cards,
        String together,
        MapView map,
        String gapsTitle,
        List<GapRow> gaps,
        String gapsNote,
        AreaTable table,
        Method method,
        String attribution) {

    /**
     * A choice of the form.
     *
     * @param id value
     * @param name what it is called
     * @param chosen whether this report is of it
     */
    record Option(String id, String name, boolean chosen) {}

    /**
     * A larger area.
     *
     * @param name what it is called
     * @param url its report
     */
    record Crumb(String name, String url) {}

    /**
     * What the map is made from.
     *
     * @param kinds ids of the counted kinds, by commas
     * @param tiles address of the coverage tiles up to the zoom
     * @param bounds west, south, east, north of what is in view, degrees, by commas
     * @param change number of the data; gaps of another have other ranks
     * @param gap rank of the gap in view; null for the whole area
     * @param drawing address of the drawing for print and for browsers without scripts
     * @param alt what the drawing shows
     * @param pointsLegend what the dots are
     * @param wholeUrl the report with the whole area in view
     */
    record MapView(
            String kinds,
            String tiles,
            String bounds,
            long change,
            Integer gap,
            String drawing,
            String alt,
            String pointsLegend,
            String wholeUrl) {}

    /**
     * A gap in the list.
     *
     * @param rank from 1
     * @param name of its longest street
     * @param facts length, demand, farthest place
     * @param bar 0 to 100, its size beside the largest
     * @param url the report with this gap in view
     * @param chosen whether it is in view
     */
    record GapRow(int rank, String name, String facts, String bar, String url, boolean chosen) {}

    /**
     * A figure in a card.
     *
     * @param id such as {@code reach}
     * @param title what is measured
     * @param figure the value
     * @param bar 0 to 100; null for none
     * @param second a fainter bar behind, 0 to 100; null for none
     * @param target the standard's word on it
     * @param state {@code met}, {@code missed} or empty where there is nothing to judge
     * @param caption in plain words
     * @param optimistic the straight-line figure, labelled; null for none
     */
    record FigureCard(
            String id,
            String title,
            String figure,
            String bar,
            String second,
            String target,
            String state,
            String caption,
            String optimistic) {}

    /**
     * Method and sources.
     *
     * @param sentences in plain language
     * @param facts standard, source, dates
     */
    record Method(List<String> sentences, List<Fact> facts) {}

    /**
     * A named fact.
     *
     * @param name of the fact
     * @param text of it
     */
    record Fact(String name, String text) {}
}
