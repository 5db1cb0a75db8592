package org.sanfen.tile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.QueryParameters;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** {@code GET /api/kept-files?place=}: what "keep this area on my phone" fetches, and how much that is. */
@RestController
class KeptFilesController {

    private final PlaceStore places;
    private final KeptFilesList list;

    KeptFilesController(PlaceStore places, KeptFilesList list) {
        this.places = places;
        this.list = list;
    }

    @GetMapping("/api/kept-files")
    ResponseEntity<KeptFiles> list(
            @RequestParam("place") String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        QueryParameters.allowOnly(request, "place");
        Place place = places.findPlace(id)
                .orElseThrow(() ->
                        ApiProblem.badParameter("place", "There is no place \"" + id + "\"; /api/places lists them."));
        KeptFiles files = list.read(place, new OwnAnswers(request, response));
        String tag = "W/\"" + files.version() + "\"";
        if (new ServletWebRequest(request, response).checkNotModified(tag)) {
            return null;
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag(tag)
                .body(files);
    }
}
