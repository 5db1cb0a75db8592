package org.sanfen.testing;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What axe-core finds wrong with a page as it stands, for WCAG 2.2 AA and best practice. */
public final class AxeViolations {

    private static final Path AXE = Path.of("frontend", "node_modules", "axe-core", "axe.min.js");

    private static final String RUN = """
            async () => (await axe.run(document)).violations.map(found =>
                found.id + ': ' + found.help + ' at ' + found.nodes.map(node => node.target.join(' ')).join(', '))
            """;

    private AxeViolations() {}

    /** The same page as it stands, on a phone in the dark; it is a light desk's again afterwards. */
    public static List<String> ofDarkPhone(Page page) {
        page.setViewportSize(390, 844);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        List<String> found = of(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1280, 800);
        return found;
    }

    /** One line a violation: rule, help and the elements; empty for a page without any. */
    @SuppressWarnings("unchecked")
    public static List<String> of(Page page) {
        try {
            // Evaluated, not added as a script: the page's Content-Security-Policy would rightly refuse that.
            page.evaluate("() => {" + Files.readString(AXE) + "}");
        } catch (IOException missing) {
            throw new UncheckedIOException("axe-core is missing: run npm ci in frontend/", missing);
        }
        return (List<String>) page.evaluate(RUN);
    }
}
