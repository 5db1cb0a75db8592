package org.sanfen.tile;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Asks this server for its own addresses, within a request and without the network: what an answer weighs is then told by
 * whoever gives it, however it is made. For the length of one request.
 */
final class OwnAnswers {

    private final HttpServletRequest request;
    private final HttpServletResponse response;

    OwnAnswers(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    /**
     * What is known of an answer.
     *
     * @param bytes compressed; the smallest may go to a browser as they are
     * @param tag its ETag; null where it has none
     */
    record Weight(long bytes, String tag) {}

    /**
     * The weight of an answer.
     *
     * @param path with its query
     * @param known from before: while the tag still holds, the answer is not made again; null for none
     * @return null where nothing is at that address
     */
    Weight weigh(String path, Weight known) throws IOException {
        KeptAnswer answer = new KeptAnswer(response);
        try {
            request.getRequestDispatcher(path).include(new Asked(request, path, known), answer);
        } catch (ServletException failed) {
            throw new IllegalStateException("No answer from our own " + path, failed);
        }
        if (answer.getStatus() == HttpServletResponse.SC_NOT_MODIFIED) {
            return known;
        }
        if (answer.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
            return null;
        }
        boolean isPacked = answer.head(HttpHeaders.CONTENT_ENCODING) != null;
        return new Weight(isPacked ? answer.bytes().length : packed(answer.bytes()), answer.head(HttpHeaders.ETAG));
    }

    private static long packed(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.size();
    }

    /** A browser's request for another address: nothing of the request at hand shows through. */
    private static final class Asked extends HttpServletRequestWrapper {

        private final Map<String, List<String>> heads;
        private final MultiValueMap<String, String> words;

        Asked(HttpServletRequest request, String path, Weight known) {
            super(request);
            words = UriComponentsBuilder.fromUriString(path).build().getQueryParams();
            heads = known == null || known.tag() == null
                    ? Map.of("accept-encoding", List.of("gzip"))
                    : Map.of("accept-encoding", List.of("gzip"), "if-none-match", List.of(known.tag()));
        }

        @Override
        public String getHeader(String name) {
            List<String> values = heads.get(name.toLowerCase(java.util.Locale.ROOT));
            return values == null ? null : values.get(0);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return Collections.enumeration(heads.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of()));
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            return Collections.enumeration(heads.keySet());
        }

        @Override
        public String getParameter(String name) {
            return words.getFirst(name);
        }

        @Override
        public String[] getParameterValues(String name) {
            List<String> values = words.get(name);
            return values == null ? null : values.toArray(String[]::new);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return words.entrySet().stream()
                    .collect(java.util.stream.Collectors.toMap(
                            Map.Entry::getKey, word -> word.getValue().toArray(String[]::new)));
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(words.keySet());
        }

        @Override
        public String getQueryString() {
            return (String) getAttribute(RequestDispatcher.INCLUDE_QUERY_STRING);
        }
    }
}
