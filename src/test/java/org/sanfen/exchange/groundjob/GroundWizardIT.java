package org.sanfen.exchange.groundjob;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.sanfen.staff.StaffClient.json;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.exchange.FirstRun;
import org.sanfen.staff.FirstAdministrator;
import org.sanfen.staff.StaffClient;
import org.sanfen.testing.AxeViolations;
import org.sanfen.testing.Browser;
import org.sanfen.testing.BrowserTest;
import org.sanfen.testing.Emptied;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A place comes in through the wizard for streets and buildings: by its interface, and by its pages. */
@BrowserTest
class GroundWizardIT {

    private static final PrintStream QUIET = new PrintStream(OutputStream.nullOutputStream());
    private static final Duration LONG = Duration.ofMinutes(2);

    /** A bureau's grid: metres, turned by a tenth, and begun at a corner of its own. */
    private static final String LOCAL = """
            ST_Affine(ST_Transform(geom, 32632), 0.995004, -0.0998334, 0.0998334, 0.995004,
                      1000 - 0.995004 * 373000 + 0.0998334 * 4842000, 2000 - 0.0998334 * 373000 - 0.995004 * 4842000)
            """;

    private static final String OUTLINE = """
            {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {}, "geometry":
             {"type": "Polygon", "coordinates": [[[7.41, 43.72], [7.44, 43.72], [7.44, 43.75], [7.41, 43.72]]]}}]}
            """;

    @LocalServerPort
    int port;

    @Autowired
    FirstAdministrator first;

    @Autowired
    FirstRun firstRun;

    @Autowired
    JdbcClient database;

    @Autowired
    JdbcTemplate scene;

    @Autowired
    DataSource dataSource;

    private String password;

    @BeforeEach
    void anAdministrator() {
        Emptied.of(database, "place, staff_account, staff_audit, login_throttle, spring_session, ground_job");
        password = first.createIfNone().orElseThrow();
    }

    @Test
    void aCityInALocalGridIsTheSameCity() {
        firstRun.loadMonaco(QUIET);
        StaffClient staff = new StaffClient(port).signIn("admin", password);
        long id = begun(staff, """
                {"place": "bureau", "is_new": true, "choice": {"names": {"zh-Hans": "测绘局", "en": "Bureau"},
                 "country": "MC", "zone": "Europe/Monaco"}}""");

        JsonNode job =
                json(staff.sendText(job(id) + "/files?name=roads.geojson", "application/octet-stream", streets()));
        JsonNode layer = job.at("/files/0/look/layers/0");
        assertThat(layer.get("part").stringValue()).isEqualTo("streets");
        assertThat(layer.at("/guess/in_doubt").booleanValue())
                .as("its numbers are no degrees, whatever GeoJSON says")
                .isTrue();
        assertThat(sent(staff, "POST", job(id) + "/check", "").statusCode())
                .as("nobody has said the coordinate system")
                .isEqualTo(400);

        String choice = choice(job, controls());
        JsonNode residuals = json(sent(staff, "POST", job(id) + "/fit", choice)).get("residuals_m");
        assertThat(residuals.size()).isEqualTo(4);
        residuals.forEach(metres -> assertThat(metres.doubleValue()).isLessThan(0.5));
        assertThat(json(sent(staff, "POST", job(id) + "/sample", choice))
                        .at("/layers/0/0/lines/0/0/0")
                        .doubleValue())
                .as("degrees of Monaco")
                .isBetween(7.4, 7.45);
        assertThat(sent(staff, "POST", job(id) + "/choice", choice).statusCode())
                .isEqualTo(200);
        sent(staff, "POST", job(id) + "/check", "");
        JsonNode checked = rested(staff, id);

        assertThat(checked.get("state").stringValue()).as(checked.toString()).isEqualTo("ready");
        assertThat(number("count(*) FROM place WHERE id = 'bureau'"))
                .as("only checked so far")
                .isZero();
        assertThat(checked.at("/report/counts/streets/new").longValue())
                .isEqualTo(number("count(*) FROM street WHERE place_id = 'monaco'"));
        JsonNode shapes = json(staff.get(job(id) + "/map?west=7.4&south=43.7&east=7.45&north=43.76"));
        assertThat(shapes.get("shapes").size()).isGreaterThan(1_000);
        assertThat(staff.get(job(id) + "/findings.csv?lang=zh-Hans").body()).contains("local_grid", "当地坐标");

        sent(staff, "POST", job(id) + "/apply", "");
        JsonNode applied = rested(staff, id);
        assertThat(applied.get("state").stringValue()).as(applied.toString()).isEqualTo("applied");
        assertThat(number("count(*) FROM street WHERE place_id = 'bureau'"))
                .isEqualTo(number("count(*) FROM street WHERE place_id = 'monaco'"));
        assertThat((double) number("sum(length_mm) FROM street WHERE place_id = 'bureau'"))
                .isCloseTo(
                        number("sum(length_mm) FROM street WHERE place_id = 'monaco'"),
                        within(0.001 * number("sum(length_mm) FROM street WHERE place_id = 'monaco'")));
        assertThat(database.sql("SELECT names ->> 'zh-Hans' FROM place WHERE id = 'bureau'")
                        .query(String.class)
                        .single())
                .isEqualTo("测绘局");
        assertThat(number("count(*) FROM ground_file_part"))
                .as("the files go when they are taken over")
                .isZero();
        assertThat(number("count(*) FROM staff_audit WHERE action = 'ground_applied'"))
                .isEqualTo(1);
    }

