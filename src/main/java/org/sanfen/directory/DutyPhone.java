package org.sanfen.directory;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Tells mobile numbers, which may be somebody's own, from an organisation's lines. Knows the numbering plans of some
 * countries (ITU E.164 national plans); of others it can't tell. Pure.
 */
public final class DutyPhone {

    private static final Pattern WRITTEN =
            Pattern.compile("\\+?\\d[\\d ()./\\-]{1,24}(?:\\s*(?:ext\\.?|x|#|转)\\s*\\d{1,6})?");

    /** Country to the start of its mobile numbers, without the trunk zero; null keys are not looked up. */
    private static final Map<String, Plan> PLANS = Map.ofEntries(
            Map.entry("CN", new Plan("86", "1[3-9]\\d{9}")),
            Map.entry("HK", new Plan("852", "[4-79]\\d{7}")),
            Map.entry("MO", new Plan("853", "6\\d{7}")),
            Map.entry("TW", new Plan("886", "9\\d{8}")),
            Map.entry("SG", new Plan("65", "[89]\\d{7}")),
            Map.entry("JP", new Plan("81", "[789]0\\d{8}")),
            Map.entry("KR", new Plan("82", "1\\d{8,9}")),
            Map.entry("FR", new Plan("33", "[67]\\d{8}")),
            Map.entry("MC", new Plan("377", "(?:6\\d{8}|[34]\\d{7})")),
            Map.entry("DE", new Plan("49", "1[5-7]\\d{8,9}")),
            Map.entry("GB", new Plan("44", "7[1-57-9]\\d{8}")),
            Map.entry("AT", new Plan("43", "6[5-9]\\d{6,11}")),
            Map.entry("IT", new Plan("39", "3\\d{8,9}")),
            Map.entry("PL", new Plan("48", "(?:45|5[0137]|6[069]|7[2389]|88)\\d{7}")),
            Map.entry("FI", new Plan("358", "(?:4|50)\\d{5,9}")),
            Map.entry("CH", new Plan("41", "7[5-9]\\d{7}")),
            Map.entry("ES", new Plan("34", "[67]\\d{8}")),
            Map.entry("NL", new Plan("31", "6\\d{8}")),
            Map.entry("AU", new Plan("61", "4\\d{8}")));

    private record Plan(String callingCode, Pattern national, Pattern withCode) {
        Plan(String callingCode, String mobile) {
            this(callingCode, Pattern.compile("0?" + mobile), Pattern.compile("(?:" + callingCode + ")?0?" + mobile));
        }
    }

    /** A number for all of a country such as 119 or 95566: no area code before it. */
    private static final Pattern SHORT = Pattern.compile("[1-9]\\d{1,5}");

    /** Digits of the shortest numbers that have an area code or several parts. */
    private static final int SHORTEST = 6;

    private static final Pattern EXTENSION = Pattern.compile("(?i)\\s*(?:ext|x|#|转)");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D");

    private DutyPhone() {}

    /** Whether it is written like a telephone number, extension included, and is long enough to be dialled. */
    public static boolean isWrittenWell(String phone) {
        String main = EXTENSION.split(phone, 2)[0];
        return WRITTEN.matcher(phone).matches()
                && (SHORT.matcher(main).matches()
                        || NO_DIGIT.matcher(main).replaceAll("").length() >= SHORTEST);
    }

    /**
     * Whether it is a mobile number, as far as that can be told.
     *
     * @param country of the place, ISO 3166-1, whose plan holds for a number without a calling code; null when unknown
     */
    public static boolean isMobile(String phone, String country) {
        String main = EXTENSION.split(phone, 2)[0];
        String digits = NO_DIGIT.matcher(main).replaceAll("");
        boolean international = main.startsWith("+") || digits.startsWith("00");
        if (international) {
            String number = digits.startsWith("00") ? digits.substring(2) : digits;
            return PLANS.values().stream()
                    .anyMatch(plan -> number.startsWith(plan.callingCode())
                            && plan.national()
                                    .matcher(number.substring(plan.callingCode().length()))
                                    .matches());
        }
        Plan plan = country == null ? null : PLANS.get(country);
        return plan != null && plan.withCode().matcher(digits).matches();
    }
}
