package org.sanfen.directory;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.sanfen.directory.PointSheet.Call;
import org.sanfen.directory.PointSheet.Row;
import org.sanfen.directory.PointSheet.Step;
import org.sanfen.directory.hours.OpeningHours;
import org.sanfen.directory.hours.Openness;
import org.sanfen.place.Place;
import org.sanfen.web.Messages;
import org.sanfen.web.PageLanguage;
import org.springframework.stereotype.Component;

/** Puts a point into words for its own page. Thread-safe. */
@Component
class PointSheets {

    private final Messages messages;
    private final KindRegistry kinds;
    private final PointHours pointHours;
    private final DirectoryPoints directory;
    private final NearStreets streets;

    PointSheets(
            Messages messages,
            KindRegistry kinds,
            PointHours pointHours,
            DirectoryPoints directory,
            NearStreets streets) {
        this.messages = messages;
        this.kinds = kinds;
        this.pointHours = pointHours;
        this.directory = directory;
        this.streets = streets;
    }

    PointSheet sheet(EmergencyPoint point, Place place, String language, ZonedDateTime now) {
        Words words = new Words(language);
        PointKind kind = kinds.getKind(point.kind());
        HoursOfPlace reader = pointHours.of(place.id());
        OpeningHours hours = reader.of(point);
        boolean timeless = reader.isTimeless(point);
        Openness openness = hours.at(now);
        HoursInWords inWords = new HoursInWords(messages, language);
        boolean readable = openness.state() != Openness.State.UNKNOWN || openness.nextChange() != null;
        String stop = stopReason(point);
        return new PointSheet(
                point.id(),
                kind.id(),
                kind.group().id(),
                kind.name(language),
                name(point, kind, language),
                stop == null ? openness.state().name().toLowerCase(Locale.ROOT) : "stop",
                stop != null ? words.of(stop) : timeless ? null : inWords.now(openness, now),
                timeless,
                point.phone() == null ? null : new Call(words.of("point.call_station"), point.phone()),
                calls(kind, place, words),
                photos(point, name(point, kind, language), words),
                warnings(point, kind, words),
                where(point, words),
                opening(point, words),
                readable && !timeless ? inWords.week(hours, now.toLocalDate()) : List.of(),
                readable ? null : point.openingHours(),
                inWords.holidays(hours, reader.holidays(), now.toLocalDate()),
                steps(kind, language),
                about(point, kind, words, inWords),
                inside(point, words, inWords),
                keeper(point, place, words, inWords));
    }

    private static List<PointSheet.Photo> photos(EmergencyPoint point, String name, Words words) {
        List<PointSheet.Photo> photos = new ArrayList<>();
        for (Map<String, Object> line : point.photos().lines()) {
            String path = "/p/" + point.id() + "/photos/" + (photos.size() + 1) + ".jpg?v=" + line.get("hash");
            String caption = line.get("caption") instanceof Map<?, ?> ? words.pick(texts(line.get("caption"))) : null;
            photos.add(new PointSheet.Photo(
                    path + "&size=small",
                    path,
                    line.get("width") instanceof Number width ? width.intValue() : null,
                    line.get("height") instanceof Number height ? height.intValue() : null,
                    caption == null ? words.of("point.photo_alt", "name", name) : caption,
                    caption));
        }
        return photos;
    }

    @SuppressWarnings("unchecked") // as PointFields writes it
    private static Map<String, String> texts(Object caption) {
        return (Map<String, String>) caption;
    }