    @Test
    void theInterfaceSaysWhatItCantDo() {
        scene();
        StaffClient stranger = new StaffClient(port);
        assertThat(stranger.get("/admin/api/ground?place=town", "Accept", "application/json")
                        .statusCode())
                .isEqualTo(401);
        StaffClient staff = new StaffClient(port).signIn("admin", password);

        assertThat(staff.get("/admin/api/ground/99").statusCode()).isEqualTo(404);
        assertThat(parameter(staff.get("/admin/api/ground?place=nowhere"))).isEqualTo("place");
        assertThat(
                        parameter(
                                sent(
                                        staff,
                                        "POST",
                                        "/admin/api/ground",
                                        "{\"place\": \"town\", \"is_new\": true, \"choice\": {\"names\": {\"zh-Hans\": \"镇\", \"en\": \"Town\"}}}")))
                .as("the id is taken")
                .isEqualTo("place");
        assertThat(parameter(sent(staff, "POST", "/admin/api/ground", "{\"place\": \"other\", \"is_new\": true}")))
                .isEqualTo("names");

        long id = begun(staff, "{\"place\": \"town\"}");
        HttpResponse<String> refused =
                staff.sendText(job(id) + "/files?name=a.txt", "application/octet-stream", "nothing");
        assertThat(parameter(refused)).isEqualTo("file");
        assertThat(json(refused).get("detail").stringValue()).contains("a.txt");
        HttpResponse<String> extract =
                staff.sendText(job(id) + "/files?name=city.osm.bz2", "application/octet-stream", "BZh9");
        assertThat(json(extract).get("detail").stringValue()).contains("city.osm.bz2", "./run import");
        assertThat(number("count(*) FROM ground_file"))
                .as("a file that is refused is not kept")
                .isZero();
        assertThat(parameter(sent(staff, "POST", job(id) + "/check", ""))).isEqualTo("given");
        assertThat(sent(staff, "POST", job(id) + "/apply", "").statusCode())
                .as("nothing was checked")
                .isEqualTo(409);
        assertThat(parameter(staff.get(job(id) + "/findings?limit=0"))).isEqualTo("limit");
        assertThat(sent(staff, "DELETE", job(id), "").statusCode()).isEqualTo(204);
        assertThat(staff.get(job(id)).statusCode()).isEqualTo(404);
    }

    @Test
    void whoBeganItGivesWayToTheOrganisationAfterAYear() {
        scene();
        StaffClient staff = new StaffClient(port).signIn("admin", password);
        long id = begun(staff, "{\"place\": \"town\"}");
        database.sql("UPDATE staff_account SET organisation = 'Planning office'")
                .update();
        assertThat(json(staff.get(job(id))).get("started_by").stringValue()).isEqualTo("Administrator");

        database.sql("UPDATE ground_job SET created_at = now() - interval '366 days'")
                .update();
        assertThat(json(staff.get("/admin/api/ground?place=town"))
                        .at("/jobs/0/started_by")
                        .stringValue())
                .isEqualTo("Planning office");
    }

