package org.sanfen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanfen.directory.KindField;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sentences of errors: every key that the code names has its words, and no words are left over. */
class ProblemSentencesTest {

    private static final Pattern KEY = Pattern.compile("\"(problem\\.[a-z_]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-Hans"})
    void everyKeyOfTheCodeHasItsSentenceAndTheOtherWayRound(String language) throws IOException {
        JsonNode texts = new JsonMapper().readTree(Path.of("frontend/src/i18n/" + language + ".json"));
        Set<String> written = texts.propertyNames().stream()
                .filter(key -> key.startsWith("problem.") && !key.startsWith("problem.attribute_"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> named = keysOfTheCode();
        named.removeIf(key -> key.startsWith("problem.attribute_"));
        assertThat(written).isEqualTo(named);
        for (KindField.Type type : KindField.Type.values()) {
            assertThat(texts.has("problem.attribute_" + type.id()))
                    .as(type.id())
                    .isTrue();
        }
    }

    private static Set<String> keysOfTheCode() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            Set<String> keys = new TreeSet<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                KEY.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .forEach(keys::add);
            }
            return keys;
        }
    }
}
