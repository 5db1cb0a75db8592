package org.sanfen.exchange.job;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.sanfen.exchange.job.ImportRowStore.Filter;
import org.sanfen.exchange.job.ImportRowStore.Spot;
import org.sanfen.staff.StaffAccount;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.sanfen.web.PageLanguage;
import org.sanfen.web.QueryParameters;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The preview of an import: its rows in pages and on the map, staff's word on single ones, and the file of what to correct. */
@RestController
@RequestMapping("/admin/api/imports/{id}")
@ConditionalOnWebApplication
class ImportRowsController {

    private static final int LONGEST_PAGE = 500;
    private static final int MOST_SPOTS = 20_000;
    private static final List<String> WHATS = List.of("new", "changed", "unchanged", "duplicate", "problem");

    private final ImportRowStore rows;
    private final ImportJobStore jobs;
    private final RowPlan plan;
    private final ImportAccess access;
    private final CorrectionFile corrections;
    private final DutyLines dutyLines;

    ImportRowsController(
            ImportRowStore rows,
            ImportJobStore jobs,
            RowPlan plan,
            ImportAccess access,
            CorrectionFile corrections,
            DutyLines dutyLines) {
        this.rows = rows;
        this.jobs = jobs;
        this.plan = plan;
        this.access = access;
        this.corrections = corrections;
        this.dutyLines = dutyLines;
    }

    /** @param total rows that the filter lets through */
    record Page(List<ImportRow> rows, long total) {}

    /** Column by column, because there are many: {@code what} holds places in {@code whats}. */
    record Spots(List<String> whats, long[] number, double[] lon, double[] lat, int[] what) {}

    @GetMapping("/rows")
    Page list(
            HttpServletRequest request,
            @PathVariable String id,
            @RequestParam(required = false) String what,
            @RequestParam(required = false) String reason,
            @RequestParam(defaultValue = "false") boolean placed,
            @RequestParam(defaultValue = "false") boolean kept,
            @RequestParam(defaultValue = "0") int skip,
            @RequestParam(defaultValue = "100") int limit,
            @AuthenticationPrincipal StaffAccount staff) {
        QueryParameters.allowOnly(request, "what", "reason", "placed", "kept", "skip", "limit");
        ImportJob job = access.require(id, staff);
        if (skip < 0 || limit < 1 || limit > LONGEST_PAGE) {
            String wrong = skip < 0 ? "skip" : "limit";
            throw ApiProblem.badParameter(wrong, "\"skip\" is 0 or more, \"limit\" from 1 to " + LONGEST_PAGE + ".");
        }
        Filter filter = filter(what, reason, placed, kept);
        return new Page(rows.listRows(job.id(), filter, skip, limit), rows.count(job.id(), filter));
    }

    @GetMapping("/rows/{number}")
    ImportRow row(@PathVariable String id, @PathVariable long number, @AuthenticationPrincipal StaffAccount staff) {
        return rows.findRow(access.require(id, staff).id(), number)
                .orElseThrow(() -> ApiProblem.worded(ErrorCode.NOT_FOUND, "import.row.none"));
    }

    @GetMapping("/map")
    Spots map(
            HttpServletRequest request,
            @PathVariable String id,
            @RequestParam(required = false) String what,
            @RequestParam(required = false) String reason,
            @RequestParam(defaultValue = "false") boolean placed,
            @RequestParam(defaultValue = "false") boolean kept,
            @AuthenticationPrincipal StaffAccount staff) {
        QueryParameters.allowOnly(request, "what", "reason", "placed", "kept");
        List<Spot> spots =
                rows.listSpots(access.require(id, staff).id(), filter(what, reason, placed, kept), MOST_SPOTS);
        return new Spots(
                WHATS,
                spots.stream().mapToLong(Spot::number).toArray(),
                spots.stream().mapToDouble(Spot::lon).toArray(),
                spots.stream().mapToDouble(Spot::lat).toArray(),
                spots.stream().mapToInt(spot -> WHATS.indexOf(spot.what())).toArray());
    }

    private static Filter filter(String what, String reason, boolean placed, boolean kept) {
        if (what != null && !WHATS.contains(what)) {
            throw ApiProblem.badParameter("what", "\"what\" is one of " + String.join(", ", WHATS) + ".");
        }
        return new Filter(what, reason, placed, kept);
    }

    /** {@code {"take": true|false|null}} or {@code {"duty_line": true|false}}. */
    @PatchMapping("/rows/{number}")
    Map<String, Object> decide(
            @PathVariable String id,
            @PathVariable long number,
            @RequestBody JsonNode body,
            @AuthenticationPrincipal StaffAccount staff) {
        ImportJob job = access.require(id, staff);
        boolean done;
        if (body.path("duty_line").isBoolean()) {
            done = dutyLines.confirm(job.id(), number, body.get("duty_line").booleanValue());
        } else if (body.has("take")
                && (body.get("take").isBoolean() || body.get("take").isNull())) {
            JsonNode take = body.get("take");
            done = rows.take(job.id(), number, take.isNull() ? null : take.booleanValue());
        } else {
            throw ApiProblem.worded(ErrorCode.BAD_BODY, Map.of("parameter", "take"), "import.row.word");
        }
        ImportRow row = rows.findRow(job.id(), number)
                .orElseThrow(() -> ApiProblem.worded(ErrorCode.NOT_FOUND, "import.row.none"));
        if (!done) {
            throw ApiProblem.worded(ErrorCode.REVISION_CONFLICT, "import.elsewhere");
        }
        JsonNode counts = plan.counts(job.id());
        jobs.counts(job.id(), counts);
        return Map.of("row", row, "counts", counts);
    }

    /** The rows with a problem as they stand in the file, to be put right and taken again. */
    @GetMapping("/problems.csv")
    void problems(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String id,
            @RequestParam(required = false) String lang,
            @AuthenticationPrincipal StaffAccount staff)
            throws IOException {
        QueryParameters.allowOnly(request, "lang");
        ImportJob job = access.require(id, staff);
        if (job.tidied()) {
            throw ApiProblem.worded(ErrorCode.NOT_FOUND, "import.file.gone");
        }
        if (job.choice() == null || job.state() == ImportJob.State.READING) {
            throw ApiProblem.worded(ErrorCode.REVISION_CONFLICT, "import.elsewhere");
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(
                                "problems-" + job.fileName().replaceAll("\\.\\w+$", "") + ".csv",
                                StandardCharsets.UTF_8)
                        .build()
                        .toString());
        corrections.write(job, PageLanguage.of(request), response.getOutputStream());
    }
}
