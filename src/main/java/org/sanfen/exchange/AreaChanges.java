package org.sanfen.exchange;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sanfen.staff.Audit.Change;

/** Areas and what differs between them, in the words of the record of what staff did. Pure. */
final class AreaChanges {

    private static final int MOST_NAMES = 5;

    private AreaChanges() {}

    /** Such as {@code 沙栏吓村 (town.shalanxia)}. */
    static String subject(String id, String name) {
        return name + " (" + id + ")";
    }

    static String subject(EditedArea area) {
        return subject(area.id(), area.properties().name());
    }

    /** Several areas of a place: the first by name, then how many. */
    static String subject(String placeId, List<String> names) {
        String first = names.stream().limit(MOST_NAMES).collect(joining(", "));
        return placeId + ": " + first + (names.size() > MOST_NAMES ? ", … (" + names.size() + ")" : "");
    }

    /** @param outlineSent whether somebody sent an outline, which is only named: it is too long to tell */
    static List<Change> between(EditedArea before, EditedArea after, boolean outlineSent) {
        EditedArea.Properties was = before.properties();
        EditedArea.Properties is = after.properties();
        List<Change> changes = new ArrayList<>();
        Change.add(changes, "name", was.name(), is.name());
        Change.add(changes, "names", texts(was.names()), texts(is.names()));
        Change.add(changes, "layer", was.layer(), is.layer());
        Change.add(changes, "parent", was.parent(), is.parent());
        Change.add(changes, "code", was.code(), is.code());
        Change.add(changes, "residents", was.residents(), is.residents());
        Change.add(changes, "organisation", was.organisation(), is.organisation());
        Change.add(changes, "targets", texts(was.targets()), texts(is.targets()));
        if (outlineSent) {
            changes.add(new Change("outline", null, null));
        }
        return changes;
    }

    private static String texts(Map<String, ?> values) {
        return values.isEmpty()
                ? null
                : new TreeMap<>(values)
                        .entrySet().stream()
                                .map(entry -> entry.getKey() + " " + entry.getValue())
                                .collect(joining(", "));
    }
}