    @Test
    void aSmallTownIsLookedAtMendedAndTakenOver(Browser browser) {
        scene();
        double[] at = database.sql(
                        "SELECT ST_X(ST_Centroid(bounds)), ST_Y(ST_Centroid(bounds)) FROM place WHERE id = 'town'")
                .query((row, number) -> new double[] {row.getDouble(1), row.getDouble(2)})
                .single();
        Page page = browser.signIn("admin", password);
        Locator wizard = open(page);
        wizard.locator(".import-drop input[type=file]").setInputFiles(new FilePayload[] {
            payload("a.txt", "nothing"), payload("道路.csv", """
                    wkt,路名,道路等级
                    "LINESTRING (0 0, 500 0, 1000 0)",海山路,主干路
                    "LINESTRING (500 0, 500 400)",巷一,村道
                    "LINESTRING (800 399.5, 500 399.5)",巷二,巷
                    """), payload("房屋.csv", """
                    wkt,层数,房屋用途
                    "POLYGON ((100 10, 120 10, 120 30, 100 30, 100 10))",6,住宅
                    """)
        });

        assertThat(wizard.locator("[data-file='房屋.csv'] select[name=part]")).hasValue("buildings");
        assertThat(wizard.locator("[data-file='道路.csv'] select[name=part]")).hasValue("streets");
        assertThat(wizard.locator("[data-file='道路.csv'] select[name=charset]")).hasValue("GB18030");
        assertThat(wizard.locator("[data-file='道路.csv'] h3")).containsText(" kB");
        assertThat(wizard.locator("[role=alert]")).containsText("a.txt");
        assertThat(AxeViolations.of(page)).isEmpty();
        next(wizard);
        assertThat(wizard.locator("[data-part=streets] select[data-field=name]"))
                .hasValue("路名");
        assertThat(wizard.locator("[data-part=buildings] tbody")).containsText("住宅");
        assertThat(AxeViolations.of(page)).isEmpty();
        next(wizard);

        assertThat(wizard.locator("[data-next]")).isDisabled();
        assertThat(wizard.locator("input[name=same_system]")).isChecked();
        wizard.locator("[data-part=all] select[name=crs]").selectOption("LOCAL");
        double east = 0.00972; // a thousand metres at this latitude, nearly
        fill(wizard, 0, 0, 0, at[0], at[1]);
        fill(wizard, 1, 1000, 0, at[0] + east, at[1]);
        fill(wizard, 2, 0, 1000, at[0], at[1] + 0.00898);
        assertThat(wizard.locator("[data-residual]").last()).containsText("0 m");
        assertThat(AxeViolations.of(page)).isEmpty();

        Locator scale = wizard.locator(".leaflet-control-scale-line");
        String fitted = scale.textContent();
        wizard.locator(".leaflet-control-zoom-in").click();
        assertThat(scale).not().hasText(fitted);
        String closer = scale.textContent();
        wizard.locator("[data-add]").click();
        Response drawn = page.waitForResponse(
                answer -> answer.url().endsWith("/sample")
                        && answer.request()
                                .postData()
                                .contains("\"x\":1000,\"y\":1000,\"lon\":" + (at[0] + east) + ",\"lat\":"),
                () -> fill(wizard, 3, 1000, 1000, at[0] + east, at[1] + 0.00899));
        assertThat(drawn.status()).isEqualTo(200);
        assertThat(wizard.locator("[data-residual]").last())
                .containsText("0.2"); // a point that is a metre off moves the four a quarter of it
        assertThat(scale).hasText(closer);

        wizard.locator(".dialog-head button").click();
        Locator again = open(page);
        again.locator("[data-which=unfinished] button").click();
        next(again);
        next(again);
        assertThat(again.locator(".ground-controls tbody tr")).hasCount(4);
        assertThat(again.locator(".ground-controls tbody input").first()).hasValue("0");
        List<String> drawings = new CopyOnWriteArrayList<>();
        page.onRequest(request -> {
            if (request.url().contains("/map?")) {
                drawings.add(request.url());
            }
        });
        next(again);

        assertThat(wizard.locator("tr[data-part=streets] td[data-what=new]")).hasText("4");
        Locator dangling = wizard.locator("[data-code=end_stops_short]");
        assertThat(dangling).containsText("2");
        assertThat(dangling).containsText("Mend");
        assertThat(AxeViolations.of(page)).isEmpty();
        assertThat(drawings).as("the map asks once for what it shows").hasSize(1);

        page.reload();
        page.locator(".points, .empty").first().waitFor();
        open(page);
        wizard.locator("[data-which=unfinished] button").click();
        wizard.locator("input[name=mends]").check();
        assertThat(wizard.locator("[data-code=end_joined]")).containsText("1");
        wizard.locator(".ground-cases td button").first().click();
        assertThat(wizard.locator(".ground-cases tr[aria-selected=true]")).hasCount(1);
        assertThat(number("count(*) FROM street WHERE name = '海山路'"))
                .as("only looked at so far")
                .isZero();

        next(wizard);
        assertThat(wizard.locator(".import-done")).containsText("town");
        assertThat(AxeViolations.of(page)).isEmpty();
        assertThat(number("count(*) FROM street WHERE place_id = 'town' AND valid_to IS NULL"))
                .isEqualTo(4);
        assertThat(number("count(*) FROM building WHERE place_id = 'town' AND valid_to IS NULL AND levels = 6"))
                .isEqualTo(1);

        wizard.locator(".dialog-actions button").first().click();
        wizard.locator(".import-drop input[type=file]")
                .setInputFiles(new FilePayload[] {payload("河.csv", "wkt\n\"LINESTRING (0 0, 9 9)\"")});
        wizard.locator("[data-discard]").click();
        assertThat(page.locator("dialog[open] .danger")).isVisible();
        assertThat(number("count(*) FROM ground_job")).as("it is asked first").isEqualTo(2);
        page.locator("dialog[open] .danger").click();
        assertThat(wizard.locator("[data-which=ended] li")).hasCount(1);
        assertThat(number("count(*) FROM ground_job")).isEqualTo(1);
    }

