package org.sanfen.directory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The kinds of point, declared in {@code kinds.json}: a new kind is one entry there (and an icon). Read and checked once at
 * start; ids that the database does not know yet are added to {@code point_kind}. Thread-safe.
 */
@Component
public class KindRegistry {

    private static final String ADD = """
            INSERT INTO point_kind (id)
            SELECT unnest(:ids)
            ON CONFLICT (id) DO NOTHING
            """;

    private final List<PointKind> kinds;

    /** Reads the file only: whoever makes it so calls {@link #addTo} before points are written. */
    public KindRegistry() throws IOException {
        try (InputStream file = new ClassPathResource("kinds.json").getInputStream()) {
            kinds = KindFile.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Autowired
    KindRegistry(JdbcClient database) throws IOException {
        this();
        addTo(database);
    }

    /** Makes the kinds known to the database. */
    public void addTo(JdbcClient database) {
        database.sql(ADD)
                .param("ids", kinds.stream().map(PointKind::id).toArray(String[]::new))
                .update();
    }

    /** All kinds in the order of the file, which is the order on the pages. */
    public List<PointKind> listKinds() {
        return kinds;
    }

    public Optional<PointKind> findKind(String id) {
        return kinds.stream().filter(kind -> kind.id().equals(id)).findFirst();
    }

    /** @throws IllegalArgumentException if no kind has the id */
    public PointKind getKind(String id) {
        return findKind(id).orElseThrow(() -> new IllegalArgumentException("There is no kind \"" + id + "\""));
    }
}
