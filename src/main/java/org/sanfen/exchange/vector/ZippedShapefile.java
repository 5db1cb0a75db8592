package org.sanfen.exchange.vector;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.sanfen.exchange.ImportRefused;
import org.sanfen.exchange.Refusal;

/** The parts of one Shapefile in a zip, unpacked beside nothing else until it is closed. */
final class ZippedShapefile implements VectorFile {

    private static final Set<String> PARTS = Set.of("shp", "dbf", "prj", "cpg");

    private final Path folder;
    private final Shapefile inside;

    private ZippedShapefile(Path folder, Shapefile inside) {
        this.folder = folder;
        this.inside = inside;
    }

    static ZippedShapefile open(Path zip, Charset charset) throws IOException {
        Path folder = Files.createTempDirectory("sanfen-shape-");
        try (ZipFile file = new ZipFile(zip.toFile(), Charset.forName("GB18030"))) { // names in UTF-8 say so themselves
            List<? extends ZipEntry> shapes = file.stream()
                    .filter(entry -> ending(entry).equals("shp") && !isLitter(entry))
                    .toList();
            if (shapes.size() != 1) {
                throw new ImportRefused(
                        Refusal.SHAPEFILES,
                        "name",
                        zip.getFileName().toString(),
                        "count",
                        String.valueOf(shapes.size()));
            }
            String name = shapes.get(0).getName();
            String stem = name.replaceFirst("\\.[^.]*$", "");
            long left = Unpacked.MOST_BYTES;
            for (ZipEntry entry : file.stream().toList()) {
                String ending = ending(entry);
                if (PARTS.contains(ending)
                        && entry.getName().replaceFirst("\\.[^.]*$", "").equals(stem)) {
                    left -= unpack(file, entry, folder.resolve("shape." + ending), left, zip);
                }
            }
            return new ZippedShapefile(
                    folder, new Shapefile(folder.resolve("shape.shp"), name.replaceFirst("^.*[/\\\\]", ""), charset));
        } catch (IOException | RuntimeException failed) {
            delete(folder);
            throw failed;
        }
    }

    private static String ending(ZipEntry entry) {
        return entry.getName().replaceFirst("^.*\\.", "").toLowerCase(Locale.ROOT);
    }

    /** What a Mac puts beside every file. */
    private static boolean isLitter(ZipEntry entry) {
        return entry.getName().startsWith("__MACOSX/");
    }

    private static long unpack(ZipFile file, ZipEntry entry, Path to, long most, Path zip) throws IOException {
        try (InputStream in =
                new Unpacked(file.getInputStream(entry), most, zip.getFileName().toString())) {
            return Files.copy(in, to);
        }
    }

    @Override
    public Charset charset() {
        return inside.charset();
    }

    @Override
    public List<VectorLayer> layers() {
        return inside.layers();
    }

    @Override
    public List<String> missing() {
        return inside.missing();
    }

    @Override
    public void read(String layer, Taker taker) {
        inside.read(layer, taker);
    }

    @Override
    public void close() {
        delete(folder);
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
