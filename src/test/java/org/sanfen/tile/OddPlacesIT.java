package org.sanfen.tile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Geolocation;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.testing.Browser;
import org.sanfen.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Points and places that the world has and nobody thinks of. */
@BrowserTest
class OddPlacesIT {

    private static final String FIVE_THOUSAND = """
            INSERT INTO point (place_id, kind, geom, level, status, source, licence, change_number)
            SELECT 'quay', 'fire_extinguisher', ST_SetSRID(ST_Point(7.4260, 43.7341), 4326), (n % 50)::text, 'active',
                   'test', 'ODbL-1.0', 1
            FROM generate_series(1, 5000) AS n
            """;

    private static final String ACROSS = """
            WITH town AS (
              INSERT INTO place (id, name, zone, country, emergency_numbers, bounds)
              VALUES ('taveuni', 'Taveuni', 'Pacific/Fiji', 'FJ', '{"general": "911"}',
                      ST_MakeEnvelope(-180, -16.9, 180, -16.7, 4326))
            ), ways AS (
              INSERT INTO street (place_id, source_id, ordinal, from_node, to_node, geom, length_mm, class, name,
                                  content_hash, valid_from)
              VALUES ('taveuni', 'way/1', 0, 1, 2, ST_GeomFromText('LINESTRING(179.995 -16.8, 180 -16.8)', 4326), 532000,
                      'residential', 'Meridian Road', md5('a')::uuid, 1),
                     ('taveuni', 'way/2', 0, 2, 3, ST_GeomFromText('LINESTRING(-180 -16.8, -179.995 -16.8)', 4326),
                      532000, 'residential', 'Meridian Road', md5('b')::uuid, 1)
            )
            INSERT INTO point (id, place_id, kind, name, geom, status, source, licence, change_number)
            VALUES ('ffffff1', 'taveuni', 'aed', 'East of it', ST_SetSRID(ST_Point(-179.998, -16.8001), 4326), 'active',
                    'test', 'ODbL-1.0', 1),
                   ('ffffff2', 'taveuni', 'aed', 'West of it', ST_SetSRID(ST_Point(179.993, -16.8001), 4326), 'active',
                    'test', 'ODbL-1.0', 1)
            """;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void drawTheTown() {
        Quay.draw(database);
    }

    /** Whoever has asked meanwhile, such as a page of the test before, has got the streets as they were. */
    private void streetsHaveChanged() {
        database.sql("SELECT next_change_number('quay', 'streets')").query().singleRow();
    }

    @Test
    void aPointOfWhichNothingIsKnownStillHasAKindAWayToItAndAnAdmission(Browser browser) {
        Page page = browser.openDesktop("/?place=quay&lang=en#point=aaaaaa4");

        Locator details = page.locator(".details");
        assertThat(details.locator("h2")).hasText("AED (defibrillator)");
        assertThat(details.locator(".details-state")).hasText("Hours unknown");
        assertThat(details).containsText("Not yet checked on the spot");
        assertThat(details).containsText("There is no photo yet");
        assertThat(details).not().containsText("undefined");
        assertThat(details).not().containsText("null");
    }

    @Test
    void markupInANameAPlacementOrAStreetIsShownAsText(Browser browser) {
        database.sql("""
                UPDATE point
                SET name = '<img src=x onerror=alert(1)>', placement = '{"en": "<b>left</b>"}',
                    how_to_open = '{"en": "<i>pull</i>"}'
                WHERE id = 'aaaaaa2'
                """).update();
        database.sql("UPDATE street SET name = '<u>Rue</u>', names = '{}' WHERE source_id = 'way/1'")
                .update();
        streetsHaveChanged();
        Page page = locatedAt(browser, "quay", new Geolocation(Quay.LAT, Quay.LON));
        page.locator(".row").first().click();

        assertThat(page.locator(".details h2")).hasText("<img src=x onerror=alert(1)>");
        assertThat(page.locator(".where-exactly")).hasText("Floor 2 · <b>left</b>");
        assertThat(page.locator(".turn").first()).containsText("Walk along <u>Rue</u>");
        assertThat(page.locator("#panel-body img, #map img, #panel-body u")).hasCount(0);
    }

    @Test
    void fiveThousandPointsInOneBuildingAreOneSignAndAListInParts(Browser browser) {
        database.sql(FIVE_THOUSAND).update();
        Page page = locatedAt(browser, "quay", new Geolocation(Quay.LAT, Quay.LON), 1);

        assertThat(page.locator(".row-distance").first()).containsText("min");
        assertThat(page.locator(".row")).hasCount(40);
        assertThat(page.locator(".more")).containsText("4960");
        assertThat(page.locator(".cluster")).hasCount(1);
        page.locator(".more").click();
        assertThat(page.locator(".row")).hasCount(240);
        page.locator(".cluster-icon").click();
        assertThat(page.locator(".row").first()).containsText("Fire extinguisher");
    }

    @Test
    void aPlaceAcrossThe180thMeridianIsOnePlace(Browser browser) {
        database.sql("DELETE FROM place").update();
        database.sql(ACROSS).update();
        database.sql("SELECT next_change_number('taveuni', 'points', 'streets', 'demand', 'areas', 'basemap')")
                .query(Long.class)
                .single();
        Page page = locatedAt(browser, "taveuni", new Geolocation(-16.8001, 179.998));

        assertThat(page.locator(".advice a")).hasAttribute("href", "tel:911");
        assertThat(page.locator(".row").first()).containsText("East of it");
        assertThat(page.locator(".row-distance").first()).containsText(Pattern.compile("\\d{3} m"));
        page.locator(".row").first().click();
        assertThat(page.locator(".point-icon-selected")).isInViewport();
        assertThat(page.locator(".spot")).not().hasCount(0);
        var here = page.locator(".spot-icon").boundingBox();
        var there = page.locator(".point-icon-selected").boundingBox();
        assertThat(there.x - here.x)
                .as("a few hundred metres east, on the same screen")
                .isBetween(20.0, 1300.0);
    }

    @Test
    void aPlaceWithoutStreetsMeasuresStraightLinesAndSaysSo(Browser browser) {
        database.sql("DELETE FROM street").update();
        streetsHaveChanged();
        Page page = locatedAt(browser, "quay", new Geolocation(Quay.LAT, Quay.LON));

        assertThat(page.locator(".walk-note")).containsText("Distances are straight lines");
        assertThat(page.locator(".row").first()).containsText("Across");
        assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
    }

    private static Page locatedAt(Browser browser, String place, Geolocation position) {
        return locatedAt(browser, place, position, 0);
    }

    private static Page locatedAt(Browser browser, String place, Geolocation position, int button) {
        Page page = browser.open(
                "/?place=" + place + "&lang=en",
                Browser.desktop().setPermissions(List.of("geolocation")).setGeolocation(position));
        page.locator(".big").nth(button).click();
        page.locator(".row-distance").first().waitFor();
        return page;
    }
}
