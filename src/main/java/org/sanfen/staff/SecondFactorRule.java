package org.sanfen.staff;

import java.util.Set;
import org.sanfen.web.SiteRefused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whose accounts must have a second factor: the operator's {@code SANFEN_REQUIRE_SECOND_FACTOR}. */
@Component
class SecondFactorRule {

    private final Set<StaffRole> required;

    SecondFactorRule(@Value("${sanfen.require-second-factor:}") String setting) {
        this.required = switch (setting.strip()) {
            case "", "nobody" -> Set.of();
            case "administrators" -> Set.of(StaffRole.ADMINISTRATOR);
            case "everybody" -> Set.of(StaffRole.values());
            default ->
                throw new SiteRefused("SANFEN_REQUIRE_SECOND_FACTOR is \"" + setting
                        + "\"; it should be administrators, everybody or nobody.");
        };
    }

    boolean requires(StaffRole role) {
        return required.contains(role);
    }
}
