package org.sanfen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What {@code ./run import} answers to words that are of no use: one sentence each, and nothing is changed. */
@DatabaseTest
class ImportCommandIT {

    @Autowired
    ImportCommand command;

    @Autowired
    JdbcClient database;

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        town.osm --place town --nmae Town | There is no option --nmae; import knows --area, --country, --name, --place, --publish, --zone.
        town.osm --place                  | The option --place needs a value after it.
        town.osm --place --name Town      | The option --place needs a value after it.
        town.osm                          | Give the place an id after --place, in lower-case letters, digits and hyphens, such as --place helsinki.
        town.osm --place Town             | Give the place an id after --place, in lower-case letters, digits and hyphens, such as --place helsinki.
        --place town                      | Say which file to import: ./run import FILE --place ID.
        town.osm city.osm --place town    | One file at a time: "city.osm" is too many; quote names with blanks.
        town.osm --place town --zone Mars | There is no time zone "Mars": give one such as Asia/Shanghai.
        town.osm --place town --country X | "X" is no country: give its two letters, such as CN.
        nowhere.osm.pbf --place town      | There is no file "nowhere.osm.pbf".
        posts.geojson --area A --place a  | The option --area is not for such a file; it knows --licence, --place, --source.
        town.osm --source A --place a     | The option --source is not for such a file; it knows --area, --country, --name, --place, --publish, --zone.
        posts.geojson --place town        | There is no place "town": import its streets first, from an OpenStreetMap extract; ./run places lists what there is.
        """)
    void saysInOneSentenceWhatIsWrong(String words, String sentence) {
        assertRefused(List.of(words.split(" ")), sentence);
    }

    @Test
    void refusesAFileThatIsNoExtract() throws Exception {
        Path file = Files.writeString(directory.resolve("letter.osm.pbf"), "Dear reader");

        assertRefused(
                List.of(file.toString(), "--place", "town"),
                "\"letter.osm.pbf\" is not an OpenStreetMap extract: give a .osm.pbf, .osm, .osm.gz or .osm.bz2 file.");
    }

    private void assertRefused(List<String> words, String sentence) {
        assertThatThrownBy(() -> command.run(words, new PrintStream(OutputStream.nullOutputStream())))
                .isInstanceOf(UserError.class)
                .hasMessage(sentence);
        assertThat(database.sql("SELECT count(*) FROM place").query(Long.class).single())
                .isZero();
    }
}
