package app.rotina.sources.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a content is, told by its first bytes. */
final class Magic {
    static final int HEAD = 4_096;
    static final String JSON = "JSON";

    private static final int FEW = 8;

    private static final byte[] ZIP = bytes("504B0304");
    private static final byte[] EMPTY_ZIP = bytes("504B0506");
    private static final byte[] GZIP = bytes("1F8B08");
    private static final byte[] OLE2 = bytes("D0CF11E0A1B11AE1");

    private static final List<Signature> OTHERS =
            List.of(
                    new Signature("PDF", 0, "255044462D"),
                    new Signature("PNG", 0, "89504E47"),
                    new Signature("JPEG", 0, "FFD8FF"),
                    new Signature("GIF", 0, "47494638"),
                    new Signature("RAR", 0, "526172211A07"),
                    new Signature("7-Zip", 0, "377ABCAF271C"),
                    new Signature("XZ", 0, "FD377A585A00"),
                    new Signature("BZIP2", 0, "425A68"),
                    new Signature("Zstandard", 0, "28B52FFD"),
                    new Signature("Parquet", 0, "50415231"),
                    new Signature("SQLite", 0, "53514C69746520666F726D617420"),
                    new Signature("RTF", 0, "7B5C727466"),
                    new Signature("TAR", 257, "7573746172"));

    private record Signature(String format, int offset, String hex) {}

    private Magic() {}

    static boolean isZip(byte[] head) {
        return has(head, 0, ZIP) || has(head, 0, EMPTY_ZIP);
    }

    static boolean isGzip(byte[] head) {
        return has(head, 0, GZIP);
    }

    /** The container of old Excel files and of encrypted new ones. */
    static boolean isOle2(byte[] head) {
        return has(head, 0, OLE2);
    }

    /** The name of a format that is no table; null: it may be text. */
    static @Nullable String foreign(byte[] head) {
        for (Signature one : OTHERS) {
            if (has(head, one.offset, bytes(one.hex))) {
                return one.format;
            }
        }
        @Nullable Charset wide = Encoding.wide(head);
        if (wide == null && !startsWithMark(head) && isBinary(head)) {
            return "BIN";
        }
        return markup(text(head, wide));
    }

    private static @Nullable String markup(String text) {
        String start = text.strip().toLowerCase(Locale.ROOT);
        if (start.startsWith("<?xml") && !start.contains("<html")) {
            return "XML";
        }
        if (start.startsWith("<")) {
            return "HTML";
        }
        boolean json = start.matches("(?s)(\\{\\s*[\"}]|\\[\\s*[{\\[\"\\]]).*");
        return json && !start.lines().findFirst().orElse("").matches("\\[[^\\]]*\\][,;\\t|].*")
                ? JSON
                : null;
    }

    private static String text(byte[] head, @Nullable Charset wide) {
        if (wide != null) {
            return new String(head, wide).replace("\uFEFF", "");
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return text.replaceFirst("^(ï»¿|ÿþ|þÿ)", "").replace("\0", "");
    }

    private static boolean startsWithMark(byte[] head) {
        return has(head, 0, bytes("FFFE")) || has(head, 0, bytes("FEFF"));
    }

    /** True if a good part of it is control characters that no text has. */
    private static boolean isBinary(byte[] head) {
        int controls = 0;
        for (byte b : head) {
            controls += b >= 0 && b < 0x20 && b != 0x1A && b != 0x1B && (b < 9 || b > 13) ? 1 : 0;
        }
        return controls > FEW && controls * 10 > head.length;
    }

    private static boolean has(byte[] head, int offset, byte[] signature) {
        if (head.length < offset + signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if (head[offset + i] != signature[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
