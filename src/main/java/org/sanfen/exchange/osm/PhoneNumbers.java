package org.sanfen.exchange.osm;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Phone numbers of organisations. A mobile number may be somebody's own: it is left out and counted, and an editor may
 * enter it after making sure that it is a duty line. Where a country's mobile numbers can't be told, the tag
 * {@code contact:mobile} alone decides.
 */
final class PhoneNumbers {

    /** Country code (digits) to the national mobile range that follows it. */
    private static final Map<String, Pattern> MOBILE = Map.ofEntries(
            Map.entry("86", Pattern.compile("1[3-9]\\d{9}")),
            Map.entry("377", Pattern.compile("(3|4|6)\\d{7,8}")),
            Map.entry("33", Pattern.compile("[67]\\d{8}")),
            Map.entry("49", Pattern.compile("1[567]\\d{7,9}")),
            Map.entry("358", Pattern.compile("(4\\d|50)\\d{5,9}")),
            Map.entry("43", Pattern.compile("6[5-9]\\d{6,11}")),
            Map.entry("41", Pattern.compile("7[4-9]\\d{7}")),
            Map.entry("39", Pattern.compile("3\\d{8,9}")),
            Map.entry("44", Pattern.compile("7[1-57-9]\\d{8}")),
            Map.entry("48", Pattern.compile("(45|5[0137]|6[069]|7[2389]|88)\\d{7}")),
            Map.entry("81", Pattern.compile("[789]0\\d{8}")),
            Map.entry("886", Pattern.compile("9\\d{8}")),
            Map.entry("852", Pattern.compile("[4-79]\\d{7}")));
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("CN", "86"), Map.entry("MC", "377"), Map.entry("FR", "33"), Map.entry("DE", "49"),
            Map.entry("FI", "358"), Map.entry("AT", "43"), Map.entry("CH", "41"), Map.entry("IT", "39"),
            Map.entry("GB", "44"), Map.entry("PL", "48"), Map.entry("JP", "81"), Map.entry("TW", "886"),
            Map.entry("HK", "852"));

    private final String countryCode;
    private final Findings findings;

    PhoneNumbers(String country, Findings findings) {
        this.countryCode = country == null ? null : CODES.get(country);
        this.findings = findings;
    }

    /** The first number that isn't a mobile one; null if there is none. */
    String of(Tags tags, String sourceId) {
        String stated = tags.get("phone", tags.get("contact:phone", tags.get("emergency:phone")));
        if (stated == null || stated.isBlank()) {
            return null;
        }
        for (String number : stated.split("[;,/]")) {
            if (!isMobile(number)) {
                return number.strip();
            }
        }
        findings.add("mobile_number", "Mobile numbers are left out: an editor may enter one that is a duty line", sourceId);
        return null;
    }

    boolean isMobile(String number) {
        String digits = number.replaceAll("\\(0\\)", "").replaceAll("[^+\\d]", "");
        String international = digits.startsWith("+")
                ? digits.substring(1)
                : digits.startsWith("00") ? digits.substring(2) : null;
        if (international == null) {
            Pattern national = countryCode == null ? null : MOBILE.get(countryCode);
            return national != null
                    && national.matcher(digits.startsWith("0") ? digits.substring(1) : digits).matches();
        }
        return MOBILE.entrySet().stream()
                .anyMatch(range -> international.startsWith(range.getKey())
                        && range.getValue()
                                .matcher(international.substring(range.getKey().length()))
                                .matches());
    }
}
