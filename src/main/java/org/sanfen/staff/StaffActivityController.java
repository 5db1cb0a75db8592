package org.sanfen.staff;

import static java.util.stream.Collectors.joining;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sanfen.staff.StaffActivityStore.Entry;
import org.sanfen.staff.StaffActivityStore.Filter;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.QueryParameters;
import org.sanfen.web.SpreadsheetCsv;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What staff did, for whoever may see accounts: a page at a time, or all that fits the filter as CSV, sent while it is read. */
@RestController
class StaffActivityController {

    private static final int PAGE = 100;

    private final StaffActivityStore activity;
    private final Permissions permissions;

    StaffActivityController(StaffActivityStore activity, Permissions permissions) {
        this.activity = activity;
        this.permissions = permissions;
    }

    /** {@code from} and {@code to} are moments such as 2026-11-22T00:00:00Z; {@code before} is the last key of the page before. */
    @GetMapping("/admin/api/staff-activity")
    Map<String, Object> list(
            HttpServletRequest request,
            @RequestParam(required = false) String account,
            @RequestParam(required = false) String action,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            @RequestParam(required = false) String before,
            @AuthenticationPrincipal StaffAccount by) {
        QueryParameters.allowOnly(request, "account", "action", "from", "to", "before");
        permissions.require(by, Right.ACCOUNTS, null);
        List<Entry> page = activity.listEntries(filter(account, action, from, to), before, PAGE + 1);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("entries", page.subList(0, Math.min(PAGE, page.size())));
        answer.put("more", page.size() > PAGE);
        answer.put("actions", activity.listActions());
        return answer;
    }

    @GetMapping("/admin/api/staff-activity.csv")
    void file(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(required = false) String account,
            @RequestParam(required = false) String action,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            @AuthenticationPrincipal StaffAccount by)
            throws IOException {
        QueryParameters.allowOnly(request, "account", "action", "from", "to");
        permissions.require(by, Right.ACCOUNTS, null);
        Filter filter = filter(account, action, from, to);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"staff-activity.csv\"");
        SpreadsheetCsv csv = new SpreadsheetCsv(response.getOutputStream());
        csv.row(List.of("at", "login", "by", "action", "detail", "name", "changes"));
        activity.eachEntry(
                filter,
                entry -> csv.row(Arrays.asList(
                        entry.at(),
                        entry.login(),
                        entry.by(),
                        entry.action(),
                        entry.detail(),
                        entry.point() == null ? null : entry.point().name(),
                        entry.changes().stream()
                                .map(StaffActivityController::line)
                                .collect(joining("; ")))));
        csv.flush();
    }

    /** Such as {@code role: editor → viewer}; the bare field where the values are not told. */
    private static String line(Audit.Change change) {
        return change.before() == null && change.after() == null
                ? change.field()
                : change.field() + ": " + Objects.requireNonNullElse(change.before(), "–") + " → "
                        + Objects.requireNonNullElse(change.after(), "–");
    }

    private static Filter filter(String account, String action, String from, String to) {
        return new Filter(bare(account), bare(action), moment("from", from), moment("to", to));
    }

    private static String bare(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static Instant moment(String parameter, String text) {
        if (bare(text) == null) {
            return null;
        }
        try {
            return Instant.parse(bare(text));
        } catch (DateTimeParseException notAMoment) {
            throw ApiProblem.badParameter(parameter, "Give a moment such as 2026-11-22T00:00:00Z.");
        }
    }
}