    @Test
    void anOutlineAloneIsCountedDrawnAndSetsTheClock() {
        StaffClient staff = new StaffClient(port).signIn("admin", password);
        long id = begun(staff, """
                {"place": "bureau", "is_new": true, "choice": {"names": {"zh-Hans": "测绘局", "en": "Bureau"},
                 "country": "MC"}}""");
        staff.sendText(job(id) + "/files?name=outline.geojson", "application/octet-stream", OUTLINE);
        sent(staff, "POST", job(id) + "/check", "");
        JsonNode checked = rested(staff, id);

        assertThat(checked.at("/report/counts/outline/new").longValue())
                .as(checked.toString())
                .isEqualTo(1);
        assertThat(checked.at("/report/bounds/0").doubleValue()).isEqualTo(7.41);
        assertThat(json(staff.get(job(id) + "/map?west=7.4&south=43.7&east=7.5&north=43.8"))
                        .at("/shapes/0/drawn/is_area")
                        .booleanValue())
                .isTrue();
        sent(staff, "POST", job(id) + "/apply", "");
        assertThat(rested(staff, id).at("/report/found/zone").stringValue()).isEqualTo("Europe/Monaco");

        long again = begun(staff, "{\"place\": \"bureau\"}");
        staff.sendText(job(again) + "/files?name=outline.geojson", "application/octet-stream", OUTLINE);
        sent(staff, "POST", job(again) + "/check", "");
        JsonNode same = rested(staff, again);
        assertThat(same.at("/report/counts/outline/unchanged").longValue()).isEqualTo(1);
        assertThat(same.at("/report/is_change").booleanValue()).isFalse();
    }

    @Test
    void whatServersHaveStoppedAtThreeTimesIsLetGoOfAndSaid() {
        scene();
        StaffClient staff = new StaffClient(port).signIn("admin", password);
        long id = begun(staff, "{\"place\": \"town\"}");
        staff.sendText(job(id) + "/files?name=outline.geojson", "application/octet-stream", OUTLINE);
        database.sql("UPDATE ground_job SET state = 'checking', attempts = 3").update();

        JsonNode given = rested(staff, id);
        assertThat(given.get("state").stringValue()).isEqualTo("open");
        assertThat(given.at("/problem/key").stringValue()).isEqualTo("import.failed.attempts");
        assertThat(number("count(*) FROM ground_shape")).isZero();
    }

