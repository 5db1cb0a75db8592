package org.sanfen.exchange.register;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Notices texts that were once read in the wrong encoding, and puts them right where every byte is still there. */
final class Mojibake {

    private static final List<Charset> WRONG = List.of(
            Charset.forName("GB18030"),
            Charset.forName("windows-31j"),
            Charset.forName("Big5"),
            Charset.forName("windows-1252"));
    private static final int FEW = 3;
    private static final int START = 12;
    private static final Charset GB2312 = Charset.forName("GB2312");
    /** A hanzi's two bytes in GB2312, read as Latin letters; European words have such a pair now and then, not two. */
    private static final Pattern LATIN_HANZI = Pattern.compile("[\\xB0-\\xF7][\\xA1-\\xFE]");

    private static final Pattern TWO_OF_THEM = Pattern.compile("(?:" + LATIN_HANZI + "){2}");

    private Mojibake() {}

    /** Whether the text holds what only a failed conversion leaves. */
    static boolean isLost(String text) {
        return text.indexOf('\ufffd') >= 0
                || text.contains("锟斤拷")
                || text.contains("烫烫烫")
                || text.contains("ï¿½")
                || text.contains("???");
    }

    /** What the text was before; empty if it is no mojibake, as nearly always. */
    static Optional<String> repaired(String text) {
        int wide = 0;
        for (int i = 0; i < text.length() && wide < FEW; i++) {
            wide += text.charAt(i) > 127 ? 1 : 0;
        }
        if (wide < FEW) {
            return Optional.empty();
        }
        String start = text.length() > START ? text.substring(0, START) : text;
        for (Charset charset : WRONG) {
            if (!mayBeUtf8(start.getBytes(charset))) {
                continue;
            }
            Optional<String> meant = utf8(text, charset);
            if (meant.isPresent()) {
                return meant;
            }
        }
        return text.chars().allMatch(c -> c < 256) ? fromLatin(text) : Optional.empty();
    }

    /** Of a text without a letter beyond Latin-1, which nearly no text of East Asia is. */
    private static Optional<String> fromLatin(String text) {
        return mayBeUtf8(text.getBytes(StandardCharsets.ISO_8859_1))
                ? utf8(text, StandardCharsets.ISO_8859_1)
                : hanzi(text);
    }

    /** Where every letter beyond ASCII is one of two that a hanzi makes. */
    private static Optional<String> hanzi(String text) {
        boolean isAll = TWO_OF_THEM.matcher(text).find()
                && LATIN_HANZI.matcher(text).replaceAll("").chars().allMatch(c -> c < 128);
        return isAll ? Optional.of(new String(text.getBytes(StandardCharsets.ISO_8859_1), GB2312)) : Optional.empty();
    }

    /** A quick no to nearly every text: its first characters alone make no UTF-8. The last of them may be cut. */
    private static boolean mayBeUtf8(byte[] bytes) {
        int due = 0;
        for (byte one : bytes) {
            int b = one & 0xff;
            if (due > 0) {
                if (b < 0x80 || b > 0xbf) {
                    return false;
                }
                due--;
            } else if (b >= 0x80) {
                due = b >= 0xf0 ? 3 : b >= 0xe0 ? 2 : b >= 0xc2 ? 1 : -1;
                if (due < 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Optional<String> utf8(String text, Charset charset) {
        try {
            ByteBuffer bytes = charset.newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(text));
            String meant = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes)
                    .toString();
            boolean isPlausible = meant.length() < text.length()
                    && meant.codePoints().noneMatch(c -> c < 32 || c >= 0xe000 && c <= 0xf8ff)
                    && meant.codePoints().anyMatch(c -> c > 127);
            return isPlausible ? Optional.of(meant) : Optional.empty();
        } catch (CharacterCodingException notThis) {
            return Optional.empty();
        }
    }
}
