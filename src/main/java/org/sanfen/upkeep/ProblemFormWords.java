package org.sanfen.upkeep;

import java.util.Arrays;
import java.util.List;
import org.sanfen.photo.PhotoReader;
import org.springframework.stereotype.Component;

/** What the form's template asks for on whatever page it stands: a point's own one knows nothing of reports. */
@Component("problemForm")
class ProblemFormWords {

    /** Ids of the categories, in order. */
    public List<String> categories() {
        return Arrays.stream(ProblemCategory.values()).map(ProblemCategory::id).toList();
    }

    /** The form before anybody has touched it. */
    public ProblemForm empty() {
        return ProblemForm.EMPTY;
    }

    public int mostText() {
        return ProblemForm.MOST_TEXT;
    }

    public int mostMegabytes() {
        return PhotoReader.MOST_BYTES >> 20;
    }
}