    @Test
    void filesThatComeWhileANewPlaceIsBegunGoIntoThatPlace(Browser browser) {
        scene();
        Page page = browser.signIn("admin", password);
        Locator wizard = open(page);
        wizard.locator(".ground-new summary").click();
        wizard.locator("input[name=zh]").fill("测绘局");
        wizard.locator("input[name=en]").fill("Bureau");
        wizard.locator("input[name=en]").press("Tab");
        assertThat(wizard.locator("input[name=place]")).hasValue("bureau");
        List<Route> held = new CopyOnWriteArrayList<>();
        page.route("**/admin/api/ground", held::add);
        wizard.locator(".ground-new button.primary").click();
        page.waitForCondition(() -> held.size() == 1);
        wizard.locator(".import-drop input[type=file]")
                .setInputFiles(new FilePayload(
                        "outline.geojson", "application/json", OUTLINE.getBytes(StandardCharsets.UTF_8)));
        page.unroute("**/admin/api/ground");
        held.get(0).resume();

        assertThat(wizard.locator("h2")).containsText("bureau");
        assertThat(wizard.locator("[data-file='outline.geojson'] select[name=part]"))
                .hasValue("outline");
        assertThat(database.sql("SELECT place_id FROM ground_job")
                        .query(String.class)
                        .list())
                .containsExactly("bureau");
    }

    @Test
    void theFirstPlaceOfAllIsBegunInTheEditor(Browser browser) {
        Page page = browser.signIn("admin", password);
        assertThat(page.locator(".pane-head .notice")).containsText("There is no place yet");
        Locator wizard = Browser.pick(page, "Streets and buildings from files");
        assertThat(wizard.locator(".import-drop")).hasCount(0);
        wizard.locator("input[name=en]").fill("Bureau");
        wizard.locator("input[name=zh]").fill("测绘局");
        wizard.locator("input[name=place]").fill("bureau");
        wizard.locator(".ground-new button.primary").click();
        wizard.locator(".import-drop input[type=file]")
                .setInputFiles(new FilePayload(
                        "outline.geojson", "application/json", OUTLINE.getBytes(StandardCharsets.UTF_8)));
        assertThat(wizard.locator("[data-file='outline.geojson'] select[name=part]"))
                .hasValue("outline");
        page.reload();
        Browser.pick(page, "Streets and buildings from files");
        assertThat(wizard).containsText("bureau");
    }

    @Test
    void whatIsCancelledMidwayLeavesNothingHalfDoneAndCanBeGoneOnWith(Browser browser) throws SQLException {
        scene();
        String before = streetsOfTown();
        Page page = browser.signIn("admin", password);
        Locator wizard = open(page);
        wizard.locator(".import-drop input[type=file]").setInputFiles(new FilePayload[] {payload("道路.csv", """
                wkt,路名
                "LINESTRING (7.42 43.73, 7.425 43.73)",海山路
                """)});
        next(wizard);
        assertThat(wizard.locator(".import-columns")).isVisible();
        next(wizard);
        assertThat(wizard.locator("sanfen-ground-position")).isVisible();

        try (Connection other = held("LOCK TABLE ground_finding IN SHARE MODE")) {
            next(wizard);
            cancelAt(wizard, "Comparing with what the place has");
            other.rollback();
            assertThat(wizard.locator("sanfen-ground-position")).isVisible();
        }
        assertThat(state()).isEqualTo("open");
        assertThat(number("count(*) FROM ground_shape")).isZero();
        next(wizard);
        assertThat(wizard.locator("tr[data-part=streets] td[data-what=new]")).hasText("1");

        try (Connection other = held("SELECT FROM change_counter WHERE place_id = 'town' FOR UPDATE")) {
            next(wizard);
            cancelAt(wizard, "Writing");
            other.rollback();
            assertThat(wizard.locator("tr[data-part=streets] td[data-what=new]"))
                    .hasText("1");
        }
        assertThat(state()).isEqualTo("ready");
        assertThat(streetsOfTown()).isEqualTo(before);
        next(wizard);
        assertThat(wizard.locator(".import-done")).containsText("town");
        assertThat(number("count(*) FROM street WHERE place_id = 'town' AND valid_to IS NULL"))
                .isEqualTo(1);
    }

    /** While the job waits for what another holds. */
    private void cancelAt(Locator wizard, String step) {
        assertThat(wizard.locator(".import-progress [role=status]")).containsText(step);
        wizard.locator(".import-cancel").click();
        await().atMost(LONG).until(() -> number("count(*) FROM ground_job WHERE cancel_wanted") == 1);
    }

