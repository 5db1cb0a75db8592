package org.sanfen.exchange.groundjob;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.sanfen.exchange.FileParts;
import org.sanfen.exchange.GroundImport;
import org.sanfen.exchange.ground.ControlPoints;
import org.sanfen.exchange.groundjob.GroundChoice.Given;
import org.sanfen.exchange.groundjob.GroundJob.GivenFile;
import org.sanfen.exchange.groundjob.GroundJob.State;
import org.sanfen.exchange.job.PlaceOutline;
import org.sanfen.exchange.register.RegisterPlace;
import org.sanfen.exchange.text.CharsetFinder;
import org.sanfen.place.PlaceStore;
import org.springframework.stereotype.Service;

/** Taking a place's ground step by step; what takes long is only wished here and {@link GroundWork} does it. Thread-safe. */
@Service
class GroundJobs {

    private final GroundJobStore jobs;
    private final GroundFiles files;
    private final ChoiceReading reading;
    private final GroundImport ground;
    private final PlaceStore places;
    private final PlaceOutline outlines;

    GroundJobs(
            GroundJobStore jobs,
            GroundFiles files,
            ChoiceReading reading,
            GroundImport ground,
            PlaceStore places,
            PlaceOutline outlines) {
        this.jobs = jobs;
        this.files = files;
        this.reading = reading;
        this.ground = ground;
        this.places = places;
        this.outlines = outlines;
    }

    /** The job stands elsewhere by now than where that can be asked of it. */
    static final class Elsewhere extends RuntimeException {}

    /** @param choice for a new place its names, zone and country; null for one that is there */
    GroundJob begin(String place, boolean isNew, GroundChoice choice, long staffId) {
        GroundChoice first = choice == null ? GroundChoice.NONE : choice;
        if (isNew) {
            reading.requireBeginning(place, first);
            if (places.findPlace(place).isPresent()) {
                throw reading.refused("place", "ground.choice.taken", "value", place);
            }
        }
        return jobs.getJob(jobs.add(place, isNew, first, staffId));
    }

    /** Keeps a file and looks at it; what it holds is proposed in the choice. */
    GroundJob addFile(GroundJob job, String name, InputStream file) {
        requireRest(job);
        if (job.files().size() >= GroundFiles.MOST) {
            throw reading.refused("file", "ground.choice.files", "n", GroundFiles.MOST);
        }
        try {
            long id = files.keep(job.id(), name, file);
            boolean kept = false;
            try {
                look(job, id, null);
                kept = true;
            } finally {
                if (!kept) {
                    files.delete(id);
                }
            }
            return propose(job.id(), id);
        } catch (FileParts.TooLarge tooLarge) {
            throw reading.refused("file", "import.too_large", "mb", FileParts.LARGEST_MB);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    GroundJob removeFile(GroundJob job, long file) {
        requireRest(job);
        files.delete(file);
        List<Given> left = job.choice().given().stream()
                .filter(given -> given.file() != file)
                .toList();
        return choose(job.id(), with(job.choice(), left));
    }

    /** @param charset null to go by the file */
    GroundJob lookAgain(GroundJob job, long file, String charset) {
        requireRest(job);
        look(job, file, charset);
        List<Given> left = job.choice().given().stream()
                .filter(given -> given.file() != file)
                .toList();
        choose(job.id(), with(job.choice(), left));
        return propose(job.id(), file);
    }

    private void look(GroundJob job, long id, String charset) {
        GivenFile file = jobs.getJob(job.id()).findFile(id).orElseThrow();
        RegisterPlace place = places.findPlace(job.place())
                .map(outlines::of)
                .orElse(new RegisterPlace(null, job.choice().country(), List.of(), null, null));
        GroundLooking.Found found =
                files.with(List.of(file), paths -> GroundLooking.look(paths.get(id), charset(charset), place));
        files.looked(id, charset, found);
    }

    private Charset charset(String name) {
        try {
            return name == null ? null : CharsetFinder.charset(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw reading.refused("charset", "ground.choice.charset", "value", name);
        }
    }

    /** Each part once: a second file of streets waits until staff say what becomes of it. */
    private GroundJob propose(long id, long file) {
        GroundJob job = jobs.getJob(id);
        List<Given> given = new ArrayList<>(job.choice().given());
        for (GroundLook.Layer layer : job.findFile(file).orElseThrow().look().layers()) {
            String part = layer.part();
            if (part != null && given.stream().noneMatch(one -> one.part().equals(part))) {
                given.add(new Given(file, layer.name(), part, layer.mappings().get(part), proposed(layer)));
            }
        }
        return choose(id, with(job.choice(), given));
    }

    private static String proposed(GroundLook.Layer layer) {
        return layer.isCertain() || layer.guess().inDoubt()
                ? null
                : layer.guess().best();
    }

    private static GroundChoice with(GroundChoice choice, List<Given> given) {
        return new GroundChoice(
                given,
                choice.controls(),
                choice.acceptsFit(),
                choice.endsOnly(),
                choice.mends(),
                choice.names(),
                choice.zone(),
                choice.country(),
                choice.source(),
                choice.licence());
    }

    GroundJob choose(long id, GroundChoice choice) {
        if (!jobs.choose(id, choice)) {
            throw new Elsewhere();
        }
        return jobs.getJob(id);
    }

    private static void requireRest(GroundJob job) {
        if (job.state() != State.OPEN && job.state() != State.READY) {
            throw new Elsewhere();
        }
    }

    /**
     * The first shapes of each layer, in the system that is chosen for it.
     *
     * @return in the order of the choice; none where its system can't be used
     */
    List<List<Drawn>> sample(GroundJob job, GroundChoice choice) {
        List<List<Drawn>> samples = new ArrayList<>();
        for (Given given : choice.given()) {
            GroundLook.Layer layer = reading.layer(job, given);
            samples.add(given.crs() == null && !layer.isCertain() ? List.of() : sample(choice, given));
        }
        return samples;
    }

    private List<Drawn> sample(GroundChoice choice, Given given) {
        GroundLooking.Sample sample = files.samples(given.file()).get(given.layer());
        List<Geometry> geometries =
                sample.shapes().stream().map(GroundJobs::geometry).toList();
        return ground.toWgs84(geometries, reading.system(choice, given), sample.stated(), given.layer()).stream()
                .filter(geometry -> !geometry.isEmpty())
                .map(Drawn::of)
                .toList();
    }

    private static Geometry geometry(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException broken) {
            throw new IllegalStateException("A sample is no WKT: " + wkt, broken);
        }
    }

    /** How far each control point is off the fit, metres, in their order; null where one is not whole yet. */
    List<Double> residuals(GroundChoice choice) {
        ControlPoints fitted = reading.fit(choice);
        List<Double> residuals = new ArrayList<>();
        choice.controls().forEach(control -> residuals.add(control.isWhole() ? fitted.residual(control.pair()) : null));
        return residuals;
    }

    GroundJob check(GroundJob job) {
        requireRest(job);
        reading.require(job);
        return wish(job.id(), State.CHECKING, State.OPEN, State.READY);
    }

    GroundJob apply(long id) {
        return wish(id, State.APPLYING, State.READY);
    }

    private GroundJob wish(long id, State wish, State... from) {
        if (!jobs.wish(id, wish, from)) {
            throw new Elsewhere();
        }
        return jobs.getJob(id);
    }

    GroundJob cancel(long id) {
        if (!jobs.states().cancel(id)) {
            throw new Elsewhere();
        }
        return jobs.getJob(id);
    }

    void discard(long id) {
        if (!jobs.delete(id)) {
            throw new Elsewhere();
        }
    }
}
