/**
 * Who has to be reached: buildings with the residents or the floor area that they weigh (coverage.md section 1).
 *
 * <p>Rows of {@code building} and known populations of {@code area} become arrays in memory, kept as long as both are
 * unchanged. Counted by building and area only; there is no person in it. Uses {@code geo} and {@code place}.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Demand",
        allowedDependencies = {"geo", "place"})
package org.sanfen.demand;
