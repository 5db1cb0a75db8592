package org.sanfen.exchange.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sanfen.exchange.ImportRefused;

/** Which boundary {@code --area} means. */
class RootFinderTest {

    private static final String[] LEVEL_2 = {"type=boundary", "boundary=administrative", "admin_level=2", "name=Ville"};
    private static final String[] LEVEL_8 = {"type=boundary", "boundary=administrative", "admin_level=8", "name=Ville"};

    private final Findings findings = new Findings();

    private static Scene squares() {
        return new Scene()
                .bounds(0, 0, 0.01, 0.01)
                .node(1, 0.001, 0.001)
                .node(2, 0.005, 0.001)
                .node(3, 0.005, 0.005)
                .node(4, 0.001, 0.005)
                .way(10, "1 2 3 4 1")
                .way(11, "1 2");
    }

    @Test
    void takesTheOnlyBoundaryOfANameThatIsWholeAndSaysSo() {
        Scene scene = squares().relation(20, "outer:11 outer:99", LEVEL_2).relation(21, "outer:10", LEVEL_8);

        assertThat(scene.read(findings, "Ville").root().sourceId()).isEqualTo("relation/21");
        assertThat(findings.list())
                .filteredOn(finding -> finding.code().equals("boundary_chosen"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.cases())
                        .containsExactly("relation/21 (Ville, admin_level 8) of relation/20 (Ville, admin_level 2),"
                                + " relation/21 (Ville, admin_level 8)"));
    }

    @Test
    void asksWhichWhenTwoOfANameAreWhole() {
        Scene scene = squares().relation(20, "outer:10", LEVEL_2).relation(21, "outer:10", LEVEL_8);

        assertThatThrownBy(() -> scene.read(findings, "Ville"))
                .isInstanceOf(ImportRefused.class)
                .hasMessage("Several boundaries are called \"Ville\"; give one by its id: relation/20 (Ville,"
                        + " admin_level 2), relation/21 (Ville, admin_level 8).");
    }

    @Test
    void refusesABoundaryThatIsNotWhole() {
        Scene scene = squares().relation(20, "outer:11 outer:99", LEVEL_2);

        assertThatThrownBy(() -> scene.read(findings, "Ville"))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("relation/20 (Ville, admin_level 2) is not whole in this file");
    }
}
