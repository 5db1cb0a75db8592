package org.sanfen.upkeep;

import java.util.Map;
import org.sanfen.staff.StaffAccount;
import org.sanfen.upkeep.StaffProblemsController.Wanted;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What staff do with reports: a state and an answer, each change kept with the account that made it. Thread-safe. */
@Service
class ProblemAnswers {

    private static final int MOST_ANSWER = 1000;

    private final ProblemStore reports;

    ProblemAnswers(ProblemStore reports) {
        this.reports = reports;
    }

    ProblemReport getReport(String id) {
        return number(id, reports);
    }

    /** Changes the report if it still is as it was looked at; else the answer holds how it is now. */
    @Transactional
    public ProblemReport change(String id, Wanted wanted, StaffAccount staff) {
        ProblemReport report = getReport(id);
        if (wanted.revision() == null) {
            throw bad("revision", "problem.revision");
        }
        ProblemState state = ProblemState.find(String.valueOf(wanted.state()))
                .orElseThrow(() -> bad("state", "problem.report_state"));
        String answer = wanted.answer() == null ? "" : wanted.answer().strip();
        if (answer.codePointCount(0, answer.length()) > MOST_ANSWER || answer.indexOf('\0') >= 0) {
            throw bad("answer", "problem.report_answer", "most", MOST_ANSWER);
        }
        if (!reports.change(report.id(), wanted.revision(), state, answer.isEmpty() ? null : answer, staff.id())) {
            throw ApiProblem.worded(
                    ErrorCode.REVISION_CONFLICT, Map.of("current", getReport(id)), "problem.report_conflict");
        }
        return getReport(id);
    }

    private static ProblemReport number(String id, ProblemStore reports) {
        try {
            return reports.findReport(Long.parseLong(id)).orElseThrow(() -> none(id));
        } catch (NumberFormatException notANumber) {
            throw none(id);
        }
    }

    private static ApiProblem none(String id) {
        return ApiProblem.worded(ErrorCode.NOT_FOUND, "problem.report_none", "id", id);
    }

    private static ApiProblem bad(String field, String key, Object... values) {
        return ApiProblem.worded(ErrorCode.BAD_BODY, Map.of("parameter", field), key, values);
    }
}
