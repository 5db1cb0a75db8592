package org.sanfen.sign;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.sanfen.paper.PdfPrinter;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Prints signs as a PDF, two files at a time because each takes tens of megabytes. Thread-safe. */
@Component
class SignPaper {

    private static final int AT_A_TIME = 2;
    private static final int PATIENCE_S = 8;

    private final ITemplateEngine templates;
    private final Signs words;
    private final Semaphore places = new Semaphore(AT_A_TIME, true);

    SignPaper(ITemplateEngine templates, Signs words) {
        this.templates = templates;
        this.words = words;
    }

    /** @param sheets whether they stand on A4 sheets with marks to cut by; else each has its own page */
    byte[] print(List<Sign> signs, SignSize size, boolean sheets, String language) throws IOException {
        Context context = new Context(Locale.forLanguageTag(language));
        context.setVariable("language", language);
        context.setVariable("title", words.both("sign.title", language));
        context.setVariable("scan", words.inBoth("sign.scan", language));
        context.setVariable("number", words.both("point.id", language));
        context.setVariable("pageSize", size.page(sheets));
        context.setVariable("sheets", sheets);
        context.setVariable("size", size.name().toLowerCase(Locale.ROOT));
        context.setVariable("pages", pages(signs, sheets ? size.onSheet() : 1));
        if (!isMyTurn()) {
            throw ApiProblem.worded(ErrorCode.BUSY, "report.file.busy");
        }
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PdfPrinter.print(templates.process("sign-print", context), out);
            return out.toByteArray();
        } finally {
            places.release();
        }
    }

    private boolean isMyTurn() {
        try {
            return places.tryAcquire(PATIENCE_S, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<List<Sign>> pages(List<Sign> signs, int onPage) {
        List<List<Sign>> pages = new ArrayList<>();
        for (int from = 0; from < signs.size(); from += onPage) {
            pages.add(signs.subList(from, Math.min(signs.size(), from + onPage)));
        }
        return pages;
    }
}
