/**
 * Opening hours in OSM's syntax: parsed by OpeningHoursParser, evaluated here.
 *
 * <p>Pure Java: no Spring, no SQL, no HTTP. The evaluation follows the OSM wiki, Key:opening_hours/specification, and where
 * that is silent opening_hours.js. What can't be read or is not supported is unknown and says why: never an exception,
 * never open.
 */
@org.springframework.modulith.NamedInterface("hours")
package org.sanfen.directory.hours;
