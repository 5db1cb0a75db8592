package org.sanfen.review;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.sanfen.place.PlaceStore;
import org.sanfen.staff.StaffAccount;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.sanfen.web.QueryParameters;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Proposals over HTTP, under {@code /admin}; {@link Proposals} asks who may. */
@RestController
@RequestMapping("/admin/api/proposals")
class ProposalsController {

    private final Proposals proposals;
    private final Reviews reviews;
    private final PlaceStore places;

    ProposalsController(Proposals proposals, Reviews reviews, PlaceStore places) {
        this.proposals = proposals;
        this.reviews = reviews;
        this.places = places;
    }

    /**
     * A proposal, or a change of one.
     *
     * @param place of a new point
     * @param point the point to change; null for a new one
     * @param revision of the point it starts from; of the proposal, when that is changed
     * @param pointRevision of the point that its proposer saw, when a proposal is changed; null if none was looked at
     * @param values the fields wanted
     * @param note to the reviewer
     * @param state draft, submitted (unless said otherwise) or withdrawn
     */
    record Wanted(
            String place,
            String point,
            Integer revision,
            Integer pointRevision,
            JsonNode values,
            String note,
            String state) {}

    /**
     * A reviewer's answer.
     *
     * @param revision of the proposal that was looked at
     * @param pointRevision of the point that was looked at; for publishing a change
     * @param values what it shall have of the proposed fields; null for all of them as proposed
     * @param note to the proposer
     */
    record Answered(Integer revision, Integer pointRevision, JsonNode values, String note) {}

    /** @param point the published point's id */
    record Published(String point, int revision) {}

    @GetMapping
    Map<String, List<Proposal>> list(
            HttpServletRequest request, @RequestParam String place, @AuthenticationPrincipal StaffAccount who) {
        QueryParameters.allowOnly(request, "place");
        if (places.findPlace(place).isEmpty()) {
            throw ApiProblem.worded(
                    ErrorCode.BAD_PARAMETER, Map.of("parameter", "place"), "problem.place_none", "id", place);
        }
        return Map.of("proposals", proposals.listProposals(place, who));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Proposal propose(@RequestBody Wanted wanted, @AuthenticationPrincipal StaffAccount who) {
        return proposals.propose(wanted, who);
    }

    @PatchMapping("/{id}")
    Proposal change(@PathVariable String id, @RequestBody Wanted wanted, @AuthenticationPrincipal StaffAccount who) {
        return proposals.change(number(id), wanted, who);
    }

    @PostMapping("/{id}/return")
    Proposal sendBack(
            @PathVariable String id, @RequestBody Answered answered, @AuthenticationPrincipal StaffAccount by) {
        return reviews.sendBack(number(id), answered, by);
    }

    @PostMapping("/{id}/publish")
    Published publish(
            @PathVariable String id, @RequestBody Answered answered, @AuthenticationPrincipal StaffAccount by) {
        var point = reviews.publish(number(id), answered, by);
        return new Published(point.id(), point.revision());
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException notANumber) {
            throw ApiProblem.worded(ErrorCode.NOT_FOUND, "problem.proposal_none", "id", id);
        }
    }
}
