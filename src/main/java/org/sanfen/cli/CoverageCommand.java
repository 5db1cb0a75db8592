package org.sanfen.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sanfen.coverage.CoverageAnswer;
import org.sanfen.coverage.CoverageFigures;
import org.sanfen.coverage.CoverageRun;
import org.sanfen.coverage.CoverageService;
import org.sanfen.directory.Audience;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.Messages;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** {@code ./run coverage}: the bare figures of an area, as {@code /api/coverage} answers them. */
@Component
class CoverageCommand implements Command {

    private static final Set<String> OPTIONS = Set.of("--area", "--standard", "--slice");

    private final CoverageService coverage;
    private final PlaceStore places;
    private final Messages messages;
    private final ObjectMapper json;

    CoverageCommand(CoverageService coverage, PlaceStore places, ObjectMapper json, Messages messages) {
        this.messages = messages;
        this.coverage = coverage;
        this.places = places;
        this.json = json;
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        Options options = Options.read("coverage", arguments, OPTIONS, Set.of("--json", "--internal"));
        String area = options.get("--area", "Say of which area: --area ID; a place's own id means all of it.");
        String standard = options.get("--standard", "Say by which standard: --standard ID, such as aed-100m.");
        Place place = places.findPlaceOfArea(area).orElseThrow(() -> unknown(area));
        CoverageAnswer answer = answer(
                place,
                area,
                standard,
                options.find("--slice").orElse(CoverageService.ALWAYS),
                options.has("--internal") ? Audience.STAFF : Audience.PUBLIC);
        if (options.has("--json")) {
            out.println(json.writeValueAsString(answer));
        } else {
            print("", json.valueToTree(answer), out);
        }
        return 0;
    }

    private CoverageAnswer answer(Place place, String area, String standard, String slice, Audience audience) {
        try {
            CoverageRun run = coverage.run(place.id(), standard, slice, audience);
            CoverageFigures figures = run.findFigures(area).orElseThrow(() -> unknown(area));
            return CoverageAnswer.of(place, run, figures);
        } catch (ApiProblem problem) {
            throw new UserError(problem.sentence(messages, "en"), problem);
        }
    }

    private static UserError unknown(String area) {
        return new UserError("There is no area \"" + area
                + "\"; ./run places lists the places, and the report of a place" + " names its areas.");
    }

    /** A figure a line; what there is none of is left out. */
    private static void print(String prefix, JsonNode figures, PrintStream out) {
        for (Map.Entry<String, JsonNode> figure : figures.properties()) {
            JsonNode value = figure.getValue();
            if (value.isObject()) {
                print(prefix + figure.getKey() + " ", value, out);
            } else if (!value.isNull()) {
                out.printf("%-34s %s%n", prefix + figure.getKey(), value.asString());
            }
        }
    }
}
