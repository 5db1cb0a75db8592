package org.sanfen.exchange.register;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sanfen.directory.KindField;
import org.sanfen.directory.PointKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads the rows of one file, one after the other. Not thread-safe. */
final class RowReading {

    private final ReadingChoice choice;
    private final RegisterPlace place;
    private final List<PointKind> kinds;
    private final KindTags tagged;
    private final ValueWords words;
    private final PositionReading positions;
    private final FieldReading fields;
    private final HoursReading hours = new HoursReading();
    private final SourceIds ids = new SourceIds();
    private final String language;

    RowReading(
            ReadingChoice choice,
            RegisterPlace place,
            List<PointKind> kinds,
            ValueWords words,
            PositionReading positions) {
        this.choice = choice;
        this.place = place;
        this.kinds = kinds;
        this.tagged = new KindTags(kinds);
        this.words = words;
        this.positions = positions;
        this.fields = new FieldReading(place);
        this.language = place == null || place.languages().isEmpty()
                ? "und"
                : place.languages().get(0);
    }

    ReadRow read(RawRow row) {
        RowNotes notes = new RowNotes(row.number());
        Cells cells = new Cells(row, choice.mapping(), notes);
        if (row.isOdd()) {
            notes.note("", "", Reason.CELLS_TOO_MANY, "");
        }
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        PointKind kind = kind(cells);
        values.put("kind", kind == null ? null : kind.id());
        String address = fields.text(cells, "address", 200);
        PositionReading.Position position = positions.read(cells, address != null);
        if (position.lonLat() != null) {
            values.put("lon", position.lonLat().lon());
            values.put("lat", position.lonLat().lat());
        }
        texts(cells, values, address);
        facts(cells, values, position);
        String mobile = phone(cells, values);
        if (kind != null) {
            attributes(cells, kind, values);
        }
        status(cells, values);
        String id = ids.read(cells, values, position);
        return new ReadRow(row.number(), id, values, position.x(), position.y(), address, mobile, notes.list());
    }

    private PointKind kind(Cells cells) {
        if (choice.kind() != null) {
            return byId(choice.kind()).orElseThrow(() -> new IllegalArgumentException("No kind " + choice.kind()));
        }
        String raw = cells.raw("kind");
        Optional<PointKind> kind = raw.isEmpty()
                ? byTags(cells)
                : cells.mapped("kind", raw).or(() -> words.findKind(raw)).flatMap(this::byId);
        if (kind.isEmpty()) {
            cells.leaveOut("kind", raw, raw.isEmpty() ? Reason.KIND_MISSING : Reason.KIND_UNKNOWN, "");
        }
        return kind.orElse(null);
    }

    private Optional<PointKind> byId(String id) {
        return kinds.stream().filter(kind -> kind.id().equals(id)).findFirst();
    }

    private Optional<PointKind> byTags(Cells cells) {
        if (!"osm".equals(choice.mapping().profile())) {
            return Optional.empty();
        }
        Map<String, String> tags = tags(cells.row());
        return tagged.findKind(tags);
    }

