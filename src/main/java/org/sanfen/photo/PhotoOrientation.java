package org.sanfen.photo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Which way up a camera says its picture is: the tag 0x0112 of Exif 2.32, 4.6.4 A, read from JPEG (APP1) and WebP (chunk
 * EXIF). Anything odd counts as upright. Pure.
 */
final class PhotoOrientation {

    static final int UPRIGHT = 1;

    private static final int TAG = 0x0112;
    private static final int MOST_ENTRIES = 512;

    private PhotoOrientation() {}

    /** 1 to 8: 1 is upright, 2 to 8 the mirrored and turned ones. */
    static int of(byte[] file, PhotoFormat format) {
        try {
            return switch (format) {
                case JPEG -> ofJpeg(ByteBuffer.wrap(file));
                case WEBP -> ofWebp(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN));
                case PNG -> UPRIGHT;
            };
        } catch (IndexOutOfBoundsException | IllegalArgumentException broken) {
            return UPRIGHT;
        }
    }

    private static int ofJpeg(ByteBuffer file) {
        int at = 2;
        while ((file.get(at) & 0xff) == 0xff) {
            int marker = file.get(at + 1) & 0xff;
            int length = file.getShort(at + 2) & 0xffff;
            if (marker == 0xe1 && file.getInt(at + 4) == 0x45786966) { // "Exif"
                return ofTiff(file.slice(at + 10, length - 8));
            }
            if (marker == 0xda || length < 2) {
                break;
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static int ofWebp(ByteBuffer file) {
        int at = 12;
        while (at + 8 <= file.limit()) {
            int length = file.getInt(at + 4);
            if (length < 0) {
                break;
            }
            if (file.getInt(at) == 0x46495845) { // "EXIF"
                int start = file.getInt(at + 8) == 0x66697845 ? 6 : 0; // some repeat JPEG's "Exif" and two zeros
                return ofTiff(file.slice(at + 8 + start, length - start));
            }
            at += 8 + length + (length & 1);
        }
        return UPRIGHT;
    }

    private static int ofTiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = Math.min(tiff.getShort(directory) & 0xffff, MOST_ENTRIES);
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xffff) == TAG) {
                int orientation = tiff.getShort(entry + 8);
                return orientation >= 1 && orientation <= 8 ? orientation : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
