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
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.sanfen.exchange.ImportRefused;

/** The parts of one Shapefile in a zip, unpacked beside nothing else until it is closed. */
final class ZippedShapefile implements VectorFile {

    private static final Set<String> PARTS = Set.of("shp", "dbf", "prj", "cpg");

    /** Beyond that a zip is no map of a city. */
    private static final long MOST_BYTES = 2L << 30;

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
                throw new ImportRefused("\"" + zip.getFileName() + "\" holds " + shapes.size()
                        + " Shapefiles: pack one, with its .shp, .dbf and .prj.");
            }
            String stem = shapes.get(0).getName().replaceFirst("\\.[^.]*$", "");
            long left = MOST_BYTES;
            for (ZipEntry entry : file.stream().toList()) {
                String ending = ending(entry);
                if (PARTS.contains(ending)
                        && entry.getName().replaceFirst("\\.[^.]*$", "").equals(stem)) {
                    left -= unpack(file, entry, folder.resolve("shape." + ending), left, zip);
                }
            }
            return new ZippedShapefile(folder, new Shapefile(folder.resolve("shape.shp"), charset));
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
        try (InputStream in = file.getInputStream(entry);
                var out = Files.newOutputStream(to)) {
            byte[] some = new byte[1 << 16];
            long bytes = 0;
            for (int read; (read = in.read(some)) >= 0; bytes += read) {
                if (bytes + read > most) {
                    throw new ImportRefused(
                            "\"" + zip.getFileName() + "\" unpacks to more than 2 GB: give a smaller area.");
                }
                out.write(some, 0, read);
            }
            return bytes;
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
    public void read(String layer, Consumer<VectorFeature> taker) {
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
