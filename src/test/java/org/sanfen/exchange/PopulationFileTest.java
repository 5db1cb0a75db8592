package org.sanfen.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of populations as people send them. */
class PopulationFileTest {

    private static PopulationFile read(String text) {
        return PopulationFile.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code,residents\n440308001,12400",
                "\ufeffArea Code,Population\r\n440308001,\"12,400\"\r\n",
                "name;area_id;residents\nShatoujiao;440308001;12400",
                "区划代码\t名称\t常住人口\n440308001\t沙头角\t12 400",
                "440308001,12400",
                "统计用区划代码,人口数\n\n440308001,12400\n,\n",
            })
    void headersAreGuessedInBothLanguages(String text) {
        PopulationFile file = read(text);

        assertThat(file.bad()).isEmpty();
        assertThat(file.rows())
                .extracting(PopulationFile.Row::area, PopulationFile.Row::residents)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("440308001", 12400L));
    }

    @Test
    void readsWhatSpreadsheetsInChinaWrite() {
        byte[] bytes = "区划代码,常住人口\n440308001,12400".getBytes(Charset.forName("GB18030"));

        assertThat(PopulationFile.read(bytes).rows()).hasSize(1);
    }

    @Test
    void everyBadRowKeepsItsLineValueAndReasonAndTheOthersCount() {
        PopulationFile file = read("code,residents\na,10\nb,-3\nc,many\nd\n,5\na,11\ne,1.5\nf,999999999999\ng,0\n");

        assertThat(file.rows()).extracting(PopulationFile.Row::area).containsExactly("a", "g");
        assertThat(file.bad())
                .containsExactly(
                        new PopulationFile.Bad(3, "-3", "population.bad.number"),
                        new PopulationFile.Bad(4, "many", "population.bad.number"),
                        new PopulationFile.Bad(5, "d", "population.bad.columns"),
                        new PopulationFile.Bad(6, ", 5", "population.bad.area"),
                        new PopulationFile.Bad(7, "a", "population.bad.twice"),
                        new PopulationFile.Bad(8, "1.5", "population.bad.number"),
                        new PopulationFile.Bad(9, "999999999999", "population.bad.number"));
    }

    @Test
    void aTableWithoutTheColumnsIsRefusedAtItsHead() {
        assertThat(read("street,houses,trees\nMain,3,4").bad())
                .extracting(PopulationFile.Bad::reason)
                .containsExactly("population.bad.header");
        assertThat(read("").bad()).extracting(PopulationFile.Bad::reason).containsExactly("population.bad.empty");
    }
}
