package org.sanfen.report;

import java.util.ArrayList;
import java.util.List;
import org.sanfen.coverage.Slice;
import org.sanfen.coverage.Standard;
import org.sanfen.place.Place;
import org.sanfen.report.PageHead.Option;
import org.sanfen.report.ReportPage.Choices;
import org.springframework.stereotype.Component;

/** Lists what the form of a report offers. Thread-safe. */
@Component
class ReportChoices {

    /** Named slices, in the order in which somebody would try them. */
    private static final List<String> SLICES =
            List.of("always", "weekday-10", "weekday-22", "sunday-03", "worst", "now", "24-7");

    private final ReportScopes scopes;

    ReportChoices(ReportScopes scopes) {
        this.scopes = scopes;
    }

    Choices choices(ReportScope scope) {
        ReportWords words = scope.words();
        String key = scope.standard().hoursBind() ? sliceKey(scope.link().slice()) : "unbound";
        return new Choices(
                scope.link().root(),
                places(scope),
                standards(scope),
                scope.hasLimit() ? slices(scope) : List.of(),
                scope.hasLimit() ? words.say("slice." + key + ".text", "slice", scope.sliceName()) : null);
    }

    private static String sliceKey(String slice) {
        return SLICES.contains(slice) ? slice : "at";
    }

    private List<Option> places(ReportScope scope) {
        List<Option> options = new ArrayList<>();
        for (Place place : scopes.listPlaces(scope.reader())) {
            options.add(place(scope, place));
        }
        if (options.stream().noneMatch(Option::chosen)) {
            options.add(place(scope, scope.place()));
        }
        return options;
    }

    private static Option place(ReportScope scope, Place place) {
        return new Option(
                place.id(),
                place.name(scope.words().language()),
                place.id().equals(scope.place().id()));
    }

    private List<Option> standards(ReportScope scope) {
        return scopes.listOffered().stream()
                .map(standard -> option(scope, standard))
                .toList();
    }

    static Option option(ReportScope scope, Standard standard) {
        return new Option(
                standard.id(),
                standard.name(scope.words().language()),
                standard.id().equals(scope.standard().id()));
    }

    /** Where hours do not bind, any slice says the same, so none is offered. */
    private static List<Option> slices(ReportScope scope) {
        List<String> offered = new ArrayList<>(scope.standard().hoursBind() ? SLICES : List.of(SLICES.get(0)));
        if (!offered.contains(scope.link().slice())) {
            offered.add(scope.link().slice());
        }
        return offered.stream()
                .filter(slice -> Slice.find(slice).isPresent())
                .map(slice -> new Option(
                        slice,
                        scope.words().slice(slice),
                        slice.equals(scope.link().slice())))
                .toList();
    }
}
