package org.sanfen.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names of staff give way to their organisations after a while, wherever colleagues read them. */
class StaffNamesTest {

    private static final Path CODE = Path.of("src/main/java/org/sanfen");

    @Test
    void onlyAccountsThemselvesShowANameThatNeverGivesWay() throws IOException {
        assertThat(filesThatSay("display_name"))
                .as("outside of accounts and the administrators' log, statements ask staff_name(account, done_at)")
                .isNotEmpty()
                .allMatch(file -> file.startsWith("staff"), "is in the package staff");
        assertThat(filesThatSay("staff_name(")).anyMatch(file -> !file.startsWith("staff"));
    }

    private static List<Path> filesThatSay(String word) throws IOException {
        try (Stream<Path> files = Files.walk(CODE)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> read(file).contains(word))
                    .map(CODE::relativize)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
