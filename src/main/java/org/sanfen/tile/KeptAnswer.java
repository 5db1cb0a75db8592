package org.sanfen.tile;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An answer that stays here: status, heads and bytes reach nobody but the asker. */
final class KeptAnswer extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Map<String, String> heads = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final PrintWriter writer = new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    private int status = SC_OK;

    KeptAnswer(HttpServletResponse response) {
        super(response);
    }

    byte[] bytes() {
        writer.flush();
        return bytes.toByteArray();
    }

    String head(String name) {
        return heads.get(name);
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new ServletOutputStream() {
            @Override
            public void write(int one) {
                bytes.write(one);
            }

            @Override
            public void write(byte[] some, int from, int length) {
                bytes.write(some, from, length);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException("Answers to ourselves are written at once");
            }
        };
    }

    @Override
    public PrintWriter getWriter() {
        return writer;
    }

    @Override
    public void setStatus(int status) {
        this.status = status;
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void sendError(int status) {
        this.status = status;
    }

    @Override
    public void sendError(int status, String message) {
        this.status = status;
    }

    @Override
    public void sendRedirect(String there) {
        status = SC_FOUND;
    }

    @Override
    public void setHeader(String name, String value) {
        heads.put(name, value);
    }

    @Override
    public void addHeader(String name, String value) {
        heads.put(name, value);
    }

    @Override
    public void setDateHeader(String name, long date) {
        heads.put(name, Long.toString(date));
    }

    @Override
    public void setIntHeader(String name, int value) {
        heads.put(name, Integer.toString(value));
    }

    @Override
    public boolean containsHeader(String name) {
        return heads.containsKey(name);
    }

    @Override
    public String getHeader(String name) {
        return heads.get(name);
    }

    @Override
    public Collection<String> getHeaders(String name) {
        return heads.containsKey(name) ? List.of(heads.get(name)) : List.of();
    }

    @Override
    public Collection<String> getHeaderNames() {
        return heads.keySet();
    }

    @Override
    public void setContentType(String type) {
        heads.put("Content-Type", type);
    }

    @Override
    public String getContentType() {
        return heads.get("Content-Type");
    }

    @Override
    public void setContentLength(int length) {
        // of the answer at hand, which is another
    }

    @Override
    public void setContentLengthLong(long length) {
        // of the answer at hand, which is another
    }

    @Override
    public void setCharacterEncoding(String encoding) {
        // JSON and tiles have none
    }

    @Override
    public boolean isCommitted() {
        return false;
    }

    @Override
    public void flushBuffer() {
        // nothing leaves
    }

    @Override
    public void reset() {
        heads.clear();
        bytes.reset();
        status = SC_OK;
    }

    @Override
    public void resetBuffer() {
        bytes.reset();
    }
}
