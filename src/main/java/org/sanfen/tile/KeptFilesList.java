package org.sanfen.tile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sanfen.place.ChangeNumbers;
import org.sanfen.place.ChangeNumbers.Part;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/**
 * Lists a place's files with what they weigh. A weight is measured once a version, by asking this server itself; of a
 * large map a sample of blocks is, so that a list never costs a city's whole map. Thread-safe.
 */
@Component
class KeptFilesList {

    private static final int MEASURED_TILES = 48;

    /** Beyond so many, a map is a country's: it is kept in outline only, and the list stays readable. */
    private static final int MOST_BLOCKS = 4000;

    private static final int UNKNOWN = -1;
    private static final int PLACES = 64;
    private static final List<String> OF_SITE = List.of("/api/places", "/api/kinds", "/api/site");
    private static final List<String> OF_PLACE =
            List.of("/api/map-points", "/api/holidays", "/api/near-streets", "/api/search-index");

    private final ChangeNumbers numbers;
    private final PlaceStore places;
    private final Cache<String, OwnAnswers.Weight> weights =
            Caffeine.newBuilder().maximumSize(PLACES * 8L).build();
    private final Cache<String, Tiles> tiles =
            Caffeine.newBuilder().maximumSize(PLACES).build();

    KeptFilesList(ChangeNumbers numbers, PlaceStore places) {
        this.numbers = numbers;
        this.places = places;
    }

    private record Tiles(List<KeptFile> files, boolean sampled) {}

    KeptFiles read(Place place, OwnAnswers answers) throws IOException {
        Map<Part, Long> versions = numbers.current(place.id());
        List<KeptFile> files = new ArrayList<>();
        for (String path : addresses(place, versions)) {
            OwnAnswers.Weight weight = answers.weigh(path, weights.getIfPresent(path));
            if (weight != null) {
                weights.put(path, weight);
                files.add(new KeptFile(path, weight.bytes(), weight.tag(), false));
            }
        }
        Tiles map = tilesOf(place, versions, answers);
        files.addAll(map.files());
        return new KeptFiles(
                place.id(),
                version(files),
                files.stream().mapToLong(KeptFile::bytes).sum(),
                map.sampled(),
                files);
    }

    private static List<String> addresses(Place place, Map<Part, Long> versions) {
        long walk = Math.max(versions.get(Part.STREETS), versions.get(Part.BASEMAP));
        return Stream.of(
                        OF_SITE.stream(),
                        OF_PLACE.stream().map(path -> path + "?place=" + place.id()),
                        Stream.of("/api/walk-pack?place=" + place.id() + "&version=" + walk))
                .flatMap(paths -> paths)
                .toList();
    }

    private Tiles tilesOf(Place place, Map<Part, Long> versions, OwnAnswers answers) throws IOException {
        if (place.bounds() == null) {
            return new Tiles(List.of(), false);
        }
        long version =
                BasemapController.SHOWN.stream().mapToLong(versions::get).max().orElse(0);
        Instant madeAt = numbers.findMadeAt(place.id()).orElse(Instant.EPOCH);
        String key = place.id() + " " + madeAt + " " + version;
        Tiles known = tiles.getIfPresent(key);
        if (known == null) {
            known = weighTiles(place, version, answers);
            tiles.put(key, known);
        }
        return known;
    }

    private Tiles weighTiles(Place place, long version, OwnAnswers answers) throws IOException {
        int blockZoom = Blocks.zoom(place.bounds());
        List<Double> ground = places.findGround(place); // the zooms are the page's, which knows the bounds only
        List<Blocks.Tile> all = new ArrayList<>();
        for (int zoom : Blocks.overviewZooms(place.bounds())) {
            all.addAll(Blocks.over(ground, zoom));
        }
        if (Blocks.count(ground, blockZoom) <= MOST_BLOCKS) {
            all.addAll(Blocks.over(ground, blockZoom));
        }
        int step = (all.size() + MEASURED_TILES - 1) / MEASURED_TILES;
        long measuredBytes = 0;
        long measured = 0;
        List<KeptFile> files = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Blocks.Tile tile = all.get(i);
            String path = "/tiles/basemap/%s/%d/%d/%d/%d".formatted(place.id(), version, tile.z(), tile.x(), tile.y());
            long bytes = UNKNOWN;
            if (i % step == 0) {
                OwnAnswers.Weight weight = answers.weigh(path, null);
                bytes = weight == null ? 0 : weight.bytes();
                measuredBytes += bytes;
                measured++;
            }
            files.add(new KeptFile(path, bytes, null, tile.z() == blockZoom));
        }
        long each = measured == 0 ? 0 : measuredBytes / measured;
        return new Tiles(
                files.stream()
                        .map(file -> file.bytes() == UNKNOWN
                                ? new KeptFile(file.path(), each, file.tag(), file.block())
                                : file)
                        .toList(),
                step > 1);
    }

    private static String version(List<KeptFile> files) {
        StringBuilder all = new StringBuilder();
        files.forEach(
                file -> all.append(file.path()).append(' ').append(file.tag()).append('\n'));
        return DigestUtils.md5DigestAsHex(all.toString().getBytes(StandardCharsets.UTF_8))
                .substring(0, 12);
    }
}
