/**
 * Opening hours in OSM's syntax: parsed by OpeningHoursParser, evaluated here.
 *
 * <p>Pure Java: no Spring, no SQL, no HTTP. The evaluation follows the OSM wiki, Key:opening_hours/specification, and where
 * that is silent opening_hours.js. What can't be read or is not supported is unknown and says why: never an exception,
 * never open.
 *
 * <p>Holidays come from a {@link HolidayCalendar}: China's official arrangement lies in {@code hours/holidays-CN.csv}, an
 * operator's own list in the database. Decided 2026-11-21: a day of a year that no list knows is taken to be no holiday. So
 * "24/7; PH off" is then open every day, also in the filter {@code open=}. Calling every rule set that names PH or SH
 * unknown would hide most staffed points on all the 350 days on which they are open; the price is a wrong "open" on a
 * holiday, so a point's page shows the rules for holidays beside its hours and says when holidays are not known. A rule
 * that opens on holidays only opens nothing. On a weekend day worked in exchange for a holiday, hours that the weekday next
 * to it has otherwise are unknown. The sun comes from commons-suncalc, at the point's position.
 */
@org.springframework.modulith.NamedInterface("hours")
package org.sanfen.directory.hours;
