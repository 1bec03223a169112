package app.rotina.routine.checks;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A photo without what it says beside the picture: where and when it was taken, by which device,
 * and a smaller copy of it. The picture itself is not touched; how it is turned stays. JPEG (ISO
 * 10918-1, Exif 2.32) and PNG (ISO 15948).
 */
final class PlainPhoto {
    private static final int MARK = 0xFF;
    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int EXIF = 0xE1;
    private static final int TURNED_MOST = 8;
    private static final int ORIENTATION = 0x0112;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private final byte[] sent;
    private final ByteArrayOutputStream plain = new ByteArrayOutputStream();
    private int at;

    private PlainPhoto(byte[] sent) {
        this.sent = sent;
    }

    /** Refuses what is no JPEG and no PNG, or is cut off. */
    static byte[] of(byte[] sent, String name) {
        PlainPhoto photo = new PlainPhoto(sent);
        try {
            if (sent.length > 2 && photo.byteAt(0) == MARK && photo.byteAt(1) == START) {
                photo.jpeg();
            } else if (sent.length > PNG.length
                    && Arrays.equals(sent, 0, PNG.length, PNG, 0, PNG.length)) {
                photo.png();
            } else {
                throw new RotinaException(Problem.NOT_A_PHOTO, name);
            }
        } catch (IndexOutOfBoundsException e) {
            throw new RotinaException(Problem.NOT_A_PHOTO, e, name);
        }
        return photo.plain.toByteArray();
    }

    /** What comes after its end is not of the picture: some phones put a film there. */
    private void jpeg() {
        copy(2);
        while (true) {
            int marker = marker();
            if (marker == END) {
                plain.write(MARK);
                plain.write(END);
                return;
            }
            int length = 2 + unsigned16(at + 2);
            if (marker == EXIF) {
                turned(at + 4, length - 4);
            }
            if (tells(marker)) {
                at += length;
            } else {
                copy(length);
            }
            if (marker == SCAN) {
                copy(scan() - at);
            }
        }
    }

    /** The kind of the segment that begins here. */
    private int marker() {
        if (byteAt(at) != MARK) {
            throw new IndexOutOfBoundsException(at);
        }
        while (byteAt(at + 1) == MARK) {
            at++;
        }
        return byteAt(at + 1);
    }

    /** Segments of applications and comments, but for those that say what its colours mean. */
    private static boolean tells(int marker) {
        boolean colours = marker == 0xE0 || marker == 0xE2 || marker == 0xEE;
        return !colours && ((marker >= 0xE0 && marker <= 0xEF) || marker == 0xFE);
    }

    /** Where the picture's own bytes end that begin here. */
    private int scan() {
        int end = at;
        while (byteAt(end) != MARK || isPicture(byteAt(end + 1))) {
            end++;
        }
        return end;
    }

    private static boolean isPicture(int after) {
        return after == 0 || (after >= 0xD0 && after <= 0xD7);
    }

    /** Writes how the photo is turned, and nothing else that its Exif part says. */
    private void turned(int from, int length) {
        boolean exif = length > 14 && sent[from] == 'E' && sent[from + 1] == 'x';
        int turned = exif ? orientation(ByteBuffer.wrap(sent, from + 6, length - 6).slice()) : 1;
        if (turned > 1 && turned <= TURNED_MOST) {
            plain.writeBytes(
                    ByteBuffer.allocate(36)
                            .put(new byte[] {(byte) MARK, (byte) EXIF, 0, 34})
                            .put(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42})
                            .putInt(8)
                            .putShort((short) 1)
                            .putShort((short) ORIENTATION)
                            .putShort((short) 3)
                            .putInt(1)
                            .putShort((short) turned)
                            .putShort((short) 0)
                            .putInt(0)
                            .array());
        }
    }

    private static int orientation(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION) {
                return Short.toUnsignedInt(tiff.getShort(entry + 8));
            }
        }
        return 1;
    }

    /** The four kinds that make the picture, and those that say what its colours mean. */
    private void png() {
        copy(PNG.length);
        while (true) {
            String kind =
                    ""
                            + (char) sent[at + 4]
                            + (char) sent[at + 5]
                            + (char) sent[at + 6]
                            + (char) sent[at + 7];
            int length = Math.addExact(12, Math.max(0, ByteBuffer.wrap(sent).getInt(at)));
            switch (kind) {
                case "IHDR", "PLTE", "IDAT", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT" ->
                        copy(length);
                case "IEND" -> {
                    copy(length);
                    return;
                }
                default -> at += length;
            }
        }
    }

    private void copy(int length) {
        if (length < 0 || at + length > sent.length) {
            throw new IndexOutOfBoundsException(at + length);
        }
        plain.write(sent, at, length);
        at += length;
    }

    private int unsigned16(int from) {
        return byteAt(from) << 8 | byteAt(from + 1);
    }

    private int byteAt(int index) {
        return Byte.toUnsignedInt(sent[index]);
    }
}
