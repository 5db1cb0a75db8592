/**
 * Opening hours in OSM's syntax: parsed by OpeningHoursParser, evaluated here.
 *
 * <p>Pure Java: no Spring, no SQL, no HTTP. The evaluation follows the OSM wiki, Key:opening_hours/specification, and where
 * that is silent opening_hours.js. What can't be read or is not supported is unknown and says why: never an exception,
 * never open.
 *
 * <p>Decided 2026-11-21, as long as no holiday calendar is loaded ({@link HolidayCalendar#NONE}): a day is taken to be no
 * holiday. So "24/7; PH off" is open every day, also in the filter {@code open=}, whose "known to be open" means: by these
 * hours, on a day that is no holiday. Calling every rule set that names PH or SH unknown would hide most staffed points
 * on all the 350 days on which they are open; the price is a wrong "open" on a holiday, so a point's page shows the rules
 * for holidays beside its hours and says that holidays are not known. A rule that opens on holidays only opens nothing.
 */
@org.springframework.modulith.NamedInterface("hours")
package org.sanfen.directory.hours;
