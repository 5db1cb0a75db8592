package org.sanfen.exchange.register;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.sanfen.directory.KindRegistry;
import org.sanfen.directory.PointKind;

/** Small files of registers, and what reading them gives. */
final class RegisterScene {

    static final List<PointKind> KINDS = kinds();
    static final RegisterReader READER = new RegisterReader(KINDS);
    static final RegisterPlace TAKAMATSU = place("JP", "ja", 133.8, 34.0, 134.3, 34.6);
    static final RegisterPlace TAIWAN = place("TW", "zh-Hant", 116.6, 20.6, 122.1, 26.5);
    static final RegisterPlace SHENZHEN = place("CN", "zh-Hans", 113.7, 22.4, 114.7, 22.9);

    /** A file read to its end. */
    record Result(List<ReadRow> rows, ReadSummary summary) {

        ReadRow row(int place) {
            return rows.get(place);
        }

        List<Reason> reasons(int place) {
            return rows.get(place).problems().stream().map(RowProblem::reason).toList();
        }
    }

    private RegisterScene() {}

    static Path file(Path folder, String name, String charset, String... lines) throws IOException {
        return Files.write(
                folder.resolve(name), (String.join("\r\n", lines) + "\r\n").getBytes(Charset.forName(charset)));
    }

    static Result read(Path file, RegisterPlace place, String kind) {
        FileLook look = READER.look(file, ReadingChoice.GUESS, place);
        return read(file, place, ReadingChoice.of(look, kind, "register", null));
    }

    static Result read(Path file, RegisterPlace place, ReadingChoice choice) {
        List<ReadRow> rows = new ArrayList<>();
        ReadSummary summary = READER.read(file, choice, place, rows::add);
        return new Result(rows, summary);
    }

    static RegisterPlace place(String country, String language, double west, double south, double east, double north) {
        return new RegisterPlace(
                ZoneId.of("Asia/Tokyo"), country, List.of(language), List.of(west, south, east, north), null);
    }

    private static List<PointKind> kinds() {
        try {
            return new KindRegistry().listKinds();
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }
}