    private static List<Step> steps(PointKind kind, String language) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < kind.howToUse().size(); i++) {
            String picture =
                    kind.howToPictures().isEmpty() ? null : kind.howToPictures().get(i);
            steps.add(new Step(
                    PageLanguage.text(kind.howToUse().get(i), language),
                    picture == null ? null : "/how-to/" + picture + ".svg"));
        }
        return steps;
    }

    String name(EmergencyPoint point, PointKind kind, String language) {
        String name = point.name(language);
        return name == null ? kind.name(language) : name;
    }

    /** Key of the sentence on why it is of no use now; null where it is. */
    private static String stopReason(EmergencyPoint point) {
        if (!point.status().equals("active")) {
            return "point." + point.status();
        }
        return point.isUsable() ? null : "point." + point.serviceable();
    }

    /** The number for its kind of emergency stands first. */
    private List<Call> calls(PointKind kind, Place place, Words words) {
        Stream<String> order = kind.group() == PointKind.Group.FIRE
                ? Stream.of("fire", "medical", "general", "police")
                : Stream.of("medical", "fire", "general", "police");
        List<Call> calls = new ArrayList<>();
        order.forEach(service -> {
            String number = place.emergencyNumbers().get(service);
            if (number != null && calls.stream().noneMatch(call -> call.number().equals(number))) {
                calls.add(new Call(words.of("point.call_" + service), number));
            }
        });
        return calls;
    }

    private List<String> warnings(EmergencyPoint point, PointKind kind, Words words) {
        List<String> warnings = new ArrayList<>();
        point.attributes()
                .values()
                .forEach((id, value) -> kind.findField(id).stream()
                        .flatMap(field -> field.values().stream())
                        .filter(choice -> choice.id().equals(value) && choice.warning() != null)
                        .forEach(choice -> warnings.add(words.of(
                                "point.warning", "text", PageLanguage.text(choice.warning(), words.language)))));
        return warnings;
    }

    /** As people say it: no house has a floor 0 or -1. */
    private static String floor(String level, Words words) {
        if ("0".equals(level)) {
            return words.of("point.level_ground");
        }
        return level != null && level.matches("-\\d+")
                ? words.of("point.level_below", "level", level.substring(1))
                : level;
    }

    private List<Row> where(EmergencyPoint point, Words words) {
        Rows rows = new Rows();
        rows.add(words.of("point.placement"), words.pick(point.placement().texts()));
        rows.add(words.of("point.floor"), floor(point.level(), words));
        rows.add(words.of("point.address"), point.address());
        if (point.address() == null) {
            streets.findNear(point.id()).ifPresent(near -> rows.add(words.of("point.near"), near.in(words.language)));
        }
        if (point.indoor() != null) {
            rows.add(words.of("point.side"), words.of(point.indoor() ? "point.indoor" : "point.outdoor"));
        }
        return rows.list;
    }

    private List<Row> opening(EmergencyPoint point, Words words) {
        Rows rows = new Rows();
        rows.add(words.of("point.how_to_open"), words.pick(point.howToOpen().texts()));
        if (point.locked() != null) {
            rows.add(words.of("point.lock"), words.of(point.locked() ? "point.locked" : "point.unlocked"));
        }
        rows.add(words.of("point.access"), words.of("point.access_" + point.access()));
        if (!point.wheelchair().equals("unknown")) {
            rows.add(words.of("point.wheelchair"), words.of("point.wheelchair_" + point.wheelchair()));
        }
        return rows.list;
    }

    private List<Row> about(EmergencyPoint point, PointKind kind, Words words, HoursInWords inWords) {
        Rows rows = new Rows();
        Map<String, Object> attributes = point.attributes().values();
        for (KindField field : kind.fields()) {
            Object value = attributes.get(field.id());
            if (value != null) {
                rows.add(field.name(words.language), fieldText(field, value, words, inWords));
            }
        }
        return rows.list;
    }

    private static String fieldText(KindField field, Object value, Words words, HoursInWords inWords) {
        return switch (field.type()) {
            case BOOLEAN -> words.of(Boolean.TRUE.equals(value) ? "point.yes" : "point.no");
            case DATE -> inWords.date(LocalDate.parse(value.toString()));
            case CHOICE ->
                field.values().stream()
                        .filter(choice -> choice.id().equals(value))
                        .map(choice -> PageLanguage.text(choice.names(), words.language))
                        .findFirst()
                        .orElse(value.toString());
            case TEXT, INTEGER, NUMBER -> value + (field.unit() == null ? "" : " " + field.unit());
        };
    }

    private static List<String> inside(EmergencyPoint point, Words words, HoursInWords inWords) {
        List<String> lines = new ArrayList<>();
        for (Map<String, Object> line : point.equipment().lines()) {
            List<String> parts = new ArrayList<>();
            Object count = line.get("count");
            parts.add(line.get("item") + (count == null ? "" : " × " + count));
            for (String date : List.of("made_on", "expires_on")) {
                if (line.get(date) instanceof String day) {
                    parts.add(words.of("point." + date, "date", inWords.date(LocalDate.parse(day))));
                }
            }
            lines.add(String.join(" · ", parts));
        }
        return lines;
    }

    private List<Row> keeper(EmergencyPoint point, Place place, Words words, HoursInWords inWords) {
        Rows rows = new Rows();
        rows.add(words.of("point.operator"), point.operator());
        if (point.parent() != null) {
            directory.findPoint(point.parent(), Audience.PUBLIC).ifPresent(station -> {
                rows.list.add(new Row(
                        words.of("point.station"),
                        name(station, kinds.getKind(station.kind()), words.language),
                        "/p/" + station.id() + "?lang=" + words.language));
                if (station.phone() != null) {
                    Call call = new Call(words.of("point.station_phone"), station.phone());
                    rows.list.add(new Row(call.label(), call.number(), call.address()));
                }
            });
        }
        rows.add(
                words.of("point.verified"),
                point.verifiedOn() == null ? words.of("point.never_verified") : inWords.date(point.verifiedOn()));
        rows.add(words.of("point.source"), source(point, place, words));
        rows.add(words.of("point.licence"), point.licence());
        rows.add(words.of("point.id"), point.id());
        return rows.list;
    }

    private static String source(EmergencyPoint point, Place place, Words words) {
        return switch (point.source()) {
            case "staff" -> words.of("point.source_staff");
            case "osm" -> place.attribution() == null ? words.of("point.source_osm") : place.attribution();
            default -> point.source();
        };
    }

    /** Rows whose text is known. */
    private static final class Rows {
        private final List<Row> list = new ArrayList<>();

        void add(String label, String text) {
            if (text != null) {
                list.add(new Row(label, text, null));
            }
        }
    }

    /** The page's words in its language. */
    private final class Words {
        private final String language;

        Words(String language) {
            this.language = language;
        }

        String of(String key, Object... values) {
            return messages.text(language, key, values);
        }

        /** The text in the page's language, else its fallback's, else any; null for none. */
        String pick(Map<String, String> texts) {
            return PageLanguage.text(texts, language);
        }
    }
}
