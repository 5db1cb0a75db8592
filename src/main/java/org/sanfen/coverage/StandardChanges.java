package org.sanfen.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sanfen.staff.Audit.Change;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What differs between two versions of a standard, field by field, for the record of what staff did. Pure. */
final class StandardChanges {

    /** The version is what the record names; a unit follows from its metric. */
    private static final Set<String> UNTOLD = Set.of("version", "unit");

    private StandardChanges() {}

    static List<Change> between(Standard before, Standard after, ObjectMapper json) {
        JsonNode was = json.valueToTree(before);
        JsonNode is = json.valueToTree(after);
        List<Change> changes = new ArrayList<>();
        for (String field : is.propertyNames()) {
            if (!UNTOLD.contains(field) && !was.get(field).equals(is.get(field))) {
                changes.add(new Change(field, text(was.get(field)), text(is.get(field))));
            }
        }
        return changes;
    }

    private static String text(JsonNode value) {
        if (value.isNull() || value.isContainer() && value.isEmpty()) {
            return null;
        }
        return value.isContainer()
                ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "))
                : value.asString();
    }
}
