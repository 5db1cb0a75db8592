package org.sanfen.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.sanfen.coverage.stored.PublicView;
import org.sanfen.directory.KindRegistry;
import org.sanfen.directory.PointReading;
import org.sanfen.exchange.GeoJsonImport;
import org.sanfen.exchange.OsmImport;
import org.sanfen.place.ChangeNumbers;
import org.sanfen.place.PlaceStore;
import org.sanfen.web.Messages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./run import} put together by hand: the one list of what it needs, without an application context, which would
 * take longer to start than a town takes to be written.
 */
final class ImportStart implements AutoCloseable {

    /** As {@code application.yaml} has them for everybody else. */
    private static final Map<String, String> DEFAULTS = Map.of(
            "SANFEN_DB_URL", "jdbc:postgresql://127.0.0.1:5432/sanfen",
            "SANFEN_DB_USER", "sanfen",
            "SANFEN_DB_PASSWORD", "",
            "SANFEN_PUBLISH", "by_hand");

    private final CommandDatabase database;
    private final OsmImport osmImport;
    private final ImportCommand command;

    /** Returns while the database still connects and the parts are still being put together, each on its own thread. */
    ImportStart(String url, String user, String password, String publish) {
        CompletableFuture<OsmImport.Parts> parts = new CompletableFuture<>();
        database = new CommandDatabase(
                url, user, password, first -> parts.join().registry().addTo(first));
        parts.completeAsync(() -> parts(database, publish));
        osmImport = OsmImport.on(database, parts);
        command = new ImportCommand(
                osmImport,
                () -> geoJsonImport(parts.join()),
                () -> new PublicView(parts.join().database()));
    }

    private static OsmImport.Parts parts(CommandDatabase database, String publish) {
        KindRegistry kinds;
        try {
            kinds = new KindRegistry();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        ObjectMapper json = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();
        JdbcClient client = JdbcClient.create(database);
        return new OsmImport.Parts(
                client,
                new TransactionTemplate(new JdbcTransactionManager(database)),
                new PlaceStore(client, json),
                new ChangeNumbers(client),
                kinds,
                json,
                publish);
    }

    private static GeoJsonImport geoJsonImport(OsmImport.Parts parts) {
        return GeoJsonImport.on(
                parts.database(),
                parts.transactions(),
                parts.places(),
                parts.numbers(),
                parts.registry(),
                new PointReading(new Messages(parts.json()), parts.json()),
                parts.json(),
                parts.publish());
    }

    static ImportStart fromEnvironment() {
        return new ImportStart(
                url(), variable("SANFEN_DB_USER"), variable("SANFEN_DB_PASSWORD"), variable("SANFEN_PUBLISH"));
    }

    static String url() {
        return variable("SANFEN_DB_URL");
    }

    private static String variable(String name) {
        String value = System.getenv(name);
        return value == null ? DEFAULTS.get(name) : value;
    }

    ImportCommand command() {
        return command;
    }

    /** See {@link OsmImport#rehearse}. */
    void rehearse(Path extract) {
        osmImport.rehearse(extract);
    }

    @Override
    public void close() {
        database.close();
    }
}
