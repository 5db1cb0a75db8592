package org.sanfen.exchange.vector;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A dBASE table, read row by row from its start. Not thread-safe. */
final class DbfTable implements AutoCloseable {

    private record Column(String name, int bytes, char type) {}

    private final InputStream in;
    private final Charset charset;
    private final List<Column> columns = new ArrayList<>();
    private final int rowBytes;

    DbfTable(Path file, Charset charset) throws IOException {
        this.in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        this.charset = charset;
        byte[] head = exactly(32);
        ByteBuffer header = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        int headerBytes = Short.toUnsignedInt(header.getShort(8));
        this.rowBytes = Short.toUnsignedInt(header.getShort(10));
        byte[] described = exactly(Math.max(0, headerBytes - 32));
        for (int at = 0; at + 32 <= described.length && described[at] != 0x0D; at += 32) {
            int end = at;
            while (end < at + 11 && described[end] != 0) {
                end++;
            }
            columns.add(new Column(
                    new String(described, at, end - at, charset).strip(), Byte.toUnsignedInt(described[at + 16]), (char)
                            described[at + 11]));
        }
    }

    List<String> columns() {
        return columns.stream().map(Column::name).toList();
    }

    /** Values of the next row that are not empty; null for a row that was deleted. */
    Map<String, String> next() throws IOException {
        byte[] row = exactly(rowBytes);
        if (row.length > 0 && row[0] == '*') {
            return null;
        }
        Map<String, String> values = new LinkedHashMap<>();
        int at = 1;
        for (Column column : columns) {
            int bytes = Math.min(column.bytes(), row.length - at);
            String value = bytes <= 0
                    ? ""
                    : new String(row, at, bytes, charset).replace("\0", "").strip();
            at += column.bytes();
            boolean isFilling = value.isEmpty()
                    || value.chars().allMatch(letter -> letter == '*')
                    || column.type() == 'D' && value.chars().allMatch(letter -> letter == '0' || letter == '-');
            if (!isFilling) {
                values.put(column.name(), plain(value, column.type()));
            }
        }
        return values;
    }

    /** Dates as 2024-05-01; numbers without a tail of zeros, as they come from programs that store all as floating. */
    private static String plain(String value, char type) {
        if (type == 'D' && value.matches("\\d{8}")) {
            return value.substring(0, 4) + "-" + value.substring(4, 6) + "-" + value.substring(6);
        }
        boolean isNumber = type == 'N' || type == 'F';
        return isNumber && value.matches("-?\\d+\\.\\d*") ? value.replaceFirst("\\.?0*$", "") : value;
    }

    private byte[] exactly(int bytes) throws IOException {
        byte[] read = in.readNBytes(bytes);
        if (read.length < bytes) {
            throw new EOFException("the table ends early");
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
