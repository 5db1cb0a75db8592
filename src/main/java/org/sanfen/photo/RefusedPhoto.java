package org.sanfen.photo;

/** A file that is not taken as a photo: the reason is one of few, each with its own sentence. */
public final class RefusedPhoto extends Exception {

    /** Why not. */
    public enum Reason {
        /** Larger than {@link PhotoReader#MOST_BYTES}. */
        TOO_LARGE,
        /** HEIC or AVIF, which only some devices can read. */
        HEIC,
        /** Neither JPEG nor PNG nor WebP. */
        NO_PHOTO,
        /** More pixels than are decoded here. */
        TOO_MANY_PIXELS,
        /** Broken, or a kind of its format that can't be read. */
        UNREADABLE
    }

    private final Reason reason;

    RefusedPhoto(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
