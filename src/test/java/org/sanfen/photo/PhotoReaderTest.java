package org.sanfen.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanfen.photo.RefusedPhoto.Reason;

/** What is stored of a photo: its pixels, the right way up, and nothing else. */
class PhotoReaderTest {

    private static final String LOSSY =
            "UklGRmwAAABXRUJQVlA4IGAAAADQBACdASooABQAPrVKn0mnJCKhMAgA4BaJQBmJet8goAH2AV//uAAG"
                    + "tsgi+6CsIAD+7ylH66Qe4v/9CT9be5fqmMClrG2PV/wSNYLgj/dOBs/OUmh9icm5K4CGHYqAAAA=";
    private static final String LOSSLESS = "UklGRioAAABXRUJQVlA4TB0AAAAvJ8AEAA8Qw3wa5vkPBwTZNjW4P+0EDhDR/6jxDgA=";

    private static BufferedImage seen(Photo photo) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(photo.jpeg()));
    }

    private static boolean isRed(int rgb) {
        Color colour = new Color(rgb);
        return colour.getRed() > 150 && colour.getBlue() < 100;
    }

    private static Reason refusal(byte[] file) {
        return catchThrowableOfType(RefusedPhoto.class, () -> PhotoReader.read(file))
                .reason();
    }

    @Test
    void keepsNothingOfWhatAPhoneWritesAboutTheMoment() throws Exception {
        byte[] sent = Pictures.phonePhoto(300, 200, 1);
        assertThat(new String(sent, StandardCharsets.ISO_8859_1)).contains(Pictures.SECRET, "Exif");

        byte[] kept = PhotoReader.read(sent).jpeg();

        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Secret", "Exif", "MM\0*");
        for (int at = 2; (kept[at] & 0xff) == 0xff && (kept[at + 1] & 0xff) != 0xda; ) {
            assertThat(kept[at + 1] & 0xff)
                    .as("segments that hold no picture: only JFIF's own 16 bytes")
                    .isNotIn(0xe1, 0xe2, 0xed, 0xfe);
            at += 2 + ((kept[at + 2] & 0xff) << 8 | kept[at + 3] & 0xff);
        }
    }

    /** The left half is red: where is it once the camera's turning is done? Exif 2.32, 4.6.4 A. */
    @ParameterizedTest
    @CsvSource({
        "1, 300, 200, left",
        "2, 300, 200, right",
        "3, 300, 200, right",
        "4, 300, 200, left",
        "5, 200, 300, top",
        "6, 200, 300, top",
        "7, 200, 300, bottom",
        "8, 200, 300, bottom",
        "9, 300, 200, left"
    })
    void standsTheRightWayUp(int orientation, int width, int height, String red) throws Exception {
        Photo photo = PhotoReader.read(Pictures.phonePhoto(300, 200, orientation));

        assertThat(photo.width()).isEqualTo(width);
        assertThat(photo.height()).isEqualTo(height);
        BufferedImage picture = seen(photo);
        assertThat(isRed(picture.getRGB(5, 5)))
                .as("upper left corner")
                .isEqualTo(red.equals("left") || red.equals("top"));
        assertThat(isRed(picture.getRGB(width - 5, 5)))
                .as("upper right corner")
                .isEqualTo(red.equals("right") || red.equals("top"));
        assertThat(isRed(picture.getRGB(5, height - 5)))
                .as("lower left corner")
                .isEqualTo(red.equals("left") || red.equals("bottom"));
        assertThat(isRed(picture.getRGB(width - 5, height - 5)))
                .as("lower right corner")
                .isEqualTo(red.equals("right") || red.equals("bottom"));
    }

    @Test
    void isNoLongerThan1600Pixels() throws Exception {
        Photo wide = PhotoReader.read(Pictures.file("jpeg", 5000, 2500));
        assertThat(wide.width()).isEqualTo(1600);
        assertThat(wide.height()).isEqualTo(800);
        Photo small = PhotoReader.read(Pictures.file("png", 30, 40));
        assertThat(small.width()).isEqualTo(30);
        assertThat(isRed(seen(small).getRGB(3, 20))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {LOSSY, LOSSLESS})
    void readsWebp(String file) throws Exception {
        Photo photo = PhotoReader.read(Base64.getDecoder().decode(file));

        assertThat(photo.width()).isEqualTo(40);
        assertThat(photo.height()).isEqualTo(20);
        assertThat(isRed(seen(photo).getRGB(4, 10))).isTrue();
        assertThat(isRed(seen(photo).getRGB(36, 10))).isFalse();
    }

    @Test
    void refusesABombBeforeItIsUnpacked() {
        byte[] bomb = Pictures.bomb(40_000, 40_000);
        assertThat(bomb.length).isLessThan(10_000);
        assertThat(refusal(bomb)).isEqualTo(Reason.TOO_MANY_PIXELS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"heic", "heix", "mif1", "avif"})
    void refusesWhatOnlySomeDevicesCanRead(String brand) {
        byte[] file = ("\0\0\0\30ftyp" + brand + "\0\0\0\0mif1heic").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refusal(file)).isEqualTo(Reason.HEIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "GIF89a......", "%PDF-1.7", "<svg xmlns='http://www.w3.org/2000/svg'/>"})
    void refusesWhatIsNoPhoto(String file) {
        assertThat(refusal(file.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(Reason.NO_PHOTO);
    }

    @Test
    void refusesWhatIsTooLarge() {
        assertThat(refusal(Arrays.copyOf(Pictures.file("jpeg", 10, 10), PhotoReader.MOST_BYTES + 1)))
                .isEqualTo(Reason.TOO_LARGE);
    }

    @ParameterizedTest
    @EnumSource(PhotoFormat.class)
    void refusesWhatIsBrokenOff(PhotoFormat format) throws Exception {
        byte[] whole = format == PhotoFormat.WEBP
                ? Base64.getDecoder().decode(LOSSLESS)
                : Pictures.file(format.name(), 200, 200);
        byte[] head = Arrays.copyOf(whole, 24);
        assertThatThrownBy(() -> PhotoReader.read(head)).isInstanceOf(RefusedPhoto.class);
        assertThat(refusal(head)).isEqualTo(Reason.UNREADABLE);
    }

    @Test
    void aLyingOrientationNeverLeadsAstray() throws Exception {
        byte[] sent = Pictures.phonePhoto(300, 200, 6);
        for (int i = 20; i < 60; i++) {
            byte[] broken = sent.clone();
            broken[i] = (byte) 0xff;
            assertThat(PhotoReader.read(broken).width()).isIn(200, 300);
        }
    }
}
