package org.sanfen.web;

import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.thymeleaf.exceptions.TemplateProcessingException;

/**
 * An exception as the log may hold it: types and places in our code, without any message, since a message may quote a
 * position, a query or what somebody typed.
 */
final class MessageFreeTrace {

    private static final int FRAMES = 30;

    private MessageFreeTrace() {}

    static String of(Throwable thrown) {
        StringBuilder trace = new StringBuilder();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable at = thrown; at != null && seen.add(at); at = at.getCause()) {
            trace.append(at == thrown ? "" : "Caused by: ").append(at.getClass().getName());
            if (at instanceof java.sql.SQLException sql) {
                trace.append(" state ").append(sql.getSQLState());
            }
            if (at instanceof TemplateProcessingException page) {
                trace.append(" in ")
                        .append(page.getTemplateName())
                        .append(" line ")
                        .append(page.getLine());
            }
            trace.append('\n');
            StackTraceElement[] frames = at.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                trace.append("\tat ").append(frames[i]).append('\n');
            }
        }
        return trace.toString();
    }

    /** The browser went away before the answer was written: nobody's fault. */
    static boolean isLostConnection(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof AsyncRequestNotUsableException
                    || at instanceof IOException
                            && at.getClass().getSimpleName().equals("ClientAbortException")) {
                return true;
            }
        }
        return false;
    }
}
