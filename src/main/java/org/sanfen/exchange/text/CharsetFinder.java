package org.sanfen.exchange.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the encoding of a text file. UTF-8 proves itself over the whole file; the old ones of East Asia share their bytes,
 * so the text that each makes of the first half megabyte is weighed: common characters speak for it, rare ones, private
 * ones and half-width kana against it (after Li and Momoi, A composite approach to language/encoding detection, 2001).
 */
public final class CharsetFinder {

    /**
     * What fits.
     *
     * @param charsets best first
     * @param inDoubt the second fits about as well
     */
    public record Found(List<String> charsets, boolean inDoubt) {}

    private static final int SAMPLE = 512 * 1024;

    /** Below this share of the best score the second is no rival. */
    private static final double RIVAL = 0.75;

    /** A few characters prove nothing. */
    private static final int FEW = 20;

    private static final String MAINLAND = "GB18030";
    private static final String BIG5 = "Big5";
    private static final String WINDOWS_BIG5 = "x-windows-950";
    private static final String HONG_KONG = "Big5-HKSCS";

    private static final List<String> OLD = List.of(MAINLAND, BIG5, HONG_KONG, "windows-31j", "EUC-JP");

    /** For a text that no old encoding of East Asia fits. */
    private static final String WESTERN = "windows-1252";

    private CharsetFinder() {}

    public static Found find(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return find(in);
        }
    }

    private static Found find(InputStream in) throws IOException {
        byte[] sample = in.readNBytes(SAMPLE);
        if (startsWith(sample, 0xef, 0xbb, 0xbf)) {
            return new Found(List.of("UTF-8"), false);
        }
        if (startsWith(sample, 0xff, 0xfe)) {
            return new Found(List.of("UTF-16LE"), false);
        }
        if (startsWith(sample, 0xfe, 0xff)) {
            return new Found(List.of("UTF-16BE"), false);
        }
        if (isUtf8(sample, in)) {
            return new Found(List.of("UTF-8"), false);
        }
        return weigh(upToLineEnd(sample));
    }

    /** For who asks nobody: the encoding that fits best, in doubt the mainland's. The stream is read, and stays open. */
    public static Charset best(InputStream text) throws IOException {
        Found found = find(text);
        String first = found.charsets().get(0);
        boolean isMainland =
                found.inDoubt() && !first.equals(WESTERN) && found.charsets().contains(MAINLAND);
        return charset(isMainland ? MAINLAND : first);
    }

    /** What people call Big5 is Windows' form of it, which has the characters of the first PCs too. */
    public static Charset charset(String name) {
        return Charset.forName(name.equalsIgnoreCase(BIG5) ? WINDOWS_BIG5 : name);
    }

    /** What people call it. */
    public static String name(Charset charset) {
        return charset.name().equals(WINDOWS_BIG5) ? BIG5 : charset.name();
    }

    private static Found weigh(byte[] sample) {
        Map<String, Double> scores = new TreeMap<>();
        int wide = 0;
        for (String charset : OLD) {
            String text = decode(sample, charset);
            boolean isOther = charset.equals(HONG_KONG) && scores.containsKey(BIG5);
            if (text != null && !isOther) {
                scores.put(charset, CommonCharacters.score(text, charset));
                wide = Math.max(wide, CommonCharacters.wide(text));
            }
        }
        List<String> best = new ArrayList<>(scores.keySet());
        best.sort(Comparator.comparing((String charset) -> -scores.get(charset)));
        best.removeIf(charset -> scores.get(charset) <= 0);
        if (best.isEmpty()) {
            return new Found(List.of(WESTERN, MAINLAND, BIG5, "windows-31j", "EUC-JP"), true);
        }
        boolean isRivalled = best.size() > 1 && scores.get(best.get(1)) > RIVAL * scores.get(best.get(0));
        return new Found(best, isRivalled || wide < FEW);
    }

    /** The text; null if it holds what the encoding can't. One slip in a thousand is a typist's. */
    private static String decode(byte[] bytes, String charset) {
        CharsetDecoder decoder = charset(charset)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        try {
            String text = decoder.decode(ByteBuffer.wrap(bytes)).toString();
            long bad = text.chars().filter(c -> c == '\ufffd').count();
            return bad * 1000 > text.length() ? null : text;
        } catch (IOException notPossible) {
            throw new IllegalStateException("A decoder that replaces has refused", notPossible);
        }
    }

    private static boolean isUtf8(byte[] sample, InputStream rest) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer out = CharBuffer.allocate(64 * 1024);
        byte[] chunk = sample;
        byte[] carried = new byte[0];
        while (true) {
            byte[] joined = Arrays.copyOf(carried, carried.length + chunk.length);
            System.arraycopy(chunk, 0, joined, carried.length, chunk.length);
            ByteBuffer in = ByteBuffer.wrap(joined);
            while (true) {
                CoderResult result = decoder.decode(in, out, false);
                out.clear();
                if (result.isError()) {
                    return false;
                }
                if (result.isUnderflow()) {
                    break;
                }
            }
            carried = Arrays.copyOfRange(joined, in.position(), joined.length);
            chunk = rest.readNBytes(64 * 1024);
            if (chunk.length == 0) {
                return carried.length == 0;
            }
        }
    }

    private static byte[] upToLineEnd(byte[] sample) {
        if (sample.length < SAMPLE) {
            return sample;
        }
        int end = sample.length;
        while (end > SAMPLE / 2 && sample[end - 1] != '\n') {
            end--;
        }
        return Arrays.copyOf(sample, end);
    }

    private static boolean startsWith(byte[] bytes, int... wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
