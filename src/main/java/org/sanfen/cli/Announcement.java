package org.sanfen.cli;

import java.io.PrintStream;
import org.sanfen.exchange.FirstRun;
import org.sanfen.report.ReportWarmup;
import org.sanfen.staff.FirstAdministrator;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * What the first start still has to do once the server answers, and what the operator reads then: where it is and, the
 * first time, how to sign in.
 */
@Component
class Announcement {

    private final FirstRun content;
    private final FirstAdministrator administrator;
    private final ReportWarmup reports;
    private final String publicUrl;
    private final Environment environment;

    Announcement(
            FirstRun content,
            FirstAdministrator administrator,
            ReportWarmup reports,
            @Value("${sanfen.public-url}") String publicUrl,
            Environment environment) {
        this.content = content;
        this.administrator = administrator;
        this.reports = reports;
        this.publicUrl = publicUrl;
        this.environment = environment;
    }

    void announce(PrintStream out) {
        content.loadIfEmpty(out);
        administrator.createIfNone().ifPresent(password -> {
            out.println();
            out.println("  The editor is at " + address() + "/admin");
            out.println("  Login:    " + FirstAdministrator.LOGIN);
            out.println("  Password: " + password);
            out.println("  It is shown only now; ./run password gives a new one.");
            out.println();
        });
        out.println("Sanfen is at " + address() + " (Ctrl-C ends it)");
        reports.begin();
    }

    private String address() {
        String address = publicUrl.isBlank()
                ? "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port")
                : publicUrl;
        return address.replaceAll("/+$", "");
    }
}
