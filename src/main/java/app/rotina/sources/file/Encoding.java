package app.rotina.sources.file;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import app.rotina.sources.file.Content.Flow;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How a text's bytes are to be decoded.
 *
 * @param mark the length of the byte order mark to skip
 * @param guessed true where plausibility decided
 * @param mixed true where some bytes fit another encoding or none
 * @param firstMisfit the offset of the first byte that is not UTF-8; −1: none was seen
 */
record Encoding(Charset charset, int mark, boolean guessed, boolean mixed, long firstMisfit) {
    static final Charset WINDOWS = Charset.forName("windows-1252");
    static final Charset CHINESE = Charset.forName("GB18030");

    private static final int BLOCK = 1 << 18;
    private static final int ENOUGH_RUNS = 2_000;
    private static final long FAR_ENOUGH = 64L << 20;

    /** What is valid so far is not overturned by one or two misfits behind it. */
    private static final long LONG_PREFIX = 1 << 16;

    private static final int FEW = 3;

    static Encoding of(Content content, @Nullable Charset declared) throws IOException {
        byte[] head = content.head(4_096);
        @Nullable Encoding marked = byMark(head);
        if (declared != null) {
            return marked != null && marked.charset.equals(declared)
                    ? marked
                    : new Encoding(declared, 0, false, false, -1);
        }
        if (marked != null) {
            return marked;
        }
        @Nullable Charset wide = wide(head);
        return wide == null ? byEvidence(content) : new Encoding(wide, 0, true, false, -1);
    }

    private static @Nullable Encoding byMark(byte[] head) {
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return new Encoding(UTF_8, 3, false, false, -1);
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return new Encoding(UTF_16LE, 2, false, false, -1);
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return new Encoding(UTF_16BE, 2, false, false, -1);
        }
        if (startsWith(head, 0x84, 0x31, 0x95, 0x33)) {
            return new Encoding(CHINESE, 4, false, false, -1);
        }
        return null;
    }

    private static boolean startsWith(byte[] head, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** UTF-16 without a mark: delimiters, digits and line ends leave zeros in every other byte. */
    static @Nullable Charset wide(byte[] head) {
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) {
            zeros[i & 1] += head[i] == 0 ? 1 : 0;
        }
        int many = Math.max(2, head.length / 20);
        int few = head.length / 500;
        if (zeros[1] >= many && zeros[0] <= few) {
            return UTF_16LE;
        }
        return zeros[0] >= many && zeros[1] <= few ? UTF_16BE : null;
    }

    private static Encoding byEvidence(Content content) throws IOException {
        Evidence evidence = new Evidence();
        byte[] block = new byte[BLOCK];
        int kept = 0;
        try (Flow in = content.open()) {
            while (evidence.runs() < ENOUGH_RUNS && evidence.offset() < FAR_ENOUGH) {
                int count = in.readNBytes(block, kept, BLOCK - kept);
                int used = evidence.take(Arrays.copyOf(block, kept + count), count < BLOCK - kept);
                if (count < BLOCK - kept) {
                    break;
                }
                kept = kept + count - used;
                System.arraycopy(block, used, block, 0, kept);
            }
        }
        return judge(evidence);
    }

    private static Encoding judge(Evidence evidence) {
        if (evidence.misfits() == 0) {
            return new Encoding(UTF_8, 0, false, false, -1);
        }
        boolean fewAndLate = evidence.firstMisfit() >= LONG_PREFIX && evidence.misfits() < FEW;
        if (evidence.fits() >= evidence.misfits() || fewAndLate) {
            return new Encoding(UTF_8, 0, false, true, evidence.firstMisfit());
        }
        if (evidence.chinese() > evidence.latin()) {
            return new Encoding(CHINESE, 0, true, false, evidence.firstMisfit());
        }
        return new Encoding(WINDOWS, 0, true, evidence.fits() > 0, evidence.firstMisfit());
    }
}
