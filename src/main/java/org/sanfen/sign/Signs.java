package org.sanfen.sign;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.sanfen.directory.EmergencyPoint;
import org.sanfen.directory.KindRegistry;
import org.sanfen.directory.PointKind;
import org.sanfen.place.Place;
import org.sanfen.sign.Sign.Call;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.sanfen.web.Messages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Puts points into words, symbols and codes for their signs. Thread-safe. */
@Component
class Signs {

    private static final int MOST_CALLS = 2;

    private final KindRegistry kinds;
    private final Messages messages;
    private final String publicUrl;

    Signs(KindRegistry kinds, Messages messages, @Value("${sanfen.public-url}") String publicUrl) {
        this.kinds = kinds;
        this.messages = messages;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** @throws ApiProblem where the operator has not said at which address people find this site */
    void requireAddress() {
        if (publicUrl.isEmpty()) {
            throw ApiProblem.worded(ErrorCode.NOT_SET_UP, "problem.no_public_url");
        }
    }

    Sign sign(EmergencyPoint point, Place place, String language) {
        PointKind kind = kinds.getKind(point.kind());
        String second = second(language);
        String address = publicUrl + "/p/" + point.id();
        String own = point.name(language);
        return new Sign(
                point.id(),
                kind.group().id(),
                symbol(kind),
                List.of(kind.name(language), kind.name(second)),
                own == null || own.equals(kind.name(language)) ? null : own,
                QrDrawing.of(address),
                calls(kind, place, language, second),
                address.replaceFirst("^https?://", ""),
                place.schematic() ? both("site.schematic", language, second) : null);
    }

    /** A text in the two languages of a sign. */
    List<String> inBoth(String key, String language) {
        return List.of(messages.text(language, key), messages.text(second(language), key));
    }

    /** The same in one line. */
    String both(String key, String language) {
        return both(key, language, second(language));
    }

    private String both(String key, String language, String second) {
        return messages.text(language, key) + " · " + messages.text(second, key);
    }

    /** Beside Chinese stands English, beside every other language Chinese or English. */
    private static String second(String language) {
        return language.equals("en") ? "zh-Hans" : "en";
    }

    private List<Call> calls(PointKind kind, Place place, String language, String second) {
        Stream<String> order = kind.group() == PointKind.Group.FIRE
                ? Stream.of("fire", "general", "medical")
                : Stream.of("medical", "general", "fire");
        return order.filter(service -> place.emergencyNumbers().get(service) != null)
                .map(service -> new Call(
                        both("point.call_" + service, language, second),
                        place.emergencyNumbers().get(service)))
                .limit(MOST_CALLS)
                .toList();
    }

    private static String symbol(PointKind kind) {
        String path = "frontend/signs/" + kind.icon() + ".svg";
        try (InputStream file = new ClassPathResource(path).getInputStream()) {
            String svg = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return svg.replaceFirst(
                    "<svg [^>]*>", "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"symbol\" viewBox=\"0 0 100 100\">");
        } catch (IOException missing) {
            throw new IllegalStateException(path + " is missing: a kind needs its symbol", missing);
        }
    }
}
