package org.sanfen.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.sanfen.place.Place;
import org.sanfen.report.PageHead.Crumb;
import org.sanfen.report.PageHead.Mark;

/** Says what a page is: its names, its larger areas, its marks. */
final class PageHeads {

    private static final int DEEPEST = 16;

    private final ReportScope scope;
    private final ReportWords words;

    PageHeads(ReportScope scope) {
        this.scope = scope;
        this.words = scope.words();
    }

    /**
     * @param titleKey of the browser's tab
     * @param self this page's address in a language; null to follow the browser
     */
    PageHead head(String titleKey, Function<String, String> self) {
        String standard = scope.standard().name(words.language());
        return new PageHead(
                words.language(),
                self.apply(scope.link().language()),
                words.say(titleKey, "area", scope.areaName(), "standard", standard, "site", words.site("site.title")),
                scope.place().schematic() ? words.site("site.schematic") : null,
                mark(),
                scope.isInternal(),
                scope.place().id(),
                scope.area().id(),
                scope.isRoot(),
                scope.standard().id(),
                scope.link().slice(),
                scope.areaName(),
                standard,
                scope.sliceName(),
                crumbs(),
                attribution(scope.place()));
    }

    private Mark mark() {
        if (scope.isInternal()) {
            return new Mark("internal", words.say("mark.internal"), words.say("mark.internal.text"));
        }
        return scope.publishedByHand()
                ? new Mark(
                        "published",
                        words.say("mark.published"),
                        words.say(
                                "mark.published.text",
                                "date",
                                words.dateAndTime(
                                        scope.run().computedAt(), scope.place().zone())))
                : null;
    }

    private List<Crumb> crumbs() {
        List<Crumb> crumbs = new ArrayList<>();
        String parent = scope.area().parentId();
        while (parent != null && crumbs.size() < DEEPEST) {
            ReportArea larger = scope.findArea(parent).orElse(null);
            if (larger == null) {
                break;
            }
            boolean sameAsParent = !crumbs.isEmpty() && crumbs.get(0).name().equals(scope.name(larger));
            if (sameAsParent) {
                crumbs.remove(0);
            }
            crumbs.add(
                    0,
                    new Crumb(scope.name(larger), scope.link().area(larger.id()).url()));
            parent = larger.parentId();
        }
        Crumb root = new Crumb(
                scope.place().name(words.language()),
                scope.link().area(scope.place().id()).url());
        boolean startsAtRoot = !crumbs.isEmpty() && crumbs.get(0).url().equals(root.url());
        if (!scope.isRoot() && !startsAtRoot) {
            crumbs.add(0, root);
        }
        return crumbs;
    }

    private static String attribution(Place place) {
        if (place.attribution() == null) {
            return place.licence();
        }
        return place.licence() == null ? place.attribution() : place.attribution() + " · " + place.licence();
    }
}
