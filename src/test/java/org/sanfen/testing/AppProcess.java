package org.sanfen.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The application in a process of its own, so that a test can kill it. Not thread-safe. */
public final class AppProcess implements AutoCloseable {

    private static final Pattern SERVES = Pattern.compile("Sanfen is at http://127\\.0\\.0\\.1:(\\d+)");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path log;

    private AppProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts a word of {@code ./run} and does not wait for anything. */
    public static AppProcess start(Path home, Map<String, String> environment, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.sanfen.cli.Main"));
        command.addAll(List.of(words));
        Path log = Files.createTempFile(home, words[0] + "-", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("SANFEN_HOME", home.toString());
        builder.environment().put("SANFEN_PORT", String.valueOf(freePort()));
        return new AppProcess(builder.start(), log);
    }

    /** Waits until the server tells its address; its port. */
    public int port() throws IOException, InterruptedException {
        return Integer.parseInt(find(SERVES).group(1));
    }

    /** Waits until the output has it. */
    public Matcher find(Pattern wanted) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            boolean alive = process.isAlive();
            Matcher found = wanted.matcher(output());
            if (found.find()) {
                return found;
            }
            if (!alive || System.nanoTime() > end) {
                throw new AssertionError("Not in the output: " + wanted + "\n" + output());
            }
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
    }

    public String output() throws IOException {
        return Files.readString(log);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for the end of a command; its exit code. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("The command does not end");
        }
        return process.exitValue();
    }

    /** Kill -9. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
