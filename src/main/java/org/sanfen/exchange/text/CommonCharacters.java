package org.sanfen.exchange.text;

import java.nio.charset.CharsetEncoder;

/** Weighs a text by how common its characters are in the encoding it was read with. */
final class CommonCharacters {

    private CommonCharacters() {}

    /** Characters beyond ASCII. */
    static int wide(String text) {
        return (int) text.chars().filter(c -> c > 127).count();
    }

    /**
     * Between -1 and 1 or so for each character beyond ASCII; words that registers use as headers count for many, because
     * no accident spells them.
     */
    static double score(String text, String charset) {
        CharsetEncoder encoder = CharsetFinder.charset(charset).newEncoder();
        double sum = 0;
        int wide = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 127) {
                wide++;
                sum += weight(c, charset, encoder);
            }
        }
        return wide == 0 ? 0 : sum / wide + 0.25 * Math.min(8, headers(text));
    }

    private static double weight(char c, String charset, CharsetEncoder encoder) {
        if (c == '\ufffd' || c >= '\ue000' && c <= '\uf8ff' || c < 0xa0) {
            return -4;
        }
        if (c >= '\uff61' && c <= '\uff9f') {
            return -0.5;
        }
        if (c >= '\u3040' && c <= '\u30ff') {
            return isJapanese(charset) ? 1 : 0;
        }
        if (c >= '\u3000' && c <= '\u303f' || c >= '\uff01' && c <= '\uff5e') {
            return 0.5;
        }
        if (c >= '\u4e00' && c <= '\u9fff') {
            return isFirstLevel(c, charset, encoder) ? 1 : -0.5;
        }
        return -0.25;
    }

    private static boolean isJapanese(String charset) {
        return charset.equals("windows-31j") || charset.equals("EUC-JP");
    }

    /** The standards put the characters of everyday use first; their second level is for names and scholars. */
    private static boolean isFirstLevel(char c, String charset, CharsetEncoder encoder) {
        if (!encoder.canEncode(c)) {
            return false;
        }
        byte[] bytes = String.valueOf(c).getBytes(encoder.charset());
        if (bytes.length != 2) {
            return false;
        }
        int lead = bytes[0] & 0xff;
        int trail = bytes[1] & 0xff;
        return switch (charset) {
            case "GB18030" -> lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1;
            case "Big5", "Big5-HKSCS" -> lead >= 0xa4 && lead <= 0xc6;
            case "windows-31j" -> lead >= 0x88 && lead <= 0x98;
            default -> lead >= 0xb0 && lead <= 0xcf;
        };
    }

    private static int headers(String text) {
        int known = 0;
        int lines = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            if (++lines > 20) {
                break;
            }
            for (String cell : line.split("[,;\t|]")) {
                known += wide(cell) > 0 && HeaderWords.isKnown(cell.replace("\"", "")) ? 1 : 0;
            }
        }
        return known;
    }
}
