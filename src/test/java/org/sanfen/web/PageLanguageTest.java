package org.sanfen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Which language a visitor gets. */
class PageLanguageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zh-CN,zh;q=0.9,en;q=0.8 | zh-Hans
            zh-TW,zh;q=0.9,en;q=0.8 | zh-Hant
            zh-HK                   | zh-Hant
            zh-MO                   | zh-Hant
            zh-Hant-HK              | zh-Hant
            zh-Hans-HK              | zh-Hans
            zh                      | zh-Hans
            zh-SG                   | zh-Hans
            ja-JP,en;q=0.5          | ja
            fr-FR,ja;q=0.7,en;q=0.5 | ja
            en-AU                   | en
            fr                      | en
            """)
    void theBrowsersFirstLanguageOfOursIsTaken(String accepted, String language) {
        assertThat(PageLanguage.of(request(accepted))).isEqualTo(language);
    }

    @Test
    void theAddressWinsOverTheBrowser() {
        MockHttpServletRequest request = request("en");
        request.addParameter("lang", "zh-Hant");

        assertThat(PageLanguage.of(request)).isEqualTo("zh-Hant");
    }

    @Test
    void theOperatorsChoiceIsForThoseWhoAskForNoneOfOurs() {
        MockHttpServletRequest french = request("fr");
        french.setAttribute(PageLanguage.DEFAULT, "ja");
        MockHttpServletRequest english = request("en");
        english.setAttribute(PageLanguage.DEFAULT, "ja");

        assertThat(PageLanguage.of(french)).isEqualTo("ja");
        assertThat(PageLanguage.of(english)).isEqualTo("en");
        assertThat(PageLanguage.of(new MockHttpServletRequest())).isEqualTo("zh-Hans");
    }

    @Test
    void everyFileOfWordsIsALanguage() {
        assertThat(PageLanguage.NAMES)
                .containsEntry("zh-Hant", "繁體中文")
                .containsEntry("ja", "日本語")
                .hasSize(4);
    }

    @Test
    void aNameIsNeverTranslatedByAnotherLanguagesName() {
        Map<String, String> names = Map.of("en", "Tokyo Tower", "zh-Hans", "东京塔");

        assertThat(PageLanguage.name(names, "ja", "東京タワー")).isEqualTo("東京タワー");
        assertThat(PageLanguage.name(names, "zh-Hant", "東京タワー")).isEqualTo("东京塔");
        assertThat(PageLanguage.text(names, "ja")).isEqualTo("Tokyo Tower");
    }

    @Test
    void theMenuKeepsTheRestOfTheAddress() {
        MockHttpServletRequest request = request("en");
        request.setQueryString("place=monaco&lang=en");
        request.addParameter("text", "typed into a form");

        List<LanguageLinks.LanguageLink> links = LanguageLinks.of(request);

        assertThat(links)
                .extracting(LanguageLinks.LanguageLink::url)
                .contains("?place=monaco&lang=ja")
                .noneMatch(url -> url.contains("typed"));
        assertThat(links)
                .filteredOn(LanguageLinks.LanguageLink::current)
                .extracting(LanguageLinks.LanguageLink::tag)
                .containsExactly("en");
    }

    private static MockHttpServletRequest request(String accepted) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Accept-Language", accepted);
        return request;
    }
}
