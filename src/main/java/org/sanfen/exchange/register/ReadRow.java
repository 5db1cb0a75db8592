package org.sanfen.exchange.register;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row of a register, read.
 *
 * @param number as a spreadsheet shows it
 * @param sourceId id in the register; one made from the content where the file has none; null if the row is left out
 *     for want of any content
 * @param values fields of the point as {@code PointMerge.Said} has them: {@code kind}, the fields that the file speaks of
 *     and nobody else, and {@code lon} and {@code lat} where the system is WGS-84, GCJ-02 or BD-09
 * @param x as the file has it, put right if swapped: longitude or east; null if there is none
 * @param y latitude or north; null if there is none
 * @param address to place the row by; null if there is none
 * @param mobile a mobile number, kept out of {@code values} until an editor confirms it as a duty line: then it goes in as
 *     {@code phone} with {@code phone_is_duty_line} true; null for none
 * @param problems in the order of the columns
 */
public record ReadRow(
        long number,
        String sourceId,
        ObjectNode values,
        Double x,
        Double y,
        String address,
        String mobile,
        List<RowProblem> problems) {

    public boolean isLeftOut() {
        return problems.stream().anyMatch(RowProblem::rowIsLeftOut);
    }

    /** Whether it has an address and no position, and waits to be placed. */
    public boolean waitsForPosition() {
        return x == null && address != null && !isLeftOut();
    }
}
