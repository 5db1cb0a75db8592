package org.sanfen.report.file;

import java.util.List;

/**
 * A table of a report.
 *
 * @param id for machines
 * @param title for people; the sheet's name
 * @param columns heads
 * @param rows as many values as columns: a text, a number, a truth value or null
 */
public record FileTable(String id, String title, List<FileColumn> columns, List<List<Object>> rows) {}
