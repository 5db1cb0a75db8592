package org.sanfen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sanfen.testing.DatabaseTest;
import org.sanfen.testing.Emptied;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A place from files at the shell: what {@code ./run ground} takes, asks for and says. */
@DatabaseTest
class GroundCommandIT {

    @Autowired
    GroundCommand command;

    @Autowired
    JdbcClient database;

    @TempDir
    Path directory;

    @BeforeEach
    void nothingYet() {
        Emptied.ofPlacesAndStaff(database);
    }

    private Path file(String name, String text) throws Exception {
        return Files.writeString(directory.resolve(name), text);
    }

    private String run(String... words) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        command.run(List.of(words), new PrintStream(said, true, StandardCharsets.UTF_8));
        return said.toString(StandardCharsets.UTF_8);
    }

    private long places() {
        return database.sql("SELECT count(*) FROM place").query(Long.class).single();
    }

    @Test
    void aGridWhosePointsAreFarOffIsTakenOnlyWhereTheFitIsAccepted() throws Exception {
        Path control = file("control.csv", """
                x,y,lon,lat
                0,0,114.2,22.5
                1000,0,114.20972,22.5
                0,1000,114.2,22.50898
                1000,1000,114.20972,22.50898
                500,500,114.20486,22.50494
                """);
        Path streets = file("streets.csv", "wkt\n\"LINESTRING (0 0, 400 0)\"\n\"LINESTRING (400 0, 400 300)\"\n");
        List<String> words = new ArrayList<>(List.of(
                "--place",
                "hamlet",
                "--name",
                "Hamlet",
                "--streets",
                streets.toString(),
                "--crs",
                "control:" + control));

        assertThatThrownBy(() -> run(words.toArray(String[]::new)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("Control point 5 is off the fitted grid by 40")
                .hasMessageContaining("--accept-fit");
        assertThat(places()).isZero();

        words.add("--accept-fit");
        assertThat(run(words.toArray(String[]::new))).contains("streets.csv: #5, 40");
        assertThat(places()).isOne();
    }

    @Test
    void wordsOfNoUseAreNamedAndChangeNothing() throws Exception {
        Path streets = file("streets.csv", "wkt\n\"LINESTRING (114.2 22.5, 114.21 22.5)\"\n");
        assertThatThrownBy(() -> run("--place", "hamlet")).hasMessageContaining("Say which files to take");
        assertThatThrownBy(() -> run("--streets", streets.toString())).hasMessageContaining("Give the place an id");
        assertThatThrownBy(() -> run("--place", "Hamlet", "--streets", streets.toString()))
                .hasMessageContaining("\"Hamlet\" is no id");
        assertThatThrownBy(() -> run("--place", "hamlet", "--streets", streets.toString(), "--crs", "Xian80"))
                .hasMessageContaining("Xian80");
        assertThat(places()).isZero();
    }
}
