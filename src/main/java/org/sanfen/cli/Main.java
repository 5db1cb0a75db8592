package org.sanfen.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sanfen.SanfenApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Entry of the jar. No words or {@code serve} start the server; {@code train} starts it only to archive its classes.
 * {@code import} goes to {@link RegisterCommand} with a register's file, and with any other to what {@link ImportStart} puts
 * together, {@code report} to what {@link ReportStart} does; every other first word is the name of a {@link Command} bean.
 * A failure ends with one sentence on standard error and a code that is not 0.
 */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        logThroughSlf4j();
        List<String> words = arguments.length == 0 ? List.of("serve") : Arrays.asList(arguments);
        int code =
                switch (words.get(0)) {
                    case "serve" -> serve();
                    case "train" -> train();
                    case "import" ->
                        RegisterCommand.takes(words.subList(1, words.size()))
                                ? runCommand("register", words.subList(1, words.size()))
                                : runImport(words.subList(1, words.size()));
                    case "report" -> runReport(words.subList(1, words.size()));
                    default -> runCommand(words.get(0), words.subList(1, words.size()));
                };
        if (code != 0 || !words.get(0).equals("serve")) {
            System.exit(code);
        }
    }

    /** Returns as soon as the server is announced; its threads keep the process alive. */
    private static int serve() {
        Work announcement = context -> {
            context.getBean(Announcement.class).announce(System.out);
            return 0;
        };
        return inContext("Sanfen", server(), announcement, "--sanfen.runs.background=true");
    }

    /**
     * Spring's own door to the log otherwise looks for log4j first, for as long as a tenth of a second. Before any class
     * of Spring's is touched.
     */
    private static void logThroughSlf4j() {
        System.setProperty("org.apache.commons.logging.LogFactory", "org.apache.commons.logging.impl.Slf4jLogFactory");
    }

    /** From the jar, with the beans that the build wrote down: a third of a start went into finding them (2026-11-22). */
    private static SpringApplicationBuilder server() {
        if (SanfenApplication.class
                .getResource("SanfenApplication.class")
                .getProtocol()
                .equals("jar")) {
            System.setProperty("spring.aot.enabled", "true");
        }
        return new SpringApplicationBuilder(SanfenApplication.class).main(SanfenApplication.class);
    }

    private static int train() {
        Path file = Path.of(System.getProperty("java.io.tmpdir"), "sanfen-" + UUID.randomUUID() + ".pdf");
        List<String> report = new ArrayList<>();
        Work visits = context -> {
            try (context) {
                Training training = new Training(context);
                training.loadContent();
                training.visitPages();
                training.printSheet();
                training.readExtract();
                report.addAll(training.reportTo(file));
                return 0;
            }
        };
        int code =
                inContext("The training start", server(), visits, "--server.port=0", "--sanfen.runs.pause-ms=3600000");
        System.clearProperty("spring.aot.enabled"); // a command's context is another one
        if (code != 0) {
            return code;
        }
        try { // for the classes that only commands load
            int places = runCommand("places", List.of());
            return report.isEmpty() || places != 0 ? places : runReport(report);
        } finally {
            file.toFile().delete();
        }
    }

    private static int runCommand(String name, List<String> arguments) {
        var builder = new SpringApplicationBuilder(CommandApplication.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .properties("sanfen.coverage.as-published=false");
        return inContext("The command " + name, builder, context -> {
            try (context) {
                return findCommand(context, name)
                        .orElseThrow(() ->
                                new UserError("there is no command \"" + name + "\"; ./run help lists the commands."))
                        .run(arguments, System.out);
            }
        });
    }

    /** Without an application context; nothing that an import uses has more to log than it throws. */
    private static int runImport(List<String> arguments) {
        logNothing();
        try (ImportStart start = ImportStart.fromEnvironment()) {
            return start.command().run(arguments, System.out);
        } catch (Exception failure) {
            return tell("The command import", failure, ImportStart.url());
        }
    }

    /** Without Spring Boot; nothing that a report uses has more to log than it throws. */
    private static int runReport(List<String> arguments) {
        logNothing();
        try (ReportStart start = new ReportStart()) {
            return start.command().run(arguments, System.out);
        } catch (Exception failure) {
            return tell("The command report", failure, ImportStart.url());
        }
    }

    private static void logNothing() {
        System.setProperty("slf4j.internal.verbosity", "WARN"); // else it tells which log it has
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
    }

    /** By its bean's name, so that no other command is made, nor what it needs. */
    private static Optional<Command> findCommand(ConfigurableApplicationContext context, String name) {
        String bean = name + "Command";
        return context.containsBean(bean) ? Optional.of(context.getBean(bean, Command.class)) : Optional.empty();
    }

    private interface Work {
        int in(ConfigurableApplicationContext context) throws Exception;
    }

    private static int inContext(
            String subject, SpringApplicationBuilder application, Work work, String... properties) {
        ConfigurableApplicationContext context;
        try {
            context = application.run(properties);
        } catch (RuntimeException reported) {
            return 1; // StartFailureReporter or Spring's own has told it
        }
        String database = context.getEnvironment().getProperty("spring.datasource.url", "");
        try {
            return work.in(context);
        } catch (Exception failure) {
            context.close();
            return tell(subject, failure, database);
        }
    }

    private static int tell(String subject, Exception failure, String database) {
        System.err.println(
                "Sanfen: " + FailureSentence.find(failure, database).orElseGet(() -> subject + " failed: " + failure));
        return failure instanceof UserError ? 2 : 1;
    }
}
