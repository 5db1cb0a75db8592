package org.sanfen.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.sanfen.coverage.RunHistory;
import org.sanfen.directory.Audience;
import org.sanfen.place.ChangeNumbers;
import org.sanfen.report.file.FileFormat;
import org.sanfen.staff.StaffAccount;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.sanfen.web.PageLanguage;
import org.sanfen.web.QueryParameters;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * The report as a file to download. Two are made at a time, because each takes tens of megabytes; who comes third waits a
 * little. A file is made whole before its first byte is sent, so that a failure is an error and not half a file.
 */
@RestController
class ReportFileController {

    private static final int AT_A_TIME = 2;
    private static final int PATIENCE_S = 8;

    private final ReportFiles files;
    private final ChangeNumbers numbers;
    private final ReportRuns runs;
    private final Semaphore places = new Semaphore(AT_A_TIME, true);

    ReportFileController(ReportFiles files, ChangeNumbers numbers, ReportRuns runs) {
        this.files = files;
        this.runs = runs;
        this.numbers = numbers;
    }

    @GetMapping({
        "/report/{area}.pdf",
        "/report/{area}.xlsx",
        "/report/{area}.csv",
        "/report/{area}.geojson",
        "/report/{area}.gpkg"
    })
    void everybodys(
            @PathVariable String area,
            @RequestParam(required = false) String standard,
            @RequestParam(required = false) String slice,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        send(null, area, standard, slice, request, response);
    }

    /** The same with internal points, marked so; only staff get here. */
    @GetMapping({
        "/admin/report/{area}.pdf",
        "/admin/report/{area}.xlsx",
        "/admin/report/{area}.csv",
        "/admin/report/{area}.geojson",
        "/admin/report/{area}.gpkg"
    })
    void staffs(
            @PathVariable String area,
            @RequestParam(required = false) String standard,
            @RequestParam(required = false) String slice,
            @AuthenticationPrincipal StaffAccount reader,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        send(reader, area, standard, slice, request, response);
    }

    /** @param reader null for the public */
    private void send(
            StaffAccount reader,
            String area,
            String standard,
            String slice,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        QueryParameters.allowOnly(request, "standard", "slice", "lang");
        Audience audience = reader == null ? Audience.PUBLIC : Audience.STAFF;
        String path = request.getRequestURI();
        FileFormat format =
                FileFormat.find(path.substring(path.lastIndexOf('.') + 1)).orElseThrow();
        String language = PageLanguage.of(request);
        ReportScope scope =
                files.scope(new ReportFiles.Wanted(audience, area, standard, slice, language, format), reader);
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                (audience == Audience.STAFF ? CacheControl.noStore() : CacheControl.noCache()).getHeaderValue());
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (audience == Audience.PUBLIC
                && new ServletWebRequest(request, response).checkNotModified(tag(scope, format, language))) {
            return;
        }
        Path file = Files.createTempFile("sanfen-", "." + format.ending());
        try {
            makeInTurn(scope, format, file, response);
            response.setContentType(format.mediaType());
            response.setContentLengthLong(Files.size(file));
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(fileName(scope, format), StandardCharsets.UTF_8)
                            .build()
                            .toString());
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void makeInTurn(ReportScope scope, FileFormat format, Path file, HttpServletResponse response)
            throws IOException {
        boolean mine;
        try {
            mine = places.tryAcquire(PATIENCE_S, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            mine = false;
        }
        if (!mine) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(PATIENCE_S));
            throw ApiProblem.worded(ErrorCode.BUSY, "report.file.busy");
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            files.write(scope, format, out);
        } finally {
            places.release();
        }
    }

    /** Weak: a PDF states when it was made. A place that is imported anew starts its numbers anew, hence when it was made. */
    private String tag(ReportScope scope, FileFormat format, String language) {
        String place = scope.place().id();
        Map<ChangeNumbers.Part, Long> versions = numbers.current(place);
        long newest =
                versions.values().stream().mapToLong(Long::longValue).max().orElse(0);
        long madeAt = numbers.findMadeAt(place).map(Instant::toEpochMilli).orElse(0L);
        return "W/\"%s-%d-%d-%d-%d-%s-%s-%s\""
                .formatted(
                        scope.run().engineVersion(),
                        madeAt,
                        scope.run().changeNumber(),
                        newest,
                        scope.standard().version(),
                        scope.run().computedAt().toEpochMilli(),
                        history(scope),
                        format.ending() + language);
    }

    /** How many runs are kept, and the newest one's number: a file shows trends and their history. */
    private String history(ReportScope scope) {
        List<RunHistory.Entry> kept = runs.listKept(
                scope.place().id(),
                scope.area().id(),
                scope.standard().id(),
                scope.link().slice(),
                scope.audience());
        long newest = kept.stream().mapToLong(RunHistory.Entry::runId).max().orElse(0);
        return kept.size() + "." + newest;
    }

    private static String fileName(ReportScope scope, FileFormat format) {
        String slice = scope.isAlways() ? "" : "-" + scope.run().slice().replace(':', '-');
        return "sanfen-%s-%s%s%s.%s"
                .formatted(
                        scope.area().id(),
                        scope.standard().id(),
                        slice,
                        scope.isInternal() ? "-internal" : "",
                        format.ending());
    }
}
