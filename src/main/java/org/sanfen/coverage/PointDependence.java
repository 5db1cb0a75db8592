package org.sanfen.coverage;

/**
 * Demand that one point alone reaches within the limit (coverage.md section 5, backup): what is lost when it fails.
 *
 * @param pointId public id of the point
 * @param demand of the area that depends on it alone, in the area's unit
 */
public record PointDependence(String pointId, double demand) {}
