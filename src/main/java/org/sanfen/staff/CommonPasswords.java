package org.sanfen.staff;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The words and rows of keys that most stolen passwords are made of, so that everybody guesses them first. Long enough alone
 * is no help to {@code password1234}: what stands beside such words counts. Pure.
 */
final class CommonPasswords {

    /** Letters and digits beside common words that make a password one's own. */
    private static final int FEWEST_BESIDE = 7;

    /** Rows longer than they are written here fall in parts. The longest first, so that none hides a longer one. */
    private static final List<String> WORDS = List.of(
                    "password passwort passwd administrator admin root user login welcome letmein changeme secret test",
                    "iloveyou princess sunshine football baseball superman dragon monkey master shadow sanfen",
                    "woaini mima wodemima 5201314 1314520 147258369 147258 123123 112233",
                    "1234567890 123456 12345 1234 123 0987654321 987654 654321 321",
                    "qwertyuiop qwertz qwerty asdfghjkl asdf zxcvbnm zxcv abcdefgh abcd abc",
                    "1q2w3e4r5t 1q2w3e4r 1q2w3e 1qaz2wsx3edc 1qaz2wsx qazwsxedc qazwsx 000 111 666 888 999")
            .stream()
            .flatMap(row -> List.of(row.split(" ")).stream())
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();

    private CommonPasswords() {}

    /** Signs that stand for letters, as in {@code p@ssw0rd}, hide nothing. */
    static boolean isOne(String password) {
        String typed = password.toLowerCase(Locale.ROOT);
        String meant = typed.replaceAll("[@4]", "a")
                .replace('3', 'e')
                .replace('0', 'o')
                .replaceAll("[1!]", "i")
                .replaceAll("[5$]", "s");
        return hasLittleBeside(typed) || hasLittleBeside(meant);
    }

    private static boolean hasLittleBeside(String password) {
        String beside = password;
        for (String word : WORDS) {
            beside = beside.replace(word, " ");
        }
        return !beside.equals(password)
                && beside.codePoints().filter(Character::isLetterOrDigit).count() < FEWEST_BESIDE;
    }
}
