package org.sanfen.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.sanfen.geo.LonLat;
import org.sanfen.place.Place;
import org.sanfen.web.PageLanguage;

/**
 * A fire or emergency point as it stands in the directory: a thing at a place, never a person. directory.md, "Fields of
 * every point".
 *
 * @param id stable public id, 7 letters, printed on the sign
 * @param placeId the place it belongs to
 * @param kind id of its {@link PointKind}
 * @param name in the place's own language; null for none
 * @param names BCP 47 language tag to name; may be empty
 * @param position WGS-84
 * @param sourceCrs coordinate system in which the source was read, before conversion
 * @param accuracyM accuracy of the position in metres; null when unknown
 * @param address street and number; null when unknown
 * @param placement language tag to where exactly it hangs ("2/F, left of the lift")
 * @param indoor null when unknown
 * @param level floor, such as {@code 2} or {@code -1}; null when unknown
 * @param access yes, permissive, customers, private, no or unknown
 * @param locked null when unknown
 * @param howToOpen language tag to how to open it; never a code
 * @param openingHours OSM syntax, read in the place's zone; null when unknown
 * @param operator an organisation; null when unknown
 * @param phone an organisation's line; null for none
 * @param phoneIsDutyLine an editor has confirmed that a mobile number is a duty line
 * @param status planned, active, out_of_service or removed
 * @param statusReason why, such as {@code vanished}; never null when removed
 * @param serviceable unknown, ok, overdue, expired or failed; written by upkeep
 * @param serviceableReason null for none
 * @param serviceableUntil the day it expires; null when unknown
 * @param verifiedOn the day somebody last saw it there; null for never
 * @param nextCheckDue null when unknown
 * @param wheelchair yes, limited, no or unknown
 * @param parent public id of the station in charge; null for none, or for one that the audience may not see
 * @param equipment lines of item, count, made_on, expires_on
 * @param photos lines of hash, width, height and caption, in the order shown
 * @param attributes fields of its kind, as the registry declares them
 * @param source family of the source: {@code osm}, {@code staff}, or a register's name
 * @param licence of the source; null when it stated none, see {@link #hasUnknownLicence}
 * @param sourceId id in the source, such as {@code node/123}; null for none
 * @param fetchedOn the day the source was fetched; null for staff's own
 * @param visibility public or internal
 * @param editedFields fields that staff have edited: an import keeps them
 * @param revision goes up by one with each change
 * @param changeNumber the place's number that made this revision
 * @param changedAt when it was made
 * @param changedBy display name of the staff account; null for an import
 */
public record EmergencyPoint(
        String id,
        String placeId,
        String kind,
        String name,
        StoredJson names,
        LonLat position,
        String sourceCrs,
        Double accuracyM,
        String address,
        StoredJson placement,
        Boolean indoor,
        String level,
        String access,
        Boolean locked,
        StoredJson howToOpen,
        String openingHours,
        String operator,
        String phone,
        boolean phoneIsDutyLine,
        String status,
        String statusReason,
        String serviceable,
        String serviceableReason,
        LocalDate serviceableUntil,
        LocalDate verifiedOn,
        LocalDate nextCheckDue,
        String wheelchair,
        String parent,
        StoredJson equipment,
        StoredJson photos,
        StoredJson attributes,
        String source,
        String licence,
        String sourceId,
        LocalDate fetchedOn,
        String visibility,
        List<String> editedFields,
        int revision,
        long changeNumber,
        Instant changedAt,
        String changedBy) {

    private static final Pattern ID = Pattern.compile("[0-9a-hjkmnp-tv-z]{7}");

    /** Whether a text has the form of a public id: 7 letters of Crockford's base 32. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** The name in a language, else in the place's own; null where it has none. */
    public String name(String language) {
        return PageLanguage.name(names.texts(), language, name);
    }

    /** Whether it shows any photo. */
    public boolean hasPhotos() {
        return !photos.text().equals("[]");
    }

    /** Whether a register gave it without saying on what terms: the place's licence covers only what staff made there. */
    public boolean hasUnknownLicence() {
        return licence == null && !source.equals("staff");
    }

    /** The licence under which it is given away: its own, else the place's; null when unknown. */
    public String licenceIn(Place place) {
        return licence != null || hasUnknownLicence() ? licence : place.licence();
    }

    /** Whether everybody may see it on the map and in lists. */
    public boolean isShownToThePublic() {
        return visibility.equals("public") && !status.equals("removed");
    }

    /** Whether it can help somebody now, its hours aside: active, and neither failed nor expired. */
    public boolean isUsable() {
        return status.equals("active") && !serviceable.equals("failed") && !serviceable.equals("expired");
    }
}
