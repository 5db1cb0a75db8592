package org.sanfen.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sanfen.web.SiteRefused;

class ReviewRuleTest {

    private static Set<Right> rights(StaffRole role, boolean needsReview, String setting) {
        return new AccountRow(1, "li", "Li", null, role, needsReview, List.of(), null, false, false, null, null, null)
                .principal(new ReviewRule(setting))
                .rights();
    }

    @Test
    void everyEditorProposesWhereTheOperatorSaysSo() {
        assertThat(rights(StaffRole.EDITOR, false, "editors"))
                .contains(Right.PROPOSE_POINTS)
                .doesNotContain(Right.EDIT_POINTS, Right.PUBLISH_POINTS, Right.IMPORT, Right.EDIT_AREAS);
        assertThat(rights(StaffRole.EDITOR, false, "")).contains(Right.EDIT_POINTS);
        assertThat(rights(StaffRole.EDITOR, true, "accounts"))
                .as("by its account")
                .doesNotContain(Right.EDIT_POINTS);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EDITOR")
    void everybodyElseMayWhatTheirRoleSays(StaffRole role) {
        assertThat(rights(role, false, "editors")).isEqualTo(role.rights());
    }

    @Test
    void anythingElseStopsTheStart() {
        assertThatThrownBy(() -> new ReviewRule("everybody"))
                .isInstanceOf(SiteRefused.class)
                .hasMessageContaining("SANFEN_REVIEW");
    }
}
