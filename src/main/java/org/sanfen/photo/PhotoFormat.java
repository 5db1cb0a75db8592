package org.sanfen.photo;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.sanfen.photo.RefusedPhoto.Reason;

/** The formats that are read, told by their first bytes: what a browser or a file's name says of it is not believed. */
enum PhotoFormat {
    JPEG(30_000_000),
    PNG(30_000_000),
    /** Its reader holds the whole picture several times over. */
    WEBP(12_000_000);

    /** Most pixels that are decoded: some 300 MB at the worst, one at a time. */
    final long mostPixels;

    PhotoFormat(long mostPixels) {
        this.mostPixels = mostPixels;
    }

    static PhotoFormat of(byte[] file) throws RefusedPhoto {
        if (startsWith(file, 0xff, 0xd8, 0xff)) {
            return JPEG;
        }
        if (startsWith(file, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) {
            return PNG;
        }
        if (startsWith(file, 'R', 'I', 'F', 'F') && letters(file, 8).equals("WEBP")) {
            return WEBP;
        }
        throw new RefusedPhoto(letters(file, 4).equals("ftyp") ? Reason.HEIC : Reason.NO_PHOTO);
    }

    ImageReader reader() throws IOException {
        // Asked for by class: the list of plug-ins is not read again inside a packed jar.
        return this == WEBP
                ? new WebPImageReaderSpi().createReaderInstance(null)
                : ImageIO.getImageReadersByFormatName(name()).next();
    }

    private static boolean startsWith(byte[] file, int... first) {
        if (file.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if ((file[i] & 0xff) != first[i]) {
                return false;
            }
        }
        return true;
    }

    private static String letters(byte[] file, int at) {
        return file.length < at + 4 ? "" : new String(file, at, 4, StandardCharsets.ISO_8859_1);
    }
}
