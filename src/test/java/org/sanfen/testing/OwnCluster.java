package org.sanfen.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A private database as {@code ./run} makes one, safe against power cuts, that a test may kill and start again. Its
 * address changes with every start. Not thread-safe.
 */
public final class OwnCluster implements AutoCloseable {

    /** The project's own script; cluster_start frees its locks as this shell ends, and the server stays. */
    private static final String START = """
            set -euo pipefail
            ROOT=$PWD
            fail() { printf 'Sanfen: %s\\n' "$*" >&2; exit 1; }
            . src/main/scripts/say.sh; . src/main/scripts/tools.sh; . db/cluster/cluster.sh
            find_postgres
            cluster_start "$1" serve >&2
            printf '%s %s %s' "$CLUSTER_URL" "$CLUSTER_PASSWORD" "$(head -1 "$DATA/postmaster.pid")"
            """;

    private final Path folder;
    private final Path log;
    private ProcessHandle server;
    private String url;
    private String password;

    private OwnCluster(Path folder) {
        this.folder = folder;
        this.log = folder.resolveSibling(folder.getFileName() + ".log");
    }

    /** Makes and starts one in a folder that need not be there. */
    public static OwnCluster make(Path folder) throws IOException, InterruptedException {
        OwnCluster cluster = new OwnCluster(folder);
        cluster.start();
        return cluster;
    }

    /** Starts it, and mends it first where it was killed. */
    public void start() throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("bash", "-c", START, "cluster", folder.toString())
                .redirectError(log.toFile())
                .start();
        String[] said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split(" ");
        if (shell.waitFor() != 0) {
            throw new IllegalStateException("The database did not start: " + Files.readString(log));
        }
        url = said[0] + "sanfen";
        password = said[1];
        server = ProcessHandle.of(Long.parseLong(said[2])).orElseThrow();
    }

    /** As a power cut would: the server and all that serve a connection at once, without a last word. */
    public void kill() {
        var served = server.descendants().toList();
        server.destroyForcibly();
        served.forEach(ProcessHandle::destroyForcibly);
        server.onExit().join();
        served.forEach(one -> one.onExit().join());
    }

    /** The variables under which the application finds it. */
    public Map<String, String> environment() {
        return Map.of("SANFEN_DB_URL", url, "SANFEN_DB_USER", "sanfen", "SANFEN_DB_PASSWORD", password);
    }

    @Override
    public void close() {
        if (server.isAlive()) {
            kill();
        }
    }
}
