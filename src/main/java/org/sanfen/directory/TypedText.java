package org.sanfen.directory;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads texts that staff typed. Pure. */
final class TypedText {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final int MOST_LANGUAGES = 12;

    /** A word for a code, and three digits or more near it, in either order; digits may be spaced out. */
    private static final Pattern CODE = codeNear(
            "\\b(?:pass)?code\\b|\\bpin\\b|\\bpassword\\b|\\bcombination\\b|密码|口令|暗码|代码|密碼",
            "\\d(?:[\\s.\\-#*]?\\d){2,}");

    private TypedText() {}

    /** One line or none: blank is null. */
    static String line(String field, JsonNode value, int longest) {
        if (value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw FieldProblem.of(field, "This should be a text.");
        }
        String text = value.stringValue().strip();
        if (text.length() > longest) {
            throw FieldProblem.of(
                    field, "This is " + text.length() + " characters long; at most " + longest + " fit on a sign.");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw FieldProblem.of(
                    field, "This holds a line break or another invisible character; write it in one line.");
        }
        return text.isEmpty() ? null : text;
    }

    /** Language tag to text; blank ones are left out. */
    static Map<String, String> byLanguage(String field, JsonNode value, int longest) {
        if (value.isNull()) {
            return Map.of();
        }
        if (!value.isObject() || value.size() > MOST_LANGUAGES) {
            throw FieldProblem.of(
                    field, "This should be texts by language, such as {\"en\": \"…\", \"zh-Hans\": \"…\"}.");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        value.properties().forEach(entry -> {
            if (!LANGUAGE.matcher(entry.getKey()).matches()) {
                throw FieldProblem.of(field, "\"" + entry.getKey() + "\" is no language tag such as en or zh-Hans.");
            }
            String text = line(field, entry.getValue(), longest);
            if (text != null) {
                texts.put(entry.getKey(), text);
            }
        });
        return texts;
    }

    /** Refuses a text that looks like the code of a lock: everybody reads it. */
    static void refuseCode(String field, Map<String, String> texts) {
        for (String text : texts.values()) {
            if (CODE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).find()) {
                throw FieldProblem.of(
                        field,
                        "This looks like the code of a lock, and everybody can read it here: write who opens it"
                                + " instead, and put a number to call into the phone field.");
            }
        }
    }

    private static Pattern codeNear(String word, String digits) {
        return Pattern.compile(
                "(?:" + word + ").{0,20}?" + digits + "|" + digits + ".{0,20}?(?:" + word + ")",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
