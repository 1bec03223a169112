package app.rotina.sources.file;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.kernel.RotinaException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** What holds for every file, sound or not. */
class AnyFileTest {
    private static final String[] LINE_ENDS = {"\n", "\r\n", "\r"};
    private static final String[] PARTS = {
        "a", "é", "中", "0", " ", ",", ";", "\"\"", "\n", "\r\n", "\r", "longer text, of some words"
    };

    /** Cells of any text come back as they were written, each record on its physical line. */
    @Property(tries = 60)
    void givesBackWhatWasWritten(@ForAll long seed) {
        Random random = new Random(seed);
        Charset charset = random.nextBoolean() ? UTF_8 : UTF_16LE;
        StringBuilder text = new StringBuilder("um,dois,três\n");
        List<List<String>> written = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        long line = 2;
        for (int i = 0; i < 2_000; i++) {
            List<String> quoted = List.of("\"x", cell(random), cell(random));
            String row = quoted.get(0) + "\"," + quoted.get(1) + "," + quoted.get(2);
            written.add(List.of("x", plain(quoted.get(1)), plain(quoted.get(2))));
            lines.add(line);
            line += 1 + breaks(row);
            text.append(row).append(LINE_ENDS[random.nextInt(3)]);
        }

        Taken taken = read(text.toString().getBytes(charset), charset);

        assertThat(taken.faults).isEmpty();
        assertThat(taken.cells()).isEqualTo(written);
        assertThat(taken.records).extracting(RawRecord::line).isEqualTo(lines);
    }

    /** Whatever the bytes, the reading ends, and each record is given once, good or not. */
    @Property(tries = 300)
    void countsEveryRecordOfAnyBytesOnce(@ForAll("texts") byte[] bytes) {
        @Nullable Taken taken = readIfTable(bytes);
        if (taken == null) {
            return;
        }

        List<Long> numbers = new ArrayList<>();
        taken.records.forEach(row -> numbers.add(row.record()));
        taken.faults.forEach(fault -> numbers.add(fault.record()));
        numbers.sort(null);
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(numbers.get(i)).isEqualTo(i + 1);
        }
        assertThat(taken.records)
                .allSatisfy(row -> assertThat(row.cells()).hasSameSizeAs(taken.header));
    }

    @Provide
    Arbitrary<byte[]> texts() {
        Arbitrary<Byte> usual =
                Arbitraries.of("ab1,;\t\"\"\r\n\n#=.".chars().mapToObj(c -> (byte) c).toList());
        Arbitrary<Byte> any = Arbitraries.bytes();
        return Arbitraries.frequencyOf(Tuple.of(12, usual), Tuple.of(1, any))
                .array(byte[].class)
                .ofMaxSize(400);
    }

    private static String cell(Random random) {
        StringBuilder cell = new StringBuilder("\"");
        for (int i = random.nextInt(8); i > 0; i--) {
            cell.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return cell.append('"').toString();
    }

    private static String plain(String quoted) {
        return quoted.substring(1, quoted.length() - 1).replace("\"\"", "\"");
    }

    private static int breaks(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replaceAll("[^\n]", "").length();
    }

    private static @Nullable Taken readIfTable(byte[] bytes) {
        try {
            return read(bytes, null);
        } catch (RotinaException e) {
            return null;
        }
    }

    private static Taken read(byte[] bytes, @Nullable Charset charset) {
        try {
            Path file = Files.createTempFile("any", null);
            try {
                Files.write(file, bytes);
                Layout layout = new Layout(charset, null, null, 0, null, List.of());
                return Taken.from(RawFile.open(file, "any", file).getFirst(), layout);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
