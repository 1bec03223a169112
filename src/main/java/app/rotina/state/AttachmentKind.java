package app.rotina.state;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What an attached file is, by its first bytes; its name says nothing. */
public enum AttachmentKind {
    JPEG("image/jpeg"),
    PNG("image/png"),
    WEBP("image/webp"),
    PDF("application/pdf"),
    /** Anything else: it can only be downloaded. */
    OTHER("application/octet-stream");

    private static final byte[] JPEG_BEGIN = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG_BEGIN = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private final String mediaType;

    AttachmentKind(String mediaType) {
        this.mediaType = mediaType;
    }

    static AttachmentKind of(byte[] content) {
        if (has(content, 0, JPEG_BEGIN)) {
            return JPEG;
        }
        if (has(content, 0, PNG_BEGIN)) {
            return PNG;
        }
        if (has(content, 0, ascii("RIFF")) && has(content, 8, ascii("WEBP"))) {
            return WEBP;
        }
        return has(content, 0, ascii("%PDF-")) ? PDF : OTHER;
    }

    public String mediaType() {
        return mediaType;
    }

    /** True for a picture, which a page can show beside the text. */
    public boolean picture() {
        return this == JPEG || this == PNG || this == WEBP;
    }

    /** True where a browser may show it instead of keeping it. */
    public boolean shown() {
        return this != OTHER;
    }

    private static boolean has(byte[] content, int at, byte[] begin) {
        return content.length >= at + begin.length
                && Arrays.equals(content, at, at + begin.length, begin, 0, begin.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