    private static Map<String, String> tags(RawRow row) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String column : row.columns().names()) {
            if (!row.cell(column).isEmpty()) {
                tags.put(column, row.cell(column));
            }
        }
        return tags;
    }

    private void texts(Cells cells, ObjectNode values, String address) {
        line(cells, values, "name", 120);
        if (cells.has("address")) {
            values.put("address", fields.withoutCode(cells, "address", address));
        }
        line(cells, values, "operator", 120);
        line(cells, values, "level", 20);
        byLanguage(cells, values, "names");
        byLanguage(cells, values, "placement");
        byLanguage(cells, values, "how_to_open");
    }

    private void line(Cells cells, ObjectNode values, String field, int longest) {
        if (cells.has(field)) {
            values.put(field, fields.text(cells, field, longest));
        }
    }

    /** The plain field is in the place's first language; {@code placement.en} says which it is in. */
    private void byLanguage(Cells cells, ObjectNode values, String field) {
        ObjectNode texts = JsonNodeFactory.instance.objectNode();
        boolean isSpokenOf = field.equals("names") || field.equals("placement");
        for (String mapped : cells.mapping().fields().keySet()) {
            boolean isPlain = mapped.equals(field);
            if (isPlain || mapped.startsWith(field + ".")) {
                isSpokenOf = true;
                String text = field.equals("names") ? fields.text(cells, mapped, 120) : fields.openText(cells, mapped);
                String tag = isPlain ? language : mapped.substring(field.length() + 1);
                if (text != null && (!isPlain || !texts.has(tag))) {
                    texts.put(tag, text);
                }
            }
        }
        if (isSpokenOf) {
            values.set(field, texts);
        }
    }

    private void facts(Cells cells, ObjectNode values, PositionReading.Position position) {
        for (String flag : List.of("indoor", "locked")) {
            if (cells.has(flag)) {
                values.put(flag, fields.flag(cells, flag, flag));
            }
        }
        for (String word : List.of("access", "wheelchair")) {
            String said = fields.word(cells, word, word);
            values.put(word, said == null ? "unknown" : said);
        }
        if (cells.has("opening_hours")
                || cells.has("hours_from")
                || cells.has("hours_days")
                || cells.has("hours_note")) {
            values.put("opening_hours", hours.read(cells));
        }
        Double accuracy = fields.number(cells, "accuracy_m", 0, 100_000);
        if (cells.has("accuracy_m") || position.accuracyM() != null) {
            values.put("accuracy_m", accuracy == null ? position.accuracyM() : accuracy);
        }
        String verified = fields.day(cells, "verified_on", true, false);
        if (verified != null) {
            values.put("verified_on", verified);
        }
        for (String text : List.of("licence", "parent")) {
            line(cells, values, text, 100);
        }
        if (!values.hasNonNull("licence") && choice.licence() != null) {
            values.put("licence", choice.licence());
        }
        if (cells.has("equipment")) {
            values.set("equipment", EquipmentText.read(cells.raw("equipment")));
        }
        String visibility = fields.word(cells, "visibility", "visibility");
        if (visibility != null && List.of("public", "internal").contains(visibility)) {
            values.put("visibility", visibility);
        }
    }

    private String phone(Cells cells, ObjectNode values) {
        if (!cells.has("phone")) {
            return null;
        }
        String raw = cells.raw("phone");
        values.putNull("phone");
        if (raw.isEmpty()) {
            return null;
        }
        PhoneText phone = PhoneText.read(raw, place == null ? null : place.country());
        values.put("phone", phone.number());
        if (phone.isUnreadable()) {
            cells.note("phone", raw, Reason.PHONE_UNREADABLE, "");
        } else if (phone.zeroWasLost()) {
            cells.note(
                    "phone", raw, Reason.LEADING_ZERO_LOST, phone.number() == null ? phone.mobile() : phone.number());
        }
        if (phone.mobile() != null && phone.number() == null) {
            cells.note("phone", raw, Reason.MOBILE_PHONE, "");
            return phone.mobile();
        }
        return null;
    }

    private void attributes(Cells cells, PointKind kind, ObjectNode values) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        if ("osm".equals(choice.mapping().profile())) {
            List<String> unreadable = new ArrayList<>();
            kind.attributesFromOsm(tags(cells.row()), unreadable)
                    .forEach((field, value) -> attributes.set(field, node(value)));
            unreadable.forEach(tag -> cells.notes().note(tag.split("=")[0], tag, Reason.WORD_UNKNOWN, ""));
        }
        for (KindField field : kind.fields()) {
            Object value = attributes.has(field.id()) ? null : fields.attribute(cells, field);
            if (value != null) {
                attributes.set(field.id(), node(value));
            }
        }
        values.set("attributes", attributes);
    }

    private static JsonNode node(Object value) {
        if (value instanceof Boolean flag) {
            return JsonNodeFactory.instance.booleanNode(flag);
        }
        return value instanceof BigDecimal number
                ? JsonNodeFactory.instance.numberNode(number)
                : JsonNodeFactory.instance.stringNode(String.valueOf(value));
    }

    private void status(Cells cells, ObjectNode values) {
        String status = fields.word(cells, "status", "status");
        if ("removed".equals(status)) {
            cells.leaveOut("status", cells.raw("status"), Reason.STATED_REMOVED, "");
        } else if (status != null
                && List.of("active", "planned", "out_of_service").contains(status)) {
            values.put("status", status);
        }
    }
}
