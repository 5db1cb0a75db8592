package org.sanfen.tile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Geolocation;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.testing.Browser;
import org.sanfen.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Tianditu with the operator's key, whose servers see what part of the map somebody looks at. The test answers for them, so
 * that no request leaves the machine.
 */
@BrowserTest
class OnlineLayerIT {

    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final Pattern TIANDITU = Pattern.compile("https://t[0-7]\\.tianditu\\.gov\\.cn/.*");

    @Autowired
    JdbcClient database;

    @DynamicPropertySource
    static void site(DynamicPropertyRegistry properties) throws IOException {
        Path file = Files.createTempDirectory("sanfen-site").resolve("site.yaml");
        Files.writeString(file, "tianditu_key: " + KEY + "\n");
        properties.add("sanfen.site.file", file::toString);
    }

    @BeforeEach
    void drawTheTown() {
        Quay.draw(database);
    }

    @Test
    void nobodyIsAskedForAPictureUntilTheVisitorWantsThem(Browser browser) throws IOException {
        Page page = open(browser);

        assertThat(choice(page)).not().isChecked();
        assertThat(layer(page)).containsText("Tianditu’s servers see which part of the map you look at");
        zoomIn(page);
        assertThat(asked(browser)).isEmpty();

        choice(page).check();
        waitForPictures(page);
        assertThat(asked(browser))
                .anyMatch(url -> url.contains("/vec_w/wmts?") && url.contains("LAYER=vec&"))
                .anyMatch(url -> url.contains("/cva_w/wmts?") && url.contains("LAYER=cva&"))
                .allMatch(url -> url.endsWith("&tk=" + KEY))
                .allMatch(url -> url.matches(".*&TILEMATRIX=\\d+&TILEROW=\\d+&TILECOL=\\d+&.*"));
        assertThat(browser.sent())
                .filteredOn(sent -> TIANDITU.matcher(sent.url()).matches())
                .as("its servers don't learn which page it is")
                .noneMatch(sent -> sent.headers().containsKey("referer"));

        choice(page).uncheck();
        assertThat(pictures(page)).hasCount(0);
        browser.forgetRequests();
        zoomIn(page);
        assertThat(asked(browser)).isEmpty();
    }

    @Test
    void onceAPositionIsKnownItIsOffUntilASecondYes(Browser browser) throws IOException {
        Page page = open(browser);
        choice(page).check();
        waitForPictures(page);
        browser.forgetRequests();

        page.locator(".big").first().click();
        assertThat(page.locator(".row-distance").first()).isVisible();
        assertThat(pictures(page)).hasCount(0);
        assertThat(choice(page)).not().isChecked();
        assertThat(layer(page)).containsText("Tianditu’s servers learn roughly where you are");
        choice(page).check();
        Locator yes = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("I know; turn it on"));
        assertThat(yes).isVisible();
        zoomIn(page);
        assertThat(asked(browser)).as("one yes is not enough now").isEmpty();

        yes.click();
        waitForPictures(page);
        assertThat(asked(browser)).isNotEmpty();
        assertThat(yes).hasCount(0);
    }

    private static Page open(Browser browser) throws IOException {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB), "png", picture);
        browser.standInFor(TIANDITU, "image/png", picture.toByteArray());
        Page page = browser.open(
                "/?place=quay&lang=en",
                Browser.desktop()
                        .setPermissions(List.of("geolocation"))
                        .setGeolocation(new Geolocation(Quay.LAT, Quay.LON)));
        page.locator(".legend-box summary").click();
        return page;
    }

    private static Locator layer(Page page) {
        return page.locator(".legend-box fieldset", new Page.LocatorOptions().setHasText("Base map"));
    }

    private static Locator choice(Page page) {
        return page.getByLabel("Tianditu (online)");
    }

    private static Locator pictures(Page page) {
        return page.locator(".online-pane img");
    }

    private static void waitForPictures(Page page) {
        assertThat(page.locator(".online-pane img.leaflet-tile-loaded").first()).isVisible();
        assertThat(page.locator(".online-pane img:not(.leaflet-tile-loaded)")).hasCount(0);
    }

    /** Until the map's scale shows another length: whatever is asked for on the way has been. */
    private static void zoomIn(Page page) {
        Locator scale = page.locator(".leaflet-control-scale-line");
        String before = scale.textContent();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Zoom in").setExact(true))
                .click();
        assertThat(scale).not().hasText(before);
    }

    private static List<String> asked(Browser browser) {
        return browser.requests().stream()
                .filter(url -> url.contains("tianditu"))
                .toList();
    }
}
