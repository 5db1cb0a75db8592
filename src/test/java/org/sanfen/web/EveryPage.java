package org.sanfen.web;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.sanfen.exchange.FirstRun;
import org.springframework.jdbc.core.JdbcTemplate;

/** Addresses of all pages that a visitor can reach in Monaco, errors too. */
final class EveryPage {

    private EveryPage() {}

    /** Loads Monaco unless it is there. */
    static List<String> load(FirstRun firstRun, JdbcTemplate database) {
        firstRun.loadMonaco(new PrintStream(OutputStream.nullOutputStream()));
        String point = database.queryForObject(
                "SELECT id FROM point WHERE kind = 'aed' AND status = 'active' ORDER BY id LIMIT 1", String.class);
        return new ArrayList<>(List.of(
                "/?place=monaco",
                "/p/" + point + "?",
                "/p/" + point + "/reports?",
                "/r?",
                "/report?place=monaco&standard=aed-100m",
                "/report/monaco/compare?standard=aed-100m",
                "/privacy?",
                "/embed?place=monaco",
                "/p/zzzzzzz?",
                "/report/nowhere?",
                "/nothing-here?"));
    }
}
