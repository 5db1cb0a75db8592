package org.sanfen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code ./run holidays} and {@code ./run population}: a table into a place. */
@DatabaseTest
class PlaceFileIT {

    @Autowired
    HolidaysCommand holidays;

    @Autowired
    PopulationCommand population;

    @Autowired
    JdbcClient database;

    @TempDir
    Path folder;

    @BeforeEach
    void aTownInChina() {
        database.sql("DELETE FROM place").update();
        database.sql("INSERT INTO place (id, name, zone, country) VALUES ('town', 'Town', 'Asia/Shanghai', 'CN')")
                .update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16"})
    void holidaysMayComeInTheEncodingOfAnySpreadsheet(String encoding) throws Exception {
        Path file = Files.write(folder.resolve("2027.csv"), """
                from,to,kind,name
                2027-01-01,2027-01-03,public,元旦
                2027-02-05,2027-02-11,public,春节
                2027-10-01,2027-10-07,public,国庆节
                2027-07-10,2027-08-31,school,暑假
                """.getBytes(Charset.forName(encoding)));
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        int answer = holidays.run(
                List.of("--place", "town", file.toString()), new PrintStream(said, true, StandardCharsets.UTF_8));

        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("The holidays of town are those of the file.");
        assertThat(answer).isZero();
        assertThat(database.sql("SELECT name FROM holiday WHERE place_id = 'town' ORDER BY from_day")
                        .query(String.class)
                        .list())
                .containsExactly("元旦", "春节", "暑假", "国庆节");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        F.csv                   | Say which file and which place: ./run %s FILE.csv --place ID.
        F.csv town extra        | Say which file and which place: ./run %s FILE.csv --place ID.
        F.csv more --place      | The option --place needs a value after it.
        F.csv --place nowhere   | There is no place "nowhere"; ./run places lists those there are.
        --place town F.csv      | The file F.csv can't be read.
        """)
    void bothSayInOneSentenceWhatIsWrong(String words, String sentence) {
        List<String> given = List.of(words.split(" "));
        Stream.of(holidays, population)
                .forEach(command -> assertThatThrownBy(() -> command.run(given, System.out))
                        .isInstanceOf(UserError.class)
                        .hasMessage(sentence.formatted(command == holidays ? "holidays" : "population")));
    }

    @Test
    void aFolderIsNoTable() {
        assertThatThrownBy(() -> holidays.run(List.of(folder.toString(), "--place", "town"), System.out))
                .isInstanceOf(UserError.class)
                .hasMessage("The file " + folder + " can't be read.");
    }
}
