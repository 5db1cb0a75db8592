package org.sanfen.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever reads Japanese is refused in Japanese. */
class RefusalTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z]+}");

    @ParameterizedTest
    @CsvSource({"en", "zh-Hans", "zh-Hant", "ja"})
    void everyRefusalHasItsSentenceWithTheSamePlaceholders(String language) throws IOException {
        JsonNode texts = new JsonMapper().readTree(Path.of("frontend/src/i18n/" + language + ".json"));

        for (Refusal why : Refusal.values()) {
            String sentence = texts.path(why.key()).asString("");
            assertThat(placeholders(sentence)).as(why.key()).isEqualTo(placeholders(why.sentence()));
            if (language.equals("en")) {
                assertThat(sentence).isEqualTo(why.sentence());
            } else {
                assertThat(sentence).isNotBlank().isNotEqualTo(why.sentence());
            }
        }
    }

    private static Set<String> placeholders(String sentence) {
        return PLACEHOLDER
                .matcher(sentence)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
