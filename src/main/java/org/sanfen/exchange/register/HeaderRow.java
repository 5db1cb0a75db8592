package org.sanfen.exchange.register;

import java.util.List;
import org.sanfen.exchange.text.HeaderWords;

/**
 * Finds the row that names the columns: the one with the most words that registers use. Without any, the first one of
 * several texts over rows that hold numbers. A header may stand in a comment line, as in files of Japanese cities.
 */
final class HeaderRow {

    private HeaderRow() {}

    /** Place among the rows; -1 if none names columns. */
    static int find(List<String[]> rows) {
        int best = -1;
        int most = 1;
        for (int i = 0; i < rows.size(); i++) {
            int known = 0;
            for (String cell : rows.get(i)) {
                known += cell != null && HeaderWords.isKnown(cell) ? 1 : 0;
            }
            if (known > most) {
                most = known;
                best = i;
            }
        }
        return best >= 0 ? best : firstOfTexts(rows);
    }

    private static int firstOfTexts(List<String[]> rows) {
        for (int i = 0; i + 1 < rows.size(); i++) {
            if (isComment(rows.get(i)) || filled(rows.get(i)) < 2) {
                continue;
            }
            return numbers(rows.get(i)) == 0 && numbers(rows.get(i + 1)) > 0 ? i : -1;
        }
        return -1;
    }

    /** A line beginning with #, unless the # belongs to a number such as #12 among other cells. */
    static boolean isComment(String[] cells) {
        if (cells.length == 0 || cells[0] == null || !cells[0].startsWith("#")) {
            return false;
        }
        return !(cells[0].matches("#\\s*\\d+") && filled(cells) > 1);
    }

    private static int filled(String[] cells) {
        int filled = 0;
        for (String cell : cells) {
            filled += cell != null && !cell.isBlank() ? 1 : 0;
        }
        return filled;
    }

    private static int numbers(String[] cells) {
        int numbers = 0;
        for (String cell : cells) {
            numbers += cell != null && cell.strip().matches("[+-]?\\d+([.,]\\d+)?") ? 1 : 0;
        }
        return numbers;
    }
}
