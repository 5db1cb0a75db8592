package org.sanfen.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Files that people might send: photos as a phone makes them, and worse. */
public final class Pictures {

    /** What a phone writes about the moment; nothing of it may stay. */
    public static final String SECRET = "Secret Phone 15 of somebody";

    private Pictures() {}

    /** Left half red, right half blue. */
    public static byte[] file(String format, int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = picture.createGraphics();
        brush.setColor(Color.RED);
        brush.fillRect(0, 0, width / 2, height);
        brush.setColor(Color.BLUE);
        brush.fillRect(width / 2, 0, width - width / 2, height);
        brush.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }

    /** A JPEG with Exif as a phone writes it: an orientation, a model, a GPS position in Monaco. */
    public static byte[] phonePhoto(int width, int height, int orientation) {
        byte[] jpeg = file("jpeg", width, height);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            byte[] exif = exif(orientation);
            out.write(jpeg, 0, 2);
            out.writeShort(0xffe1);
            out.writeShort(exif.length + 2);
            out.write(exif);
            out.write(jpeg, 2, jpeg.length - 2);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }

    private static byte[] exif(int orientation) throws IOException {
        byte[] model = (SECRET + "\0").getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        int gps = 8 + 2 + 3 * 12 + 4;
        int text = gps + 2 + 2 * 12 + 4;
        int latitude = text + model.length;
        out.writeBytes("Exif\0\0MM");
        out.writeShort(42);
        out.writeInt(8);
        out.writeShort(3);
        entry(out, 0x0110, 2, model.length, text);
        entry(out, 0x0112, 3, 1, orientation << 16);
        entry(out, 0x8825, 4, 1, gps);
        out.writeInt(0);
        out.writeShort(2);
        entry(out, 1, 2, 2, 'N' << 24);
        entry(out, 2, 5, 3, latitude);
        out.writeInt(0);
        out.write(model);
        for (int part : new int[] {43, 1, 44, 1, 17, 1}) {
            out.writeInt(part);
        }
        return bytes.toByteArray();
    }

    private static void entry(DataOutputStream out, int tag, int type, int count, int value) throws IOException {
        out.writeShort(tag);
        out.writeShort(type);
        out.writeInt(count);
        out.writeInt(value);
    }

    /** A PNG of a few kilobytes that says it is that large, as decompression bombs do. */
    public static byte[] bomb(int width, int height) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(0x89504e470d0a1a0aL);
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            DataOutputStream of = new DataOutputStream(head);
            of.writeInt(width);
            of.writeInt(height);
            of.write(new byte[] {8, 2, 0, 0, 0});
            chunk(out, "IHDR", head.toByteArray());
            ByteArrayOutputStream rows = new ByteArrayOutputStream();
            try (DeflaterOutputStream deflated = new DeflaterOutputStream(rows)) {
                deflated.write(new byte[1 << 20]);
            }
            chunk(out, "IDAT", rows.toByteArray());
            chunk(out, "IEND", new byte[0]);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) sum.getValue());
    }
}
