package org.sanfen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.web.server.PortInUseException;

/** What the operator reads when a start fails for a reason that lies around Sanfen. */
class FailureSentenceTest {

    private static final String DATABASE = "jdbc:postgresql://db.town.example/sanfen";

    @ParameterizedTest
    @CsvSource({
        "08001, no database answers at",
        "28P01, refuses this user or password",
        "3D000, there is no database at",
        "42501, make SANFEN_DB_USER the owner",
        "53100, the disk of the database is full",
    })
    void aDatabaseErrorNamesItsRemedyHoweverDeepItLies(String state, String words) {
        Exception failure = new IllegalStateException("bean", new RuntimeException(new SQLException("said", state)));

        assertThat(FailureSentence.find(failure, DATABASE))
                .hasValueSatisfying(
                        sentence -> assertThat(sentence).contains(words).endsWith("."));
    }

    @Test
    void aServerWithoutPostgisIsToldSoWhicheverStateItReports() {
        var missing = new SQLException("ERROR: extension \"postgis\" is not available", "0A000");
        var forbidden = new SQLException("ERROR: permission denied to create extension \"postgis\"", "42501");

        assertThat(FailureSentence.find(missing, DATABASE).orElseThrow()).contains("has no PostGIS");
        assertThat(FailureSentence.find(forbidden, DATABASE).orElseThrow()).contains("CREATE EXTENSION postgis");
    }

    @Test
    void aPortInUseSuggestsTheNext() {
        assertThat(FailureSentence.find(new PortInUseException(8380), DATABASE).orElseThrow())
                .contains("8380")
                .contains("SANFEN_PORT=8381 ./run");
    }

    @Test
    void aFullDiskIsToldSo() {
        var failure = new RuntimeException(new IOException("No space left on device"));

        assertThat(FailureSentence.find(failure, DATABASE).orElseThrow()).startsWith("the disk is full");
    }

    @Test
    void aFaultOfOurOwnKeepsItsFullReport() {
        assertThat(FailureSentence.find(new NullPointerException(), DATABASE)).isEmpty();
    }
}
