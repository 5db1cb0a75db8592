package org.sanfen.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.sanfen.paper.PdfPrinter;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * A report on paper: the page's texts in the template for print, with its drawing, as a PDF. Its engine is its own, made
 * when the first report is printed, so that commands print without Spring MVC. Thread-safe.
 */
@Component
class ReportPaper {

    private final MapDrawings drawings;
    private volatile SpringTemplateEngine engine;

    ReportPaper(MapDrawings drawings) {
        this.drawings = drawings;
    }

    void print(ReportScope scope, ReportPage page, OutputStream out) throws IOException {
        Context context = new Context(Locale.forLanguageTag(page.head().language()));
        context.setVariable("page", page);
        context.setVariable("w", scope.words());
        context.setVariable("imprint", imprint(scope, page));
        context.setVariable("drawing", page.map() == null ? null : drawings.drawForPaper(scope));
        PdfPrinter.print(engine().process("report-print", context), out);
    }

    /** The line at the foot of every page: by which rule and method, of which data. */
    private static String imprint(ReportScope scope, ReportPage page) {
        return scope.words()
                .say(
                        "file.imprint",
                        "standard",
                        page.head().standardName(),
                        "version",
                        scope.standard().version(),
                        "engine",
                        scope.run().engineVersion(),
                        "change",
                        scope.run().changeNumber(),
                        "dates",
                        page.dates());
    }

    private SpringTemplateEngine engine() {
        SpringTemplateEngine made = engine;
        if (made == null) {
            ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
            templates.setPrefix("templates/");
            templates.setSuffix(".html");
            templates.setTemplateMode(TemplateMode.HTML);
            templates.setCharacterEncoding("UTF-8");
            made = new SpringTemplateEngine();
            made.setTemplateResolver(templates);
            engine = made;
        }
        return made;
    }
}
