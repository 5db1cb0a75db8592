package org.sanfen.directory;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import org.sanfen.place.Place;

/** A format in which a place's points are given away. */
interface OpenData {

    /**
     * What goes with the points wherever they go.
     *
     * @param place whose attribution and licence are due
     * @param label that the data are fictitious; null for a real place
     * @param changeNumber of the points
     */
    record Notice(Place place, String label, long changeNumber) {}

    /** Hands over each point in turn. */
    interface Points {
        void forEach(Consumer<EmergencyPoint> taker);
    }

    String ending();

    String mediaType();

    /** Writes point by point; does not close the stream. */
    void write(Notice notice, Points points, OutputStream out) throws IOException;
}
