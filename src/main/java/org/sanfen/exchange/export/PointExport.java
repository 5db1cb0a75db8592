package org.sanfen.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** One format of {@link ExportFormat}; stateless. */
interface PointExport {

    /** Hands over each point in turn. */
    interface Points {
        void forEach(Taker taker) throws IOException;
    }

    /** Takes one point. */
    interface Taker {
        void take(ExportedPoint point) throws IOException;
    }

    /**
     * What is written.
     *
     * @param keys of texts and attributes that the points have, such as {@code names.en}
     */
    record Content(ExportNotice notice, List<String> keys, Points points) {

        ExportColumns columns() {
            return new ExportColumns(notice, keys);
        }
    }

    ExportFormat format();

    /** Writes point by point; does not close the stream. */
    void write(Content content, OutputStream out) throws IOException;
}
