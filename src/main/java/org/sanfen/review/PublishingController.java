package org.sanfen.review;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sanfen.directory.EmergencyPoint;
import org.sanfen.review.ProposalsController.Answered;
import org.sanfen.staff.StaffAccount;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.sanfen.web.Messages;
import org.sanfen.web.PageLanguage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /admin/api/proposals/publish}: several proposals as they were proposed, each for itself: one that can't be
 * published holds up no other, and says why.
 */
@RestController
class PublishingController {

    /** As many as the list of those that wait holds. */
    private static final int MOST = 500;

    private final Reviews reviews;
    private final Messages messages;

    PublishingController(Reviews reviews, Messages messages) {
        this.reviews = reviews;
        this.messages = messages;
    }

    /** @param proposals those to publish, in this order */
    record Chosen(List<One> proposals) {}

    /**
     * One of them.
     *
     * @param id of the proposal
     * @param revision of the proposal that was looked at
     * @param pointRevision of the point that was looked at; null for a new one
     */
    record One(Long id, Integer revision, Integer pointRevision) {}

    @PostMapping("/admin/api/proposals/publish")
    Map<String, List<Map<String, Object>>> publish(
            HttpServletRequest request, @RequestBody Chosen chosen, @AuthenticationPrincipal StaffAccount by) {
        List<One> proposals = chosen.proposals() == null ? List.of() : chosen.proposals();
        Set<Long> ids = new HashSet<>();
        if (proposals.isEmpty()
                || proposals.size() > MOST
                || !proposals.stream().allMatch(one -> one != null && one.id() != null && ids.add(one.id()))) {
            throw ProposedValues.bad("proposals", "problem.proposal_list", "most", MOST);
        }
        String language = PageLanguage.ofProblem(request);
        return Map.of(
                "answers",
                proposals.stream().map(one -> publish(one, by, language)).toList());
    }

    private Map<String, Object> publish(One one, StaffAccount by, String language) {
        Map<String, Object> answer = new LinkedHashMap<>();
        try {
            EmergencyPoint point =
                    reviews.publish(one.id(), new Answered(one.revision(), one.pointRevision(), null, null), by);
            answer.put("id", one.id());
            answer.put("outcome", "published");
            answer.put("point", point.id());
            answer.put("revision", point.revision());
        } catch (ApiProblem problem) {
            answer.putAll(problem.told(messages, language));
            answer.put("id", one.id());
            answer.put("outcome", problem.code() == ErrorCode.REVISION_CONFLICT ? "conflict" : "refused");
        }
        return answer;
    }
}
