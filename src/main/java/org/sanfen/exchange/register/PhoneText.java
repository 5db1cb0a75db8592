package org.sanfen.exchange.register;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sanfen.directory.DutyPhone;

/**
 * A telephone number out of a register, written as the directory writes them: no brackets, one sign for the extension, the
 * zero put back that a spreadsheet took away.
 *
 * @param number null if there is none to publish
 * @param mobile the first mobile number; null for none
 * @param zeroWasLost a zero was put back
 * @param isUnreadable it is no telephone number
 */
record PhoneText(String number, String mobile, boolean zeroWasLost, boolean isUnreadable) {

    private static final Pattern EXTENSION = Pattern.compile(
            "\\s*(?:#|\\*|轉接|转接|轉|转|作|分機|分机|內線|内线|内線|ext\\.?|x|,)\\s*(\\d{1,6}).*", Pattern.CASE_INSENSITIVE);

    private static final Pattern SEVERAL = Pattern.compile("[;；/、\\n]|(?<=\\d{5}),\\s*(?=0\\d)");
    private static final Pattern LABEL = Pattern.compile("^(?:tel|電話|电话)[.:：]?\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern BRACKETS = Pattern.compile("^\\((\\+?\\d{1,5})\\)\\s*-?");
    private static final Pattern NO_DIGITS = Pattern.compile("#.*|[- ]");
    private static final Pattern HYPHEN = Pattern.compile("[‐‑–—−ー]");

    /** Country to a whole number whose zero is gone. */
    private static final Map<String, Pattern> WITHOUT_ZERO = Map.of(
            "JP", Pattern.compile("[1-9]\\d{8}|[789]0\\d{8}"),
            "TW", Pattern.compile("9\\d{8}|2\\d{8}"),
            "FR", Pattern.compile("[1-9]\\d{8}"),
            "KR", Pattern.compile("1\\d{8,9}|[3-6]\\d{8,9}"),
            "CN", Pattern.compile("(?:10|2\\d)\\d{8}|(?!400|800)[3-9]\\d{2}[2-9]\\d{6,7}"));

    static PhoneText read(String text, String country) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        String mobile = null;
        boolean isUnreadable = false;
        boolean zeroWasLost = false;
        for (String one : SEVERAL.split(plain)) {
            String number = written(one);
            if (number.isEmpty()) {
                continue;
            }
            Pattern whole = country == null ? null : WITHOUT_ZERO.get(country);
            if (whole != null && whole.matcher(digits(number)).matches()) {
                number = "0" + number;
                zeroWasLost = true;
            }
            if (!DutyPhone.isWrittenWell(number) || number.length() > 40) {
                isUnreadable = true;
            } else if (DutyPhone.isMobile(number, country)) {
                mobile = mobile == null ? number : mobile;
            } else {
                return new PhoneText(number, mobile, zeroWasLost, false);
            }
        }
        return new PhoneText(null, mobile, zeroWasLost, isUnreadable);
    }

    /** Without signs between them, and without an extension. */
    private static String digits(String number) {
        return NO_DIGITS.matcher(number).replaceAll("");
    }

    private static String written(String one) {
        String number = LABEL.matcher(one.strip()).replaceFirst("");
        String extension = "";
        Matcher found = EXTENSION.matcher(number);
        if (found.find() && found.start() >= 4) {
            extension = "#" + found.group(1);
            number = number.substring(0, found.start());
        }
        number = HYPHEN.matcher(BRACKETS.matcher(number).replaceFirst("$1-"))
                .replaceAll("-")
                .strip();
        return number.isEmpty() ? "" : number + extension;
    }
}
