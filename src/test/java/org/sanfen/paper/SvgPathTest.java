package org.sanfen.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.PathIterator;
import org.junit.jupiter.api.Test;

/** The path data of our own drawings. */
class SvgPathTest {

    @Test
    void readsAbsoluteAndRelativeStepsAndCloses() {
        assertThat(corners("M10 10L100 50v20h-30Z")).isEqualTo("M10,10 L100,50 L100,70 L70,70 Z");
    }

    @Test
    void furtherPairsAfterAMoveAreLines() {
        assertThat(corners("M1 2 3,4-5.5 6")).isEqualTo("M1,2 L3,4 L-5.5,6");
    }

    @Test
    void afterClosingGoesOnFromWhereTheRingBegan() {
        assertThat(corners("M5 5L9 5L9 9Zl1 1")).endsWith("Z L6,6");
    }

    @Test
    void saysWhichCommandItDoesNotDraw() {
        assertThatThrownBy(() -> SvgPath.read("M0 0Q1 1 2 2", false)).hasMessageContaining("command Q");
    }

    private static String corners(String data) {
        StringBuilder corners = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator path = SvgPath.read(data, false).getPathIterator(null); !path.isDone(); path.next()) {
            String letter =
                    switch (path.currentSegment(at)) {
                        case PathIterator.SEG_CLOSE -> "Z";
                        case PathIterator.SEG_MOVETO -> "M" + plain(at[0]) + "," + plain(at[1]);
                        default -> "L" + plain(at[0]) + "," + plain(at[1]);
                    };
            corners.append(corners.isEmpty() ? "" : " ").append(letter);
        }
        return corners.toString();
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
