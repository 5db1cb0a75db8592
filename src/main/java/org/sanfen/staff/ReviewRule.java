package org.sanfen.staff;

import org.sanfen.web.SiteRefused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whose changes of points wait for a review whatever their account says: the operator's {@code SANFEN_REVIEW}. */
@Component
class ReviewRule {

    private final boolean ofEditors;

    ReviewRule(@Value("${sanfen.review:}") String setting) {
        this.ofEditors = switch (setting.strip()) {
            case "", "accounts" -> false;
            case "editors" -> true;
            default -> throw new SiteRefused("SANFEN_REVIEW is \"" + setting + "\"; it should be accounts or editors.");
        };
    }

    /** Never of administrators: somebody must be able to publish. */
    boolean requires(StaffRole role) {
        return ofEditors && role == StaffRole.EDITOR;
    }
}
