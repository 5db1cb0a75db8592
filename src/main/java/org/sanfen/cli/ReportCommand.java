package org.sanfen.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import org.sanfen.directory.Audience;
import org.sanfen.paper.PdfPrinter;
import org.sanfen.place.PlaceStore;
import org.sanfen.report.ReportFiles;
import org.sanfen.report.ReportFiles.Wanted;
import org.sanfen.report.file.FileFormat;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.Messages;
import org.sanfen.web.PageLanguage;
import org.springframework.stereotype.Component;

/** {@code ./run report}: a coverage report as a file. The old file stays until the new one is whole. */
@Component
class ReportCommand implements Command {

    private static final Set<String> OPTIONS =
            Set.of("--place", "--area", "--standard", "--slice", "--lang", "--format", "-o");

    private final ReportFiles reports;
    private final PlaceStore places;
    private final Messages messages;

    ReportCommand(ReportFiles reports, PlaceStore places, Messages messages) {
        this.messages = messages;
        this.reports = reports;
        this.places = places;
    }

    @Override
    public int run(List<String> arguments, PrintStream out) throws IOException {
        Options options = Options.read("report", arguments, OPTIONS, Set.of("--internal"));
        Path file = file(options.get("-o", "Say where to write the report: -o FILE."));
        Wanted wanted = wanted(options, file);
        long start = System.nanoTime();
        System.err.printf("Computing %s for %s …%n", wanted.standard(), wanted.area());
        if (wanted.format() == FileFormat.PDF && Runtime.getRuntime().availableProcessors() > 1) {
            rehearsePdf();
        }
        Path unfinished = Files.createTempFile(file.toAbsolutePath().getParent(), ".sanfen-", ".part");
        try {
            try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                reports.write(wanted, bytes);
            }
            openToOthers(unfinished);
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (ApiProblem problem) {
            throw new UserError(problem.sentence(messages, "en"), problem);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        System.err.printf(
                "Wrote %s, %d KB, in %.1f s.%n",
                file, (Files.size(file) + 1023) / 1024, (System.nanoTime() - start) / 1e9);
        return 0;
    }

    /** Makes the printer ready while the figures are computed: they take about as long. */
    private static void rehearsePdf() {
        Thread printer = new Thread(
                () -> {
                    try {
                        PdfPrinter.rehearse();
                    } catch (IOException | RuntimeException told) {
                        // whatever is wrong shows itself again when the report is printed
                    }
                },
                "pdf rehearsal");
        printer.setDaemon(true);
        printer.start();
    }

    private Wanted wanted(Options options, Path file) {
        String place = options.get("--place", "Say of which place: --place ID; ./run places lists them.");
        if (places.findPlace(place).isEmpty()) {
            throw new UserError("There is no place \"" + place + "\"; ./run places lists those there are.");
        }
        String area = options.find("--area").orElse(place);
        if (!area.equals(place) && !area.startsWith(place + ".")) {
            throw new UserError("The area \"" + area + "\" does not lie in " + place + "; its areas are called " + place
                    + ".something.");
        }
        String standard = options.get("--standard", "Say by which standard: --standard ID, such as aed-100m.");
        String language = options.find("--lang").orElse(PageLanguage.ALL.get(0));
        if (!PageLanguage.ALL.contains(language)) {
            throw new UserError("The report has no language \"" + language + "\"; it speaks "
                    + String.join(", ", PageLanguage.ALL) + ".");
        }
        Audience audience = options.has("--internal") ? Audience.STAFF : Audience.PUBLIC;
        String slice = options.find("--slice").orElse(null);
        return new Wanted(audience, area, standard, slice, language, format(options, file));
    }

    /** As {@code --format} says, else as the file's name ends. */
    private static FileFormat format(Options options, Path file) {
        String name = file.getFileName().toString();
        String ending = options.find("--format").orElse(name.substring(name.lastIndexOf('.') + 1));
        return FileFormat.find(ending)
                .orElseThrow(() -> new UserError("There is no format \"" + ending + "\"; --format takes "
                        + String.join(", ", FileFormat.endings()) + "."));
    }

    private static Path file(String name) {
        Path file;
        try {
            file = Path.of(name);
        } catch (InvalidPathException invalid) {
            throw new UserError("\"" + name + "\" is no file name.", invalid);
        }
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw new UserError("\"" + name + "\" is a folder; name a file in it.");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UserError("There is no folder \"" + folder + "\" to write into; make it first.");
        }
        if (!Files.isWritable(folder) || Files.exists(file) && !Files.isWritable(file)) {
            throw new UserError("\"" + name + "\" can't be written; check whose folder " + folder + " is.");
        }
        return file;
    }

    /** A temporary file is its owner's alone; what is asked for by name is as open as the folder says. */
    private static void openToOthers(Path file) {
        file.toFile().setReadable(true, false);
    }
}
