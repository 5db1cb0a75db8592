package org.sanfen.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator may write into site.yaml, and what is said of what it may not. */
class SiteFileTest {

    @TempDir
    private Path home;

    @Test
    void aSiteWithoutAnySettingIsTheUsualOne() {
        SiteSettings site = SiteFile.read(home.resolve("site.yaml"), Map.of());

        assertThat(site.title()).isEmpty();
        assertThat(site.defaultPlace()).isNull();
        assertThat(site.tiandituKey()).isNull();
    }

    @Test
    void readsEverythingThatReadmeNames() throws Exception {
        Files.writeString(home.resolve("logo.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");

        SiteSettings site = read("""
                title: {zh-Hans: 福田应急地图, en: Futian emergency map}
                organisation: 福田区消防救援大队
                logo: logo.svg
                default_place: futian
                default_language: en
                emergency_numbers:
                  futian: {fire: 119, medical: "120"}
                icp: 粤ICP备12345678号-1
                public_security: 粤公网安备 44030702000001号
                approvals: {basemap: GS(2024)0650号, tianditu: GS(2024)0568号}
                tianditu_key: 0123456789abcdef0123456789abcdef
                """);

        assertThat(site.title()).containsEntry("en", "Futian emergency map");
        assertThat(Site.ofLanguage(site.organisation(), "en")).isEqualTo("福田区消防救援大队");
        assertThat(site.logo()).isEqualTo(home.resolve("logo.svg"));
        assertThat(site.emergencyNumbers().get("futian")).containsEntry("fire", "119");
        assertThat(site.approvals()).containsEntry("tianditu", "GS(2024)0568号");
    }

    @Test
    void aVariableWinsOverTheFile() throws Exception {
        Path file = Files.writeString(home.resolve("site.yaml"), "title: From the file\nicp: 粤ICP备1号\n");

        SiteSettings site = SiteFile.read(file, Map.of("title", "From the variable"));

        assertThat(site.title()).containsEntry("", "From the variable");
        assertThat(site.icp()).isEqualTo("粤ICP备1号");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            titel: Map                            | unknown setting "titel"
            title: {zh_CN: 地图}                  | language "zh_CN"; known are
            title: ''                             | title in
            default_language: fr                  | language "fr"
            default_place: ../etc                 | default_place in
            logo: none.svg                        | can't be read; put the file there
            emergency_numbers: {x: {fire: one}}   | a number to dial
            emergency_numbers: {x: {flood: 1 19}} | service "flood"
            emergency_numbers: 119                | should have indented lines
            approvals: {roof: GS1}                | layer "roof"
            tianditu_key: secret                  | browser key
            public_security: none                 | 粤公网安备
            title: [a, b                          | can't be read as YAML at line
            just words                            | should hold lines such as
            """)
    void aValueThatCannotBeUsedIsToldInOneSentence(String line, String sentence) {
        assertThatThrownBy(() -> read(line))
                .isInstanceOf(SiteRefused.class)
                .hasMessageContaining(sentence)
                .message()
                .doesNotContain("\n")
                .endsWith(".");
    }

    private SiteSettings read(String yaml) throws IOException {
        return SiteFile.read(Files.writeString(home.resolve("site.yaml"), yaml), Map.of());
    }
}