    /** Somebody else's transaction that holds what a job needs. */
    private Connection held(String statement) throws SQLException {
        Connection other = dataSource.getConnection();
        other.setAutoCommit(false);
        try (Statement locking = other.createStatement()) {
            locking.execute(statement);
        }
        return other;
    }

    private String state() {
        return database.sql("SELECT state FROM ground_job").query(String.class).single();
    }

    private String streetsOfTown() {
        return database.sql("""
                        SELECT string_agg(content_hash::text || coalesce(valid_to, 0), ' ' ORDER BY id)
                        FROM street
                        WHERE place_id = 'town'
                        """).query(String.class).single();
    }

    private void scene() {
        try {
            scene.execute(new ClassPathResource("report/scene.sql").getContentAsString(StandardCharsets.UTF_8));
        } catch (java.io.IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }

    private static Locator open(Page page) {
        Locator wizard = Browser.pick(page, "Streets and buildings from files");
        assertThat(wizard.locator(".import-drop")).isVisible();
        return wizard;
    }

    private static void next(Locator wizard) {
        assertThat(wizard.locator("[data-next]")).isEnabled();
        wizard.locator("[data-next]").click();
    }

    private static FilePayload payload(String name, String text) {
        return new FilePayload(name, "text/csv", text.getBytes(Charset.forName("GB18030")));
    }

    private static void fill(Locator wizard, int row, double x, double y, double lon, double lat) {
        Locator cells = wizard.locator(".ground-controls tbody tr").nth(row).locator("input");
        double[] values = {x, y, lon, lat};
        for (int i = 0; i < values.length; i++) {
            cells.nth(i).fill(String.valueOf(values[i]));
            cells.nth(i).press("Tab");
        }
    }

    private static String job(long id) {
        return "/admin/api/ground/" + id;
    }

    private static HttpResponse<String> sent(StaffClient staff, String method, String path, String body) {
        return staff.send(method, path, body);
    }

    private static long begun(StaffClient staff, String body) {
        HttpResponse<String> begun = sent(staff, "POST", "/admin/api/ground", body);
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        return json(begun).get("id").longValue();
    }

    private static String parameter(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return json(answer).get("parameter").stringValue();
    }

    /** The job once no server is at it. */
    private static JsonNode rested(StaffClient staff, long id) {
        await().atMost(LONG)
                .until(() -> !List.of("checking", "applying")
                        .contains(json(staff.get(job(id) + "/progress"))
                                .get("state")
                                .stringValue()));
        return json(staff.get(job(id)));
    }

    private static String choice(JsonNode job, String controls) {
        JsonNode file = job.at("/files/0");
        return """
                {"given": [{"file": %d, "layer": "roads", "part": "streets", "crs": "LOCAL",
                            "columns": {"name": "name", "class": "class", "private": "private", "tunnel": "tunnel",
                                        "bridge": "bridge", "from_node": "from_node", "to_node": "to_node"}}],
                 "controls": %s, "names": {"zh-Hans": "测绘局", "en": "Bureau"}, "country": "MC",
                 "zone": "Europe/Monaco", "source": "Planning bureau", "licence": "CC-BY-4.0"}""".formatted(file.get("id").longValue(), controls);
    }

    /** Monaco's streets in the grid, as a FeatureCollection. */
    private String streets() {
        return database
                .sql(
                        "SELECT ST_AsGeoJSON(one, 'geom', 4) FROM (SELECT name, class, private, tunnel, bridge, from_node, to_node, "
                                + LOCAL + " AS geom FROM street WHERE place_id = 'monaco' ORDER BY id) AS one")
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.joining(",\n", "{\"type\": \"FeatureCollection\", \"features\": [", "]}"));
    }

    /** The corners of Monaco in both systems. */
    private String controls() {
        return database
                .sql(
                        "SELECT json_build_object('x', ST_X(local), 'y', ST_Y(local), 'lon', ST_X(geom), 'lat', ST_Y(geom)) FROM (SELECT geom, "
                                + LOCAL
                                + " AS local FROM (SELECT (ST_DumpPoints(ST_Envelope(bounds))).* FROM place WHERE id = 'monaco') AS corners"
                                + " WHERE path[2] < 5) AS pairs")
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.joining(",", "[", "]"));
    }

    private long number(String query) {
        return database.sql("SELECT " + query).query(Long.class).single();
    }
}
