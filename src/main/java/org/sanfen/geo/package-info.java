/**
 * Positions and distances on the earth: {@link org.sanfen.geo.LonLat}, geodesic lengths and areas, GCJ-02 and BD-09, WKB.
 *
 * <p>Pure Java without Spring; uses nothing of the other packages. Order is always longitude, latitude, WGS-84.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Geometry",
        allowedDependencies = {})
package org.sanfen.geo;
