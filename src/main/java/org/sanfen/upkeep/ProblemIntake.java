package org.sanfen.upkeep;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.sanfen.photo.Photo;
import org.sanfen.photo.PhotoReader;
import org.sanfen.photo.RefusedPhoto;
import org.sanfen.web.Messages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Looks a filled form through and stores it, or says what is wrong at which field. Thread-safe. */
@Service
class ProblemIntake {

    private final IntakeStore store;
    private final Messages messages;

    ProblemIntake(IntakeStore store, Messages messages) {
        this.store = store;
        this.messages = messages;
    }

    /**
     * What became of a form.
     *
     * @param status of the answer
     * @param code to follow the report by; null where it was not taken
     * @param form what was typed, with what is wrong
     */
    record Outcome(HttpStatus status, String code, ProblemForm form) {}

    /** @param photo bytes of the chosen file; null for none */
    Outcome take(String point, ProblemForm form, byte[] photo, String language) {
        Map<String, String> errors = new LinkedHashMap<>();
        ProblemCategory category = ProblemCategory.find(form.category()).orElse(null);
        if (category == null) {
            errors.put("category", messages.text(language, "wrong.category_none"));
        }
        String text = clean(form.text());
        int length = text.codePointCount(0, text.length());
        if (length > ProblemForm.MOST_TEXT) {
            errors.put(
                    "text",
                    messages.text(language, "wrong.text_long", "length", length, "most", ProblemForm.MOST_TEXT));
        }
        if (!form.trap().isBlank()) {
            errors.put("website", messages.text(language, "wrong.trap"));
        }
        if (errors.isEmpty() && !store.isOpenFor(point)) {
            return refused(HttpStatus.TOO_MANY_REQUESTS, form, "form", messages.text(language, "wrong.limit"));
        }
        Photo drawn = null;
        if (photo != null) {
            try {
                drawn = PhotoReader.read(photo);
            } catch (RefusedPhoto refused) {
                errors.put("photo", sentence(refused.reason(), language));
            }
        }
        if (!errors.isEmpty()) {
            return new Outcome(HttpStatus.BAD_REQUEST, null, form.with(errors));
        }
        return store.take(point, category, text, drawn)
                .map(code -> new Outcome(HttpStatus.SEE_OTHER, code, form))
                .orElseGet(() ->
                        refused(HttpStatus.TOO_MANY_REQUESTS, form, "form", messages.text(language, "wrong.limit")));
    }

    private static Outcome refused(HttpStatus status, ProblemForm form, String field, String sentence) {
        return new Outcome(status, null, form.with(Map.of(field, sentence)));
    }

    private String sentence(RefusedPhoto.Reason reason, String language) {
        String key = "wrong.photo_" + reason.name().toLowerCase(Locale.ROOT);
        return messages.text(language, key, "most", PhotoReader.MOST_BYTES >> 20);
    }

    /** Line ends as one character, no other control characters: what a browser counted, and what a database keeps. */
    private static String clean(String typed) {
        return typed.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "")
                .strip();
    }
}
