package org.sanfen.directory;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.sanfen.web.Invisible;
import tools.jackson.databind.JsonNode;

/** Reads texts that staff typed. Pure. */
public final class TypedText {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final int MOST_LANGUAGES = 12;

    /**
     * A word for a code, and three digits or more near it, in either order; digits may be spaced out, with single letters
     * among them. A postal code, a QR code and their kin open no door.
     */
    private static final Pattern CODE = codeNear(
            "(?<!\\p{L})(?<!postal |post |zip |area |country |qr |kod )(?:pass|digi|tür|zugangs|door|key)?(?:code|kod|код)"
                    + "(?!\\p{L}| postal| pocztowy)"
                    + "|\\bpin\\b|\\bpassword\\b|\\bcombination\\b|密码|密碼|口令|暗码|代码|暗証番号|暗号番号|パスコード|비밀번호",
            "\\d(?:[\\s.\\-#*a-z]?\\d){2,}");

    private TypedText() {}

    /** One line or none: blank is null. */
    static String line(String field, JsonNode value, int longest) {
        if (value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw FieldProblem.of(field, "problem.text");
        }
        String text = value.stringValue().strip();
        if (text.length() > longest) {
            throw FieldProblem.of(field, "problem.text_long", "length", text.length(), "most", longest);
        }
        if (Invisible.isIn(text)) {
            throw FieldProblem.of(field, "problem.text_line");
        }
        return text.isEmpty() ? null : text;
    }

    /** Language tag to text; blank ones are left out. */
    static Map<String, String> byLanguage(String field, JsonNode value, int longest) {
        if (value.isNull()) {
            return Map.of();
        }
        if (!value.isObject() || value.size() > MOST_LANGUAGES) {
            throw FieldProblem.of(field, "problem.text_languages");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        value.properties().forEach(entry -> {
            if (!LANGUAGE.matcher(entry.getKey()).matches()) {
                throw FieldProblem.of(field, "problem.text_language", "tag", entry.getKey());
            }
            String text = line(field, entry.getValue(), longest);
            if (text != null) {
                texts.put(entry.getKey(), text);
            }
        });
        return texts;
    }

    /** Refuses a text that looks like the code of a lock: everybody reads it. */
    static void refuseCode(String field, Collection<String> texts) {
        for (String text : texts) {
            if (looksLikeLockCode(text)) {
                throw FieldProblem.of(field, "problem.lock_code");
            }
        }
    }

    /** Whether a text looks as if it told the code of a lock. */
    public static boolean looksLikeLockCode(String text) {
        return CODE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).find();
    }

    private static Pattern codeNear(String word, String digits) {
        return Pattern.compile(
                "(?:" + word + ").{0,20}?" + digits + "|" + digits + ".{0,20}?(?:" + word + ")",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
