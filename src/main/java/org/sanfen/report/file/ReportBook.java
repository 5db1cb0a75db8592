package org.sanfen.report.file;

import java.util.List;

/**
 * A report's figures and shapes, ready to be written as a file.
 *
 * @param notice stands in every file
 * @param tables the areas' is called {@code areas}
 * @param layers of the map; empty for a table's format
 */
public record ReportBook(FileNotice notice, List<FileTable> tables, List<FileLayer> layers) {

    /** @throws IllegalArgumentException for an id that no table has */
    public FileTable getTable(String id) {
        return tables.stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No table " + id));
    }
}
