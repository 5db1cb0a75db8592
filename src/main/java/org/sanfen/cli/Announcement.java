package org.sanfen.cli;

import java.io.PrintStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What the operator reads once the server answers: where it is and, the first time, how to sign in. */
@Component
class Announcement {

    private final String publicUrl;
    private final Environment environment;

    Announcement(@Value("${sanfen.public-url}") String publicUrl, Environment environment) {
        this.publicUrl = publicUrl;
        this.environment = environment;
    }

    void announce(PrintStream out) {
        out.println("Sanfen is at " + address() + " (Ctrl-C ends it)");
    }

    private String address() {
        return publicUrl.isBlank()
                ? "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port")
                : publicUrl;
    }
}
