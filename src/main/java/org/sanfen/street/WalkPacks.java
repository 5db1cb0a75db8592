package org.sanfen.street;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.sanfen.place.ChangeNumbers;
import org.sanfen.place.ChangeNumbers.Part;
import org.sanfen.street.pack.PackFacts;
import org.sanfen.street.pack.WalkPackWriter;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Walk packs, made when first asked for and kept compressed while the place's streets and barriers stand. Thread-safe; two
 * who ask for one at once have it made once.
 */
@Service
class WalkPacks {

    private static final int ROOM_BYTES = 32 << 20;

    private final StreetNetworks networks;
    private final StreetStore streets;
    private final ChangeNumbers numbers;
    private final TransactionTemplate oneView;
    private final Cache<Version, Pack> known = Caffeine.newBuilder()
            .maximumWeight(ROOM_BYTES)
            .weigher((Version version, Pack pack) -> pack.compressed().length)
            .build();

    WalkPacks(
            StreetNetworks networks,
            StreetStore streets,
            ChangeNumbers numbers,
            PlatformTransactionManager transactions) {
        this.networks = networks;
        this.streets = streets;
        this.numbers = numbers;
        this.oneView = new TransactionTemplate(transactions);
        this.oneView.setReadOnly(true);
        this.oneView.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * A state of a place's streets.
     *
     * @param madeAt when the place was made: one made anew under an old id starts its numbers anew
     * @param streets change number of the streets
     * @param basemap change number of the barriers
     */
    record Version(String placeId, Instant madeAt, long streets, long basemap) {

        /** The number that the page asks with. */
        long number() {
            return Math.max(streets, basemap);
        }

        String tag() {
            return "W/\"" + placeId + "-" + madeAt.toEpochMilli() + "-" + streets + "-" + basemap + "-"
                    + WalkPackWriter.FORMAT + "." + WalkPackWriter.ENGINE + "\"";
        }
    }

    /** @param compressed by gzip */
    record Pack(Version version, byte[] compressed) {}

    /** What a pack made now would be of. */
    Version version(String placeId) {
        Map<Part, Long> versions = numbers.current(placeId);
        return new Version(
                placeId,
                numbers.findMadeAt(placeId).orElse(Instant.EPOCH),
                versions.get(Part.STREETS),
                versions.get(Part.BASEMAP));
    }

    /** The pack of the place as it is now; without streets, an empty one. */
    Pack getPack(Version wanted) {
        Pack kept = known.getIfPresent(wanted);
        return kept != null
                ? kept
                : oneView.execute(view -> known.get(version(wanted.placeId()), missing -> make(missing)));
    }

    private Pack make(Version version) {
        PackFacts facts = new PackFacts(
                version.placeId(),
                version.streets(),
                version.basemap(),
                Instant.now(),
                PackFacts.VISITOR,
                networks.longestLegMm());
        byte[] pack = WalkPackWriter.write(
                facts,
                networks.loadGraph(version.placeId()),
                streets.listBarriers(version.placeId()),
                streets.mapNames(version.placeId()));
        return new Pack(version, compress(pack));
    }

    private static byte[] compress(byte[] pack) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(pack.length);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed, 1 << 14) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION); // once a version, for every visitor
            }
        }) {
            gzip.write(pack);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return compressed.toByteArray();
    }
}
