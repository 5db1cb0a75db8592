package org.sanfen.coverage;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sanfen.coverage.stored.StoredRuns;
import org.sanfen.directory.Audience;
import org.sanfen.place.ChangeNumbers.Part;
import org.sanfen.street.engine.EdgeLine;
import org.sanfen.street.engine.StreetGraph;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.springframework.stereotype.Service;

/** Finds the two runs of a comparison and subtracts them. Thread-safe. */
@Service
class Comparisons {

    private final StoredRuns stored;

    Comparisons(StoredRuns stored) {
        this.stored = stored;
    }

    /** How a standard and slice are run now. */
    interface Now {
        CoverageRun run(String placeId, String standardId, String slice);
    }

    private record Found(CoverageRun run, RunComparison.Side side) {}

    /** @throws ApiProblem naming {@code before} or {@code after} for a run that the audience may not see */
    RunComparison compare(
            String placeId, String areaId, RunChoice before, RunChoice after, Audience audience, Now now) {
        Found old = find(placeId, before, "before", audience, now);
        Found fresh = find(placeId, after, "after", audience, now);
        requireOneHour(old.run(), "before");
        requireOneHour(fresh.run(), "after");
        return new RunSubtraction(old.run(), fresh.run(), lines(fresh.run()))
                .subtract(areaId, old.side(), fresh.side());
    }

    private Found find(String placeId, RunChoice choice, String parameter, Audience audience, Now now) {
        if (!choice.isStored()) {
            CoverageRun run = now.run(placeId, choice.standardId(), choice.slice());
            return new Found(run, side(run, null, null, null));
        }
        Optional<StoredRuns.Stored> found = stored.findRun(placeId, choice.runId(), audience);
        return found.map(one -> new Found(one.run(), side(one.run(), choice.runId(), one.kind(), one.name())))
                .orElseThrow(() -> ApiProblem.badParameter(
                        parameter,
                        "There is no run " + choice.runId() + " of \"" + placeId
                                + "\" to be seen; name one of its kept runs, or a standard and a slice such as"
                                + " aed-100m@always."));
    }

    /** The worst hour is another in every area, so that there is nothing to subtract street by street. */
    private static void requireOneHour(CoverageRun run, String parameter) {
        if (Slice.find(run.slice()).orElseThrow().kind() == Slice.Kind.WORST) {
            throw ApiProblem.worded(ErrorCode.BAD_PARAMETER, Map.of("parameter", parameter), "problem.compare_worst");
        }
    }

    private static RunComparison.Side side(CoverageRun run, Long id, String kind, String name) {
        return new RunComparison.Side(
                id, kind, name, run.standard(), run.slice(), run.changeNumber(), run.computedAt(), run.dataDate());
    }

    /** Streets that both sides have are found among the later one's. */
    private RunSubtraction.Lines lines(CoverageRun run) {
        Map<Long, Integer> edges = new HashMap<>();
        return (street, from, to) -> {
            StreetGraph graph = stored.graph(run.placeId(), run.versions().get(Part.STREETS));
            if (edges.isEmpty()) {
                for (int edge = 0; edge < graph.edgeCount(); edge++) {
                    edges.put(graph.streetId(edge), edge);
                }
            }
            return EdgeLine.cut(graph, edges.get(street), from, to);
        };
    }
}
