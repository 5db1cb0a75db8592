package org.sanfen.upkeep;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.sanfen.photo.PhotoReader;

/**
 * A form as it came over HTTP. Reading it takes up to {@link PhotoReader#MOST_BYTES} of memory; what is larger is not
 * held.
 *
 * @param form what was typed
 * @param photo bytes of the file, one more than allowed where it is too large; null for none
 */
record SentForm(ProblemForm form, byte[] photo) {

    /** @throws IllegalStateException where the whole is larger than the server reads */
    static SentForm of(HttpServletRequest request) throws IOException {
        byte[] photo = photo(request);
        return new SentForm(
                new ProblemForm(
                        field(request, "category"),
                        field(request, "text"),
                        field(request, "website"),
                        photo != null,
                        Map.of()),
                photo);
    }

    private static byte[] photo(HttpServletRequest request) throws IOException {
        String type = request.getContentType();
        if (type == null || !type.startsWith("multipart/form-data")) {
            return null;
        }
        try {
            Part part = request.getPart("photo");
            if (part == null || part.getSize() == 0) {
                return null;
            }
            try (InputStream bytes = part.getInputStream()) {
                return bytes.readNBytes(PhotoReader.MOST_BYTES + 1);
            }
        } catch (ServletException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String field(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
