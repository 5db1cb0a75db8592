package org.sanfen.exchange.osm;

import java.io.IOException;
import org.sanfen.exchange.ImportRefused;
import org.sanfen.exchange.Refusal;

/** The file is no OSM data, or broken. */
final class UnreadableFile extends IOException {

    private static final long serialVersionUID = 1L;

    private final Refusal why;
    private final String detail;

    UnreadableFile(Refusal why) {
        this(why, "", null);
    }

    /** @param detail goes into the sentence */
    UnreadableFile(Refusal why, String detail, Throwable cause) {
        super(why + " " + detail, cause);
        this.why = why;
        this.detail = detail;
    }

    ImportRefused refusal(String fileName) {
        return new ImportRefused(this, why, "name", fileName, "detail", detail);
    }
}
