package org.sanfen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** What {@code ./run} says before it needs a build or a database. */
class RunScriptTest {

    @Test
    void helpListsEveryCommandThatTheApplicationHas() throws Exception {
        Answer help = run("help");

        assertThat(help.code).isZero();
        assertThat(help.text).contains("./run test", "./run bench", "SANFEN_PORT");
        for (Class<?> command : commandClasses()) {
            String name = command.getSimpleName().replace("Command", "").toLowerCase();
            String word = name.equals("register") ? "import" : name; // its door for tables
            assertThat(help.text)
                    .as("the help has a line for " + command.getSimpleName())
                    .contains("./run " + word + " ");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    JAVA_HOME      | /nowhere                  | JAVA_HOME is /nowhere, where there is no Java
                    SANFEN_HOME    | /dev/null/sanfen          | /dev/null/sanfen can't be made
                    SANFEN_PORT    | eighty                    | SANFEN_PORT is "eighty"
                    SANFEN_DB_URL  | postgres://localhost/town | SANFEN_DB_URL is "postgres://localhost/town"
                    """)
    void aMistakenSettingIsToldInOneSentenceThatNamesIt(String variable, String value, String sentence)
            throws Exception {
        Answer answer = run("serve", variable, value);

        assertThat(answer.code).isEqualTo(1);
        assertThat(answer.text).startsWith("Sanfen: ").contains(sentence).hasLineCount(1);
    }

    @Test
    void anUnknownWordIsRefusedAtOnce() throws Exception {
        Answer answer = run("brew");

        assertThat(answer.code).isEqualTo(1);
        assertThat(answer.text).isEqualTo("Sanfen: there is no command \"brew\"; ./run help lists the commands.\n");
    }

    private record Answer(int code, String text) {}

    private static Answer run(String word, String... setting) throws IOException, InterruptedException {
        ProcessBuilder shell =
                new ProcessBuilder(Path.of("run").toAbsolutePath().toString(), word);
        List<String> pair = Arrays.asList(setting);
        if (!pair.isEmpty()) {
            shell.environment().put(pair.get(0), pair.get(1));
        }
        Process process = shell.redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }

    private static List<? extends Class<?>> commandClasses() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(Command.class));
        List<? extends Class<?>> found = scan.findCandidateComponents("org.sanfen").stream()
                .map(definition -> {
                    try {
                        return Class.forName(definition.getBeanClassName());
                    } catch (ClassNotFoundException impossible) {
                        throw new AssertionError(impossible);
                    }
                })
                .toList();
        assertThat(found).isNotEmpty();
        return found;
    }
}
