package org.sanfen.review;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads, joins and compares the fields of proposals, named as the editing interface names them. Pure. */
final class ProposedValues {

    private static final int MOST_JSON = 200_000;

    /** 7 and 7.0 are one number; all else is as it is. */
    private static final Comparator<JsonNode> BY_VALUE = (one, other) -> {
        boolean same = one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue()) == 0
                : one.equals(other);
        return same ? 0 : 1;
    };

    private ProposedValues() {}

    /** An object of fields; what they hold is for the edit to complain of, but the database must be able to keep it. */
    static ObjectNode read(JsonNode given) {
        if (!(given instanceof ObjectNode values)
                || values.isEmpty()
                || values.toString().length() > MOST_JSON) {
            throw bad("values", "problem.proposal_values");
        }
        values.properties().forEach(field -> {
            if (hasNul(field.getKey()) || hasNul(field.getValue())) {
                throw bad(field.getKey().replace("\0", ""), "problem.text_line");
            }
        });
        return values.deepCopy().remove(List.of("revision", "place"));
    }

    static Set<String> names(ObjectNode values) {
        return new TreeSet<>(values.propertyNames());
    }

    /**
     * Both proposals of one person for one point.
     *
     * @param values fields wanted
     * @param base the same fields as the point had them when each was proposed
     */
    record Union(ObjectNode values, ObjectNode base) {}

    /**
     * Adds a later proposal to an earlier one. The later wins; of texts by language and of attributes key by key, since an
     * editor sends all of them to change one.
     *
     * @param present what the point holds in the later one's fields
     */
    static Union union(Proposal earlier, ObjectNode later, ObjectNode present) {
        ObjectNode values = earlier.proposed().deepCopy();
        ObjectNode base = earlier.base().deepCopy();
        later.properties().forEach(field -> {
            String name = field.getKey();
            JsonNode wanted = field.getValue().deepCopy();
            JsonNode from = present.path(name).deepCopy();
            if (wanted instanceof ObjectNode keys && from instanceof ObjectNode fromKeys) {
                keepEarlier(
                        keys,
                        fromKeys,
                        earlier.proposed().path(name),
                        earlier.base().path(name));
            }
            put(values, name, wanted);
            put(base, name, from);
        });
        return new Union(values, base);
    }

    /** A key that the earlier one changes, and the later one does not, stays as the earlier one has it. */
    private static void keepEarlier(ObjectNode wanted, ObjectNode from, JsonNode earlier, JsonNode earlierBase) {
        Set<String> keys = new TreeSet<>(earlier.propertyNames());
        keys.addAll(earlierBase.propertyNames());
        for (String key : keys) {
            boolean changedBefore = earlier.isObject() && !isSame(earlier.get(key), earlierBase.get(key));
            if (changedBefore && isSame(wanted.get(key), from.get(key))) {
                put(wanted, key, earlier.path(key));
                put(from, key, earlierBase.path(key));
            }
        }
    }

    private static void put(ObjectNode object, String name, JsonNode value) {
        if (value.isMissingNode()) {
            object.remove(name);
        } else {
            object.set(name, value);
        }
    }

    /** Names among these that two states hold differently; nothing and null are one. */
    static Set<String> differing(Set<String> names, ObjectNode one, ObjectNode other) {
        Set<String> differing = new TreeSet<>(names);
        differing.removeIf(name -> isSame(one.get(name), other.get(name)));
        return differing;
    }

    private static boolean isSame(JsonNode one, JsonNode other) {
        if (isNothing(one) || isNothing(other)) {
            return isNothing(one) && isNothing(other);
        }
        return one.equals(BY_VALUE, other);
    }

    private static boolean isNothing(JsonNode value) {
        return value == null || value.isNull() || value.isMissingNode();
    }

    private static boolean hasNul(String text) {
        return text.indexOf('\0') >= 0;
    }

    private static boolean hasNul(JsonNode value) {
        return value.isString() && hasNul(value.stringValue())
                || value.propertyNames().stream().anyMatch(ProposedValues::hasNul)
                || value.valueStream().anyMatch(ProposedValues::hasNul);
    }

    static ApiProblem bad(String field, String key, Object... values) {
        return ApiProblem.worded(ErrorCode.BAD_BODY, Map.of("parameter", field), key, values);
    }
}
