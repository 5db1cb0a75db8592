package org.sanfen.testing;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Starts the machine's Chromium once a JVM and hands each test of a {@link BrowserTest} its {@link Browser}. */
final class BrowserExtension implements ParameterResolver, AfterEachCallback {

    private static final Namespace SPACE = Namespace.create(BrowserExtension.class);
    private static final List<String> FLAGS =
            List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--force-color-profile=srgb");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getStore(SPACE).computeIfAbsent("browser", key -> newBrowser(test), Browser.class);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        Browser browser = test.getStore(SPACE).remove("browser", Browser.class);
        if (browser == null) {
            return;
        }
        try {
            if (test.getExecutionException().isPresent()) {
                browser.photograph(Path.of("target", "browser", fileName(test) + ".png"));
            } else {
                browser.requireNothingUntoward();
            }
        } finally {
            browser.close();
        }
    }

    private static Browser newBrowser(ExtensionContext test) {
        Chromium chromium =
                test.getRoot().getStore(SPACE).computeIfAbsent("chromium", key -> Chromium.launch(), Chromium.class);
        String port =
                SpringExtension.getApplicationContext(test).getEnvironment().getRequiredProperty("local.server.port");
        return new Browser(chromium.process, "http://127.0.0.1:" + port);
    }

    private static String fileName(ExtensionContext test) {
        return test.getRequiredTestClass().getSimpleName() + "-"
                + test.getRequiredTestMethod().getName();
    }

    /** The one Chromium of this JVM; JUnit closes it when all tests are done. */
    private record Chromium(Playwright driver, com.microsoft.playwright.Browser process) implements AutoCloseable {

        static Chromium launch() {
            System.setProperty("playwright.cli.dir", driverFolder().toString());
            String node = System.getenv().getOrDefault("SANFEN_NODE", "node");
            Playwright driver = Playwright.create(new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_NODEJS_PATH", node, "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Path chromium = Path.of(System.getenv().getOrDefault("SANFEN_CHROMIUM", "/usr/bin/chromium"));
            return new Chromium(
                    driver,
                    driver.chromium()
                            .launch(new BrowserType.LaunchOptions()
                                    .setExecutablePath(chromium)
                                    .setArgs(FLAGS)));
        }

        /** Playwright for Java wants its driver in a folder named package, npm has it as playwright-core. */
        private static Path driverFolder() {
            Path driver = Path.of("frontend", "node_modules", "playwright-core").toAbsolutePath();
            if (!Files.exists(driver.resolve("cli.js"))) {
                throw new IllegalStateException(driver + " is missing: run the tests with ./run test, or npm ci first");
            }
            Path folder = Path.of("target", "playwright").toAbsolutePath();
            try {
                Files.createDirectories(folder);
                Files.createSymbolicLink(folder.resolve("package"), driver);
            } catch (FileAlreadyExistsException madeEarlier) {
                return folder;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            return folder;
        }

        @Override
        public void close() {
            process.close();
            driver.close();
        }
    }
}
