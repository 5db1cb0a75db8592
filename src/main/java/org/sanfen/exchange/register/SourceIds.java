package org.sanfen.exchange.register;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.sanfen.exchange.text.WordTable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Ids of rows in their register. Where a row has none, one is made from what tells the point from others: kind, name,
 * address, placement and position to a metre, in one width and case, hashed (SHA-256, 16 hexadecimal digits behind {@code
 * row-}). So the same row has the same id next year, wherever it stands in the file; rows that agree in all that and differ
 * elsewhere are numbered in the file's order. A row that says the same in every cell is the same point twice. Ids that were
 * there are known by 64 bits of their hash: of half a million rows, two that differ agree once in 10^8 files. Not thread-safe.
 */
final class SourceIds {

    /** The column of our own layout in which a register has its ids. */
    static final String OF_REGISTER = "source_id";

    private static final int LONGEST = 100;

    private final Map<Long, Long> rows = new HashMap<>();
    private final Map<Long, Integer> contents = new HashMap<>();

    /** Null if the row has to be left out. */
    String read(Cells cells, ObjectNode values, PositionReading.Position position) {
        String raw = cells.raw("source_id");
        if (raw.isEmpty() && "sanfen".equals(cells.mapping().profile())) {
            raw = cells.row().cell(OF_REGISTER); // a row that somebody added to an export has no public id yet
        }
        if (raw.isEmpty()) {
            return made(cells, values, position);
        }
        String id = cells.mapped("source_id", raw).orElse(raw);
        if (raw.chars().anyMatch(c -> c >= '\uff10' && c <= '\uff5a')) {
            id = Normalizer.normalize(raw, Normalizer.Form.NFKC);
            cells.note("source_id", raw, Reason.FULL_WIDTH, id);
        }
        if (id.length() > LONGEST) {
            cells.leaveOut("source_id", raw, Reason.ID_TOO_LONG, String.valueOf(LONGEST));
            return null;
        }
        Long first = rows.putIfAbsent(hash(id), cells.row().number());
        if (first != null) {
            cells.leaveOut("source_id", raw, Reason.ID_TWICE, String.valueOf(first));
        }
        return id;
    }

    private String made(Cells cells, ObjectNode values, PositionReading.Position position) {
        long hash = hash(String.join(
                "\n",
                values.path("kind").asString(""),
                plain(values.path("name").asString("")),
                plain(values.path("address").asString("")),
                plain(values.path("placement").toString()),
                position.x() == null ? "" : rounded(position, position.x()),
                position.y() == null ? "" : rounded(position, position.y())));
        String content = "row-" + HexFormat.of().toHexDigits(hash);
        Long first = rows.putIfAbsent(
                hash("cells " + Arrays.toString(cells.row().cells()) + position.x() + position.y()),
                cells.row().number());
        if (first != null) {
            cells.leaveOut("", "", Reason.ID_TWICE, String.valueOf(first));
            return content;
        }
        int times = contents.merge(hash, 1, Integer::sum);
        String id = times == 1 ? content : content + "-" + times;
        // Where no column has ids, that is said of the whole file and not of each row.
        if (cells.has("source_id")) {
            cells.note("source_id", "", Reason.ID_MADE, id);
        }
        return id;
    }

    private static String rounded(PositionReading.Position position, double value) {
        boolean isDegrees = position.lonLat() != null;
        return String.valueOf(Math.round(value * (isDegrees ? 100_000 : 1)));
    }

    private static String plain(String text) {
        return WordTable.plain(text);
    }

    private static long hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
