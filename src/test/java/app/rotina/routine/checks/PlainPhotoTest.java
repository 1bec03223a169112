package app.rotina.routine.checks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Photos lose where they were taken, and nothing of the picture. */
class PlainPhotoTest {
    private static final String PLACE = "GPS 23.5505 S 46.6333 W";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void forgetsThePlaceAndKeepsHowItIsTurned(boolean littleEndian) throws IOException {
        byte[] plain = picture("jpg");
        byte[] sent = withExif(plain, littleEndian);
        byte[] kept = PlainPhoto.of(sent, "photo.jpg");

        assertThat(text(sent)).contains(PLACE, "a film");
        assertThat(text(kept)).doesNotContain(PLACE, "a film", "made by");
        assertThat(text(kept)).contains("Exif");
        assertThat(kept[31]).isEqualTo((byte) 6);
        assertSamePicture(kept, plain);
    }

    @Test
    void keepsAPictureThatSaysNothingAsItIs() throws IOException {
        byte[] jpeg = picture("jpg");
        assertThat(PlainPhoto.of(jpeg, "x")).isEqualTo(jpeg);
        byte[] png = picture("png");
        assertThat(PlainPhoto.of(png, "x")).isEqualTo(png);
    }

    @Test
    void takesTheWordsOutOfAPng() throws IOException {
        byte[] png = picture("png");
        byte[] sent = join(Arrays.copyOf(png, 33), chunk("tEXt", PLACE), chunk("eXIf", PLACE));
        sent = join(sent, Arrays.copyOfRange(png, 33, png.length), PLACE.getBytes(ISO_8859_1));
        assertThat(PlainPhoto.of(sent, "photo.png")).isEqualTo(png);
    }

    @Test
    void refusesWhatIsNoWholePhoto() throws IOException {
        byte[] jpeg = withExif(picture("jpg"), true);
        int end = text(jpeg).indexOf("a film");
        for (int length = 0; length < end; length++) {
            refuses(Arrays.copyOf(jpeg, length));
        }
        byte[] png = picture("png");
        for (int length = 0; length < png.length; length++) {
            refuses(Arrays.copyOf(png, length));
        }
        refuses("<svg onload=alert(1)>".getBytes(ISO_8859_1));
    }

    private static void refuses(byte[] sent) {
        assertThatThrownBy(() -> PlainPhoto.of(sent, "it"))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.NOT_A_PHOTO));
    }

    /** A photo turned to the right, as a phone writes it, with a film behind its end. */
    private static byte[] withExif(byte[] jpeg, boolean littleEndian) {
        byte[] order = (littleEndian ? "II*\0" : "MM\0*").getBytes(ISO_8859_1);
        ByteBuffer tiff = ByteBuffer.allocate(26 + PLACE.length());
        tiff.order(littleEndian ? java.nio.ByteOrder.LITTLE_ENDIAN : java.nio.ByteOrder.BIG_ENDIAN);
        tiff.put(order).putInt(8).putShort((short) 1);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
        tiff.putShort((short) 6).putShort((short) 0).putInt(0);
        byte[] exif = join("Exif\0\0".getBytes(ISO_8859_1), tiff.array());
        System.arraycopy(PLACE.getBytes(ISO_8859_1), 0, exif, 32, PLACE.length());
        return join(
                Arrays.copyOf(jpeg, 2),
                segment(0xE1, exif),
                segment(0xFE, "made by a phone".getBytes(ISO_8859_1)),
                Arrays.copyOfRange(jpeg, 2, jpeg.length),
                "a film".getBytes(ISO_8859_1));
    }

    private static byte[] segment(int marker, byte[] content) {
        return join(
                ByteBuffer.allocate(4)
                        .put((byte) 0xFF)
                        .put((byte) marker)
                        .putShort((short) (content.length + 2))
                        .array(),
                content);
    }

    private static byte[] chunk(String kind, String content) {
        byte[] words = (kind + content).getBytes(ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(words);
        return join(
                ByteBuffer.allocate(4).putInt(content.length()).array(),
                words,
                ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] picture(String kind) throws IOException {
        BufferedImage picture = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 64; x++) {
            for (int y = 0; y < 48; y++) {
                picture.setRGB(x, y, new Color(x * 4, y * 5, x * y % 256).getRGB());
            }
        }
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ImageIO.write(picture, kind, written);
        return written.toByteArray();
    }

    private static void assertSamePicture(byte[] one, byte[] other) throws IOException {
        BufferedImage a = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(one)));
        BufferedImage b = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(other)));
        for (int x = 0; x < a.getWidth(); x++) {
            for (int y = 0; y < a.getHeight(); y++) {
                assertThat(a.getRGB(x, y)).isEqualTo(b.getRGB(x, y));
            }
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }
}
