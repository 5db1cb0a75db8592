package org.sanfen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanfen.exchange.ImportRequest;
import org.sanfen.exchange.OsmImport;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What {@code ./run import} answers to words that are of no use: one sentence each, and nothing is changed. */
@DatabaseTest
class ImportCommandIT {

    @Value("${spring.datasource.url}")
    String url;

    @Value("${spring.datasource.username}")
    String user;

    @Value("${spring.datasource.password}")
    String password;

    @Autowired
    OsmImport serversImport;

    @Autowired
    JdbcClient database;

    @TempDir
    Path directory;

    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

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

    @Test
    void writesWhatTheServersOwnImportWrites() throws Exception {
        Path monaco = directory.resolve("monaco.osm.pbf");
        try (var packed = ImportCommandIT.class.getResourceAsStream("/first-run/monaco-latest.osm.pbf")) {
            Files.copy(packed, monaco);
        }
        String area = "relation/2220322";
        assertThat(run(List.of(monaco.toString(), "--place", "by-hand", "--name", "Monaco", "--area", area)))
                .isZero();
        serversImport.run(
                new ImportRequest(monaco, "by-context", "Monaco", Map.of(), null, null, area, false), NOWHERE);

        for (String rows : List.of(
                "SELECT content_hash FROM street",
                "SELECT content_hash FROM building",
                "SELECT content_hash FROM basemap_feature",
                "SELECT source_id, kind, names, placement, equipment, attributes, ST_AsText(geom) AS geom FROM point",
                "SELECT code, name, names, area_m2, residents FROM area",
                "SELECT name, names, zone, country, languages, emergency_numbers, licence FROM place",
                "SELECT format, file_sha256, change_number, counts, messages FROM import_run")) {
            assertThat(texts(rows, "by-hand")).isNotEmpty().isEqualTo(texts(rows, "by-context"));
        }
        database.sql("DELETE FROM place").update();
    }

    private List<String> texts(String rows, String place) {
        String key = rows.endsWith("place") ? "id" : "place_id";
        return database.sql(
                        "SELECT CAST(found AS text) FROM (" + rows + " WHERE " + key + " = :place) found ORDER BY 1")
                .param("place", place)
                .query(String.class)
                .list();
    }

    private int run(List<String> words) throws Exception {
        try (ImportStart start = new ImportStart(url, user, password, "by_hand")) {
            return start.command().run(words, NOWHERE);
        }
    }

    private void assertRefused(List<String> words, String sentence) {
        assertThatThrownBy(() -> run(words)).isInstanceOf(UserError.class).hasMessage(sentence);
        assertThat(database.sql("SELECT count(*) FROM place").query(Long.class).single())
                .isZero();
    }
}
