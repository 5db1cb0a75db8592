package org.sanfen.exchange.osm;

import java.io.IOException;

/** The file is no OSM data, or broken; the message goes on after the file's name. */
final class UnreadableFile extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableFile(String sentence) {
        super(sentence);
    }

    UnreadableFile(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
