package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrSquareTest {
    private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");
    private static final int SCALE = 4;

    @Test
    void drawsWhatAPhoneReads() throws Exception {
        String text =
                "otpauth://totp/Rotina:ana%40example.org?secret=GEZDGNBVGY3TQOJQ&issuer=Rotina";

        QrSquare square = QrSquare.of(text);

        int side = square.size() * SCALE;
        RGBLuminanceSource picture = new RGBLuminanceSource(side, side, painted(square));
        assertThat(
                        new QRCodeReader()
                                .decode(new BinaryBitmap(new HybridBinarizer(picture)))
                                .getText())
                .isEqualTo(text);
    }

    private static int[] painted(QrSquare square) {
        int side = square.size() * SCALE;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, 0xffffff);
        MODULE.matcher(square.path())
                .results()
                .forEach(module -> {
                    int left = Integer.parseInt(module.group(1)) * SCALE;
                    int top = Integer.parseInt(module.group(2)) * SCALE;
                    for (int i = 0; i < SCALE * SCALE; i++) {
                        pixels[(top + i / SCALE) * side + left + i % SCALE] = 0;
                    }
                });
        return pixels;
    }
}
