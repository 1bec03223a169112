package app.rotina.sources.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

class StreamMessagesTest {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final String[] TEXTS = {
        "a", "João", "中\n", "\"", "\\", "\u2028", "=1+1", "𝒳", "a.b"
    };
    private static final Layout.Records ORDERS =
            new Layout.Records(
                    Set.of("orders"),
                    List.of("a.lines", "notes"),
                    List.of("id", "a.name", "a.lines.sum", "a.lines.tags", "notes"),
                    true);

    /**
     * However the bytes arrive, each record is a row, each element of its lists another, and every
     * number has all its digits.
     */
    @Property(tries = 150)
    void givesEveryRowWhateverPiecesItComesIn(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        List<List<String>> expected = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            text.append(record(random, expected)).append(random.nextBoolean() ? "\n" : "\r\n\n");
        }

        Kept kept = new Kept();
        new Messages(pieces(text.toString().getBytes(UTF_8), random)).read(ORDERS, kept);

        assertThat(kept.faults).isEmpty();
        assertThat(kept.cells).isEqualTo(expected);
    }

    @Test
    void goesOnAfterAMessageThatIsTooLong() throws IOException {
        String text =
                "{\"type\":\"RECORD\",\"stream\":\"orders\",\"record\":{\"id\":\""
                        + "x".repeat(Limits.MESSAGE_BYTES)
                        + "\"}}\n{\"type\":\"RECORD\",\"stream\":\"orders\",\"record\":{\"id\":1}}";

        Kept kept = new Kept();
        new Messages(pieces(text.getBytes(UTF_8), new Random(1))).read(ORDERS, kept);

        assertThat(kept.faults)
                .extracting(RawFault::reason)
                .containsExactly("sources.reason.message_overlong");
        assertThat(kept.cells).containsExactly(List.of("1", "", "", "", ""));
    }

    @Test
    void refusesWhatIsNestedTooDeep() throws IOException {
        String deep = "[".repeat(100_000);
        String text = "{\"type\":\"RECORD\",\"stream\":\"orders\",\"record\":{\"id\":" + deep;

        Kept kept = new Kept();
        new Messages(pieces(text.getBytes(UTF_8), new Random(1))).read(ORDERS, kept);

        assertThat(kept.faults).hasSize(1);
    }

    private static String record(Random random, List<List<String>> expected) {
        String id = text(random);
        String name = text(random);
        List<String> lines = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        expected.add(List.of(id, name, "", "", ""));
        for (int i = random.nextInt(4); i > 0; i--) {
            String sum = decimal(random);
            List<String> tags = List.of(text(random) + "1", text(random) + "2");
            lines.add("{\"sum\":%s,\"tags\":%s}".formatted(sum, JSON.writeValueAsString(tags)));
            expected.add(List.of(id, name, sum, String.join(", ", tags), ""));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            String note = text(random);
            notes.add(JSON.writeValueAsString(note));
            expected.add(List.of(id, name, "", "", note));
        }
        return "{\"type\":\"RECORD\",\"stream\":\"orders\",\"record\":{\"id\":%s,\"a\":{\"name\":%s,\"lines\":[%s]},\"notes\":[%s]}}"
                .formatted(
                        JSON.writeValueAsString(id),
                        JSON.writeValueAsString(name),
                        String.join(",", lines),
                        String.join(",", notes));
    }

    private static String text(Random random) {
        return TEXTS[random.nextInt(TEXTS.length)] + TEXTS[random.nextInt(TEXTS.length)];
    }

    private static String decimal(Random random) {
        return new BigDecimal(random.nextLong()).movePointLeft(random.nextInt(19)).toPlainString();
    }

    /** Bytes that come as they like. */
    private static Content pieces(byte[] bytes, Random random) {
        return new Content() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public Flow open() {
                return new Flow(new Dripping(new ByteArrayInputStream(bytes), random));
            }
        };
    }

    private static final class Dripping extends FilterInputStream {
        private final Random random;

        Dripping(InputStream in, Random random) {
            super(in);
            this.random = random;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int most = random.nextInt(4) == 0 ? 1 : 1 + random.nextInt(4_000);
            return super.read(to, offset, Math.min(length, most));
        }
    }

    private static final class Kept implements RawSink {
        final List<List<String>> cells = new ArrayList<>();
        final List<RawFault> faults = new ArrayList<>();

        @Override
        public void header(List<String> header, int line) {}

        @Override
        public void record(RawRecord row) {
            cells.add(row.cells());
        }

        @Override
        public void fault(RawFault fault) {
            faults.add(fault);
        }
    }
}
