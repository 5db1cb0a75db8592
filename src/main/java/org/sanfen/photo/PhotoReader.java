package org.sanfen.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.sanfen.photo.RefusedPhoto.Reason;

/**
 * Makes a small JPEG of a photo: its pixels drawn anew, the right way up, and nothing else of the file, so that neither
 * position nor device nor time goes on. The size is asked before anything is decoded, and large pictures are thinned while
 * they are read, one at a time in a process. Thread-safe.
 */
public final class PhotoReader {

    /** Largest file that is read. */
    public static final int MOST_BYTES = 8 << 20;

    /** Longer side of what comes out, in pixels. */
    public static final int LONGEST = 1600;

    private static final float QUALITY = 0.8f;
    private static final Object ONE_AT_A_TIME = new Object();

    private PhotoReader() {}

    /** @throws RefusedPhoto where it is none, too large, or can't be read */
    public static Photo read(byte[] file) throws RefusedPhoto {
        if (file.length > MOST_BYTES) {
            throw new RefusedPhoto(Reason.TOO_LARGE);
        }
        PhotoFormat format = PhotoFormat.of(file);
        synchronized (ONE_AT_A_TIME) {
            try {
                BufferedImage decoded = decode(file, format);
                BufferedImage drawn = draw(decoded, PhotoOrientation.of(file, format), LONGEST);
                return new Photo(encode(drawn), drawn.getWidth(), drawn.getHeight());
            } catch (IOException | RuntimeException broken) { // readers throw whatever a broken file leads them to
                throw new RefusedPhoto(Reason.UNREADABLE);
            }
        }
    }

    /** The same picture, no longer than that; itself where it is short enough. */
    public static Photo shrink(Photo photo, int longest) throws RefusedPhoto {
        if (Math.max(photo.width(), photo.height()) <= longest) {
            return photo;
        }
        synchronized (ONE_AT_A_TIME) {
            try {
                BufferedImage picture = decode(photo.jpeg(), PhotoFormat.JPEG);
                while (Math.max(picture.getWidth(), picture.getHeight()) >= 2 * longest) {
                    int half = (Math.max(picture.getWidth(), picture.getHeight()) + 1) / 2;
                    picture = draw(picture, PhotoOrientation.UPRIGHT, half); // in one step fine lines would flicker
                }
                BufferedImage small = draw(picture, PhotoOrientation.UPRIGHT, longest);
                return new Photo(encode(small), small.getWidth(), small.getHeight());
            } catch (IOException broken) {
                throw new RefusedPhoto(Reason.UNREADABLE);
            }
        }
    }

    private static BufferedImage decode(byte[] file, PhotoFormat format) throws IOException, RefusedPhoto {
        ImageReader reader = format.reader();
        try (MemoryCacheImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width * height > format.mostPixels) {
                throw new RefusedPhoto(Reason.TOO_MANY_PIXELS);
            }
            ImageReadParam param = reader.getDefaultReadParam();
            int step = (int) Math.max(1, Math.max(width, height) / (2 * LONGEST));
            param.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }

    /** On white, no longer than that, turned as the camera says. */
    private static BufferedImage draw(BufferedImage from, int orientation, int longest) {
        double scale = Math.min(1, (double) longest / Math.max(from.getWidth(), from.getHeight()));
        int width = Math.max(1, (int) Math.round(from.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(from.getHeight() * scale));
        boolean lying = orientation >= 5;
        BufferedImage drawn =
                new BufferedImage(lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = drawn.createGraphics();
        paper.setColor(Color.WHITE);
        paper.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
        paper.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        paper.transform(upright(orientation, width, height));
        paper.drawImage(from, 0, 0, width, height, null);
        paper.dispose();
        return drawn;
    }

    /** Columns of the matrix that turns a picture of that size upright. */
    private static AffineTransform upright(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static byte[] encode(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
