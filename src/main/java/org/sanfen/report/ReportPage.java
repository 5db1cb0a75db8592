package org.sanfen.report;

import java.util.List;
import org.sanfen.report.PageHead.Option;

/**
 * A report as its templates show it, on the page, on paper and in the PDF: finished texts in one language and addresses,
 * no figure left to compute.
 *
 * @param head whose report, by which standard, at what time, for whom
 * @param choices of the form
 * @param headline the one sentence
 * @param lead the second; null for none
 * @param dates of the data and of the computation
 * @param cards the four figures
 * @param together why density and reach stand side by side (coverage.md section 10)
 * @param more further figures in a line each: backup, graded, equity, hours; empty for a density
 * @param map null for a standard without a limit
 * @param gaps ranked; null for a standard without a limit
 * @param week coverage over the 168 hours; null for a standard without a limit
 * @param distribution of the time or distance to the nearest; null without a limit or without demand
 * @param table areas compared; null where there is only one
 * @param worst the worst tenth of each layer of areas; empty where too few areas are compared
 * @param alone points on which most demand depends alone; null without a limit
 * @param history of kept runs; null for a standard without a limit
 * @param quality of the data
 * @param method what the figures rest on
 * @param downloads the same report as files
 * @param compareUrl the page that compares two dates or standards; null where nothing can be compared
 * @param publish null on public pages
 */
record ReportPage(
        PageHead head,
        Choices choices,
        String headline,
        String lead,
        String dates,
        List<FigureCard> cards,
        String together,
        List<Figure> more,
        MapView map,
        Gaps gaps,
        WeekChart week,
        DistributionChart distribution,
        AreaTable table,
        List<WorstTenth> worst,
        PointsAlone alone,
        HistoryChart history,
        List<Finding> quality,
        Method method,
        List<Download> downloads,
        String compareUrl,
        Publish publish) {

    /**
     * What can be chosen.
     *
     * @param action address that takes the form
     * @param places all
     * @param standards that a report can be made by
     * @param slices of time; the chosen one is among them
     * @param sliceSentence what the chosen slice of time means
     */
    record Choices(
            String action, List<Option> places, List<Option> standards, List<Option> slices, String sliceSentence) {}

    /**
     * A figure in a line of its own.
     *
     * @param id such as {@code backup}
     * @param name what is measured
     * @param figure the value
     * @param bar 0 to 100; null for none
     * @param text in plain words
     */
    record Figure(String id, String name, String figure, String bar, String text) {}

    /**
     * Ranked gaps.
     *
     * @param title heading
     * @param rows the first of them by rank
     * @param none the sentence where there is no gap or no point; null where there are both
     * @param note what the list leaves out; null for nothing
     */
    record Gaps(String title, List<GapRow> rows, String none, String note) {}

    /**
     * A statement on the quality of the data.
     *
     * @param id such as {@code unknown-hours}
     * @param name what is stated
     * @param text in plain words
     * @param caution whether a reader should mind it
     */
    record Finding(String id, String name, String text, boolean caution) {}

    /**
     * The report as a file.
     *
     * @param format such as {@code pdf}
     * @param name what it is called
     * @param url its address
     */
    record Download(String format, String name, String url) {}

    /**
     * What staff may publish.
     *
     * @param automatic whether every run of the place is published by itself
     * @param label of the button
     * @param sentence what the public sees now, and what publishing does
     * @param publicUrl the public's report
     */
    record Publish(boolean automatic, String label, String sentence, String publicUrl) {}

    /**
     * What the map is made from.
     *
     * @param kinds ids of the counted kinds, by commas
     * @param tiles address of the coverage tiles up to the zoom
     * @param bounds west, south, east, north of what is in view, degrees, by commas
     * @param gapsUrl address of the gaps with their lines
     * @param pointsUrl address of the points, by pages
     * @param change number of the data; gaps of another have other ranks
     * @param gap rank of the gap in view; null for the whole area
     * @param drawing address of the drawing for print and for browsers without scripts
     * @param alt what the drawing shows
     * @param pointsLegend what the dots are
     * @param nightLegend what the dash-dotted lines are; null where hours do not bind
     * @param wholeUrl the report with the whole area in view
     */
    record MapView(
            String kinds,
            String tiles,
            String bounds,
            String gapsUrl,
            String pointsUrl,
            long change,
            Integer gap,
            String drawing,
            String alt,
            String pointsLegend,
            String nightLegend,
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
     * @param trend the change since the kept run before; null without one
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
            String optimistic,
            String trend) {

        FigureCard trend(String since) {
            return new FigureCard(id, title, figure, bar, second, target, state, caption, optimistic, since);
        }
    }

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
