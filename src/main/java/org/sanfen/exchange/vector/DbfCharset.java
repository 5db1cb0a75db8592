package org.sanfen.exchange.vector;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.sanfen.exchange.text.CharsetFinder;

/** Finds the character set of a dBASE table: what its {@code .cpg} states, else its own mark, else what its bytes allow. */
final class DbfCharset {

    private static final int HEADER = 32;
    private static final int HEADER_BYTES = 8;
    private static final int NAME_BYTES = 11;
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
        return weighed(table);
    }

    private static int mark(Path table) throws IOException {
        try (InputStream in = Files.newInputStream(table)) {
            byte[] head = in.readNBytes(HEADER);
            return head.length < HEADER ? 0 : Byte.toUnsignedInt(head[MARK]);
        }
    }

    /** By its columns' names and its rows, without the numbers that describe them. */
    private static Charset weighed(Path table) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(table))) {
            byte[] head = in.readNBytes(HEADER);
            int described = head.length < HEADER
                    ? 0
                    : Short.toUnsignedInt(
                            ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getShort(HEADER_BYTES));
            byte[] columns = in.readNBytes(Math.max(0, described - HEADER));
            ByteArrayOutputStream names = new ByteArrayOutputStream();
            for (int at = 0; at + HEADER <= columns.length; at += HEADER) {
                for (int i = at; i < at + NAME_BYTES && columns[i] != 0; i++) {
                    names.write(columns[i]);
                }
                names.write('\n');
            }
            return CharsetFinder.best(new SequenceInputStream(new ByteArrayInputStream(names.toByteArray()), in));
        }
    }
}
