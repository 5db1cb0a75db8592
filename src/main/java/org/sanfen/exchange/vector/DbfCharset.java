package org.sanfen.exchange.vector;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Finds the character set of a dBASE table: what its {@code .cpg} states, else its own mark, else what its bytes allow. */
final class DbfCharset {

    private static final int MARK = 29;

    /** Marks of the languages that this product meets; others say nothing that could be relied on. */
    private static final Map<Integer, String> MARKED = Map.of(
            0x4D, "GB18030", 0x7A, "GB18030", 0x4F, "Big5", 0x78, "Big5", 0x13, "windows-31j", 0x7B, "windows-31j");

    private static final Map<String, String> STATED = Map.of(
            "936",
            "GB18030",
            "GBK",
            "GB18030",
            "GB2312",
            "GB18030",
            "950",
            "Big5",
            "932",
            "windows-31j",
            "SJIS",
            "windows-31j",
            "SHIFT_JIS",
            "windows-31j",
            "65001",
            "UTF-8",
            "88591",
            "ISO-8859-1");

    private DbfCharset() {}

    /** @param stated what the {@code .cpg} holds; null if there is none */
    static Charset of(Path table, String stated) throws IOException {
        if (stated != null) {
            String name =
                    stated.strip().toUpperCase(Locale.ROOT).replaceFirst("^(ANSI|CP|OEM|WINDOWS-?)[ _]?(?=\\d)", "");
            try {
                return Charset.forName(STATED.getOrDefault(name, name));
            } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
                // then the table itself has to tell
            }
        }
        String marked = MARKED.get(mark(table));
        if (marked != null) {
            return Charset.forName(marked);
        }
        return isUtf8(table) ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
    }

    private static int mark(Path table) throws IOException {
        try (InputStream in = Files.newInputStream(table)) {
            byte[] head = in.readNBytes(32);
            return head.length < 32 ? 0 : Byte.toUnsignedInt(head[MARK]);
        }
    }

    /** Whether all of it, behind the first bytes with their numbers, reads as UTF-8. Columns may cut a letter: rarely. */
    private static boolean isUtf8(Path table) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer text = CharBuffer.allocate(1 << 16);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(table))) {
            in.skipNBytes(32);
            int read;
            while ((read = in.read(bytes.array(), bytes.position(), bytes.remaining())) >= 0) {
                bytes.position(bytes.position() + read).flip();
                if (decoder.decode(bytes, text, false).isError()) {
                    return false;
                }
                bytes.compact();
                text.clear();
            }
            return true;
        }
    }
}
