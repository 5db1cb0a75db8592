package org.sanfen.exchange.groundjob;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sanfen.staff.StaffAccount;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.Messages;
import org.sanfen.web.PageLanguage;
import org.sanfen.web.QueryParameters;
import org.sanfen.web.SpreadsheetCsv;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a check came to, case by case and on a map. */
@RestController
@RequestMapping("/admin/api/ground/{id}")
@ConditionalOnWebApplication
class GroundFindingsController {

    private static final Pattern FEATURE = Pattern.compile("feature (\\d+)");
    private static final int LONGEST_PAGE = 1_000;
    private static final int PAGE_OF_FILE = 1_000;
    private static final int MOST_SHAPES = 5_000;

    private final GroundAccess access;
    private final GroundFindingStore findings;
    private final GroundShapeStore shapes;
    private final Messages messages;

    GroundFindingsController(
            GroundAccess access, GroundFindingStore findings, GroundShapeStore shapes, Messages messages) {
        this.access = access;
        this.findings = findings;
        this.shapes = shapes;
        this.messages = messages;
    }

    /** Shapes within a view. @param isAll false where there are too many to draw. */
    record View(List<GroundShapeStore.Shape> shapes, boolean isAll) {}

    @GetMapping("/findings")
    Map<String, List<GroundFindingStore.Case>> list(
            HttpServletRequest request,
            @PathVariable String id,
            @RequestParam(required = false) String code,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "100") int limit,
            @AuthenticationPrincipal StaffAccount staff) {
        QueryParameters.allowOnly(request, "code", "after", "limit");
        GroundJob.Standing job = access.require(id, staff);
        if (after < 0 || limit < 1 || limit > LONGEST_PAGE) {
            String wrong = after < 0 ? "after" : "limit";
            throw ApiProblem.badParameter(wrong, "\"after\" is 0 or more, \"limit\" from 1 to " + LONGEST_PAGE + ".");
        }
        return Map.of("findings", findings.listCases(job.id(), code, after, limit));
    }

    @GetMapping("/map")
    View map(
            HttpServletRequest request,
            @PathVariable String id,
            @RequestParam double west,
            @RequestParam double south,
            @RequestParam double east,
            @RequestParam double north,
            @AuthenticationPrincipal StaffAccount staff) {
        QueryParameters.allowOnly(request, "west", "south", "east", "north");
        long job = access.require(id, staff).id();
        List<GroundShapeStore.Shape> found = shapes.listShapes(job, west, south, east, north, MOST_SHAPES + 1);
        boolean isAll = found.size() <= MOST_SHAPES;
        return new View(isAll ? found : found.subList(0, MOST_SHAPES), isAll);
    }

    /** All cases with their places and remedies, as a spreadsheet shows them. */
    @GetMapping("/findings.csv")
    void file(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String id,
            @RequestParam(required = false) String lang,
            @AuthenticationPrincipal StaffAccount staff)
            throws IOException {
        QueryParameters.allowOnly(request, "lang");
        GroundJob.Standing job = access.require(id, staff);
        String language = PageLanguage.of(request);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("findings-" + job.place() + ".csv", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        SpreadsheetCsv csv = new SpreadsheetCsv(response.getOutputStream());
        csv.row(List.of(
                "number",
                "code",
                messages.text(language, "admin.ground.findings.what"),
                messages.text(language, "admin.ground.findings.subject"),
                "lon",
                "lat",
                messages.text(language, "admin.ground.findings.remedy")));
        int after = 0;
        List<GroundFindingStore.Case> page;
        do {
            page = findings.listCases(job.id(), null, after, PAGE_OF_FILE);
            for (GroundFindingStore.Case one : page) {
                csv.row(Arrays.asList(
                        one.number(),
                        one.code(),
                        word(language, "admin.ground.finding." + one.code(), one.said()),
                        subject(language, one.subject()),
                        one.lon(),
                        one.lat(),
                        word(
                                language,
                                "admin.ground.remedy." + one.code(),
                                messages.text(language, "admin.ground.remedy.other"))));
                after = one.number();
            }
        } while (page.size() == PAGE_OF_FILE);
        csv.flush();
    }

    /** In the page's own words, as far as the reader made them. */
    private String subject(String language, String said) {
        Matcher feature = FEATURE.matcher(said);
        return feature.lookingAt()
                ? messages.text(language, "admin.ground.finding.feature", "n", feature.group(1))
                        + said.substring(feature.end())
                : said;
    }

    private String word(String language, String key, String otherwise) {
        return messages.has(language, key) ? messages.text(language, key) : otherwise;
    }
}
