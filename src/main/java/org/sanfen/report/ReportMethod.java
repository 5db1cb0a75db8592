package org.sanfen.report;

import java.util.ArrayList;
import java.util.List;
import org.sanfen.coverage.Standard;
import org.sanfen.directory.Audience;
import org.sanfen.report.ReportPage.Fact;
import org.sanfen.report.ReportPage.Method;

/** What the figures rest on: the method in plain language, the standard's source, and the dates. */
final class ReportMethod {

    private final ReportScope scope;
    private final ReportWords words;
    private final Standard standard;

    ReportMethod(ReportScope scope) {
        this.scope = scope;
        this.words = scope.words();
        this.standard = scope.standard();
    }

    Method method() {
        List<String> sentences = new ArrayList<>();
        if (scope.hasLimit()) {
            sentences.add(words.say(
                    "method." + ("straight".equals(standard.metric()) ? "straight" : "network"),
                    "limit",
                    scope.limit(),
                    "kinds",
                    scope.kindNames()));
            sentences.add(words.say(scope.isByResidents() ? "method.residents" : "method.floor"));
            if (AreaTarget.isSetAnywhere(scope)) {
                AreaTarget target = AreaTarget.of(scope, scope.area());
                sentences.add(
                        words.say("method.target", "share", words.share(target.share()), "whose", target.whose(words)));
            }
        } else {
            sentences.add(words.say("method.density", "kinds", scope.kindNames()));
        }
        sentences.add(words.say(scope.audience() == Audience.STAFF ? "method.internal" : "method.public"));
        if (scope.hasLimit()) {
            sentences.add(words.say(
                    !standard.hoursBind()
                            ? "method.hours_unbound"
                            : scope.isAlways() ? "method.hours_always" : "method.hours_slice",
                    "slice",
                    scope.sliceName(),
                    "zone",
                    scope.place().zone().getId()));
            sentences.add(words.say("method.straight_beside"));
            sentences.add(words.say("method.books"));
        }
        sentences.add(words.say("together"));
        return new Method(sentences, facts());
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        if (scope.area().organisation() != null) {
            fact(facts, "fact.organisation", scope.area().organisation());
        }
        fact(
                facts,
                "fact.standard",
                words.say(
                        "fact.standard.text",
                        "name",
                        standard.name(words.language()),
                        "id",
                        standard.id(),
                        "version",
                        standard.version()));
        fact(facts, "fact.source", standard.source());
        fact(facts, "fact.measure", measure());
        if (scope.hasLimit()) {
            fact(facts, "fact.slice", scope.sliceName());
        }
        named(facts, "fact.read", standard.readInText());
        named(facts, "fact.secondary", standard.secondary());
        named(facts, "fact.assumed", standard.assumed());
        fact(
                facts,
                "fact.data_date",
                scope.run().dataDate() == null
                        ? words.say("fact.unknown")
                        : words.date(scope.run().dataDate(), scope.place().zone()));
        fact(
                facts,
                "fact.computed",
                words.say(
                        "fact.computed.text",
                        "time",
                        words.dateAndTime(
                                scope.run().computedAt(), scope.place().zone()),
                        "zone",
                        scope.place().zone().getId()));
        fact(
                facts,
                "fact.version",
                words.say(
                        "fact.version.text",
                        "change",
                        scope.run().changeNumber(),
                        "engine",
                        scope.run().engineVersion()));
        fact(facts, "fact.sections", words.say(scope.hasLimit() ? "fact.sections.text" : "fact.sections.density"));
        if (scope.place().licence() != null) {
            fact(facts, "fact.licence", scope.place().licence());
        }
        return facts;
    }

    private String measure() {
        if (!scope.hasLimit()) {
            return words.say("measure.density");
        }
        List<String> parts = new ArrayList<>();
        parts.add(words.say("measure." + standard.metric(), "limit", scope.limit()));
        parts.add(words.say("measure." + standard.direction()));
        if (standard.speedMps() != null) {
            parts.add(words.say("measure.speed", "speed", words.decimal(standard.speedMps(), 2)));
        }
        if (standard.turnoutS() != null && standard.turnoutS() > 0) {
            parts.add(words.say("measure.turnout", "time", words.time(standard.turnoutS())));
        }
        parts.add(words.say(standard.privateWays() ? "measure.private" : "measure.no_private"));
        return words.list(parts);
    }

    private void named(List<Fact> facts, String key, List<String> fields) {
        if (!fields.isEmpty()) {
            fact(facts, key, words.list(fields.stream().map(this::field).toList()));
        }
    }

    /** A field's name in words; one that has none yet keeps its own. */
    private String field(String field) {
        return switch (field) {
            case "limit", "speed_mps", "turnout_s", "direction", "density_km2_per_point", "per_10000_residents" ->
                words.say("field." + field);
            default -> field;
        };
    }

    private void fact(List<Fact> facts, String key, String text) {
        facts.add(new Fact(words.say(key), text));
    }
}
