/**
 * The files of a report, one class a format: what to write comes in as a {@link org.sanfen.report.file.ReportBook} or a
 * finished page, bytes go out. Nothing here knows Spring, the database or a request, so that a command starts quickly and
 * a test needs no server.
 */
@org.springframework.modulith.NamedInterface("file")
package org.sanfen.report.file;
