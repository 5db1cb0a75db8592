package org.sanfen.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.sanfen.staff.Audit;
import org.sanfen.staff.Permissions;
import org.sanfen.staff.Right;
import org.sanfen.staff.StaffAccount;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Areas from a file: {@code POST /admin/api/areas/import} with the file, or the parts of a Shapefile, as form data.
 * Without {@code apply=true} they are only shown; then the same file is sent again.
 */
@RestController
@ConditionalOnWebApplication
class AreaImportController {

    private final AreaImport reading;
    private final AreaTaking taking;
    private final PlaceStore places;
    private final Permissions permissions;

    AreaImportController(AreaImport reading, AreaTaking taking, PlaceStore places, Permissions permissions) {
        this.reading = reading;
        this.taking = taking;
        this.places = places;
        this.permissions = permissions;
    }

    /** What is in the file and what comes of it; without a coordinate system nothing does. */
    record Answer(
            List<String> parts,
            List<String> columns,
            String crs,
            List<String> missing,
            AreaImport.Choice choice,
            List<AreaTaking.Shown> areas,
            List<AreaImport.Problem> problems,
            Long changeNumber) {}

    @PostMapping(path = "/admin/api/areas/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Answer take(
            @RequestParam("place") String placeId,
            @RequestParam String layer,
            @RequestParam(defaultValue = "false") boolean apply,
            @RequestParam(required = false) String part,
            @RequestParam(required = false) String crs,
            @RequestParam(required = false) String name,
            @RequestParam(required = false) String code,
            @RequestParam(required = false) String residents,
            @RequestParam(required = false) String licence,
            @RequestParam("file") List<MultipartFile> files,
            @AuthenticationPrincipal StaffAccount staff)
            throws IOException {
        Place place = places.findPlace(placeId)
                .orElseThrow(() -> ApiProblem.worded(
                        ErrorCode.BAD_PARAMETER, Map.of("parameter", "place"), "problem.place_none", "id", placeId));
        permissions.require(staff, Right.EDIT_AREAS, place.id());
        if (!AreaBody.LAYERS.contains(layer)) {
            throw AreaBody.bad("layer", "area.bad.layer");
        }
        Path folder = Files.createTempDirectory("sanfen-areas-");
        try {
            Path file = keep(files, folder);
            AreaImport.Look look = reading.read(
                    file,
                    place,
                    new AreaImport.Choice(
                            layer, blank(part), blank(crs), name, code, residents, source(file), blank(licence)));
            if (apply && look.crs() == null) {
                throw new ImportRefused(
                        Refusal.CRS_UNSAID, "name", file.getFileName().toString());
            }
            AreaTaking.Outcome outcome = apply
                    ? taking.apply(place.id(), look.areas(), Audit.Action.AREAS_IMPORTED, staff.id())
                    : taking.preview(place.id(), look.areas());
            return new Answer(
                    look.parts(),
                    look.columns(),
                    look.crs(),
                    look.missing(),
                    look.choice(),
                    outcome.areas(),
                    look.problems(),
                    outcome.changeNumber());
        } catch (ImportRefused refused) {
            throw RefusalProblem.answer(refused);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** Keeps the files beside each other under plain names; answers the one to open. */
    private static Path keep(List<MultipartFile> files, Path folder) throws IOException {
        Path opened = null;
        for (MultipartFile file : files) {
            String sent = file.getOriginalFilename() == null ? "areas" : file.getOriginalFilename();
            String ending = sent.replaceAll("(?s)^.*\\.(?=[^.]*$)", "").toLowerCase(Locale.ROOT);
            String stem = sent.replaceAll("(?s)^.*[/\\\\]", "").replaceAll("\\.[^.]*$", "");
            Path kept = folder.resolve(stem.replaceAll("[^\\p{L}\\p{N}_-]", "_") + "." + ending.replaceAll("\\W", ""));
            file.transferTo(kept);
            opened = opened == null || ending.equals("shp") ? kept : opened;
        }
        if (opened == null) {
            throw AreaBody.bad("file", "area.bad.file", "reason", "");
        }
        return opened;
    }

    /** A register is called by its file. */
    private static String source(Path file) {
        String slug = AreaIds.slug(file.getFileName().toString().replaceAll("\\.[^.]*$", ""));
        return slug.isEmpty() || slug.equals("osm") || slug.equals("staff") ? "areas-file" : slug;
    }

    private static String blank(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
