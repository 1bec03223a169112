package app.rotina.sources.file;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EncodingTest extends FileTest {
    private static final String NAMES = "id;nome\n1;João\n2;Conceição\n";

    @Test
    @DisplayName("1 UTF-8 BOM")
    void takesTheByteOrderMarkForNoPartOfTheHeader() {
        byte[] file = join(bytes(0xEF, 0xBB, 0xBF), NAMES.getBytes(UTF_8));

        Taken taken = read(file);

        assertThat(taken.header).containsExactly("id", "nome");
        assertThat(taken.cells()).containsExactly(List.of("1", "João"), List.of("2", "Conceição"));
    }

    @Test
    @DisplayName("2 Windows-1252")
    void readsWindowsText() {
        Look look = look(NAMES.getBytes(WINDOWS));

        assertThat(look.encoding()).isEqualTo(WINDOWS);
        assertThat(look.preview()).contains(List.of("1", "João"));
        assertThat(warnings(look)).containsExactly("encoding_guessed");
    }

    @Test
    @DisplayName("2 Windows-1252, capitals that look like a Chinese pair")
    void takesCapitalsForWesternText() {
        String text = "SITUAÇÃO;DESCRIÇÃO;£\nPAGO;CALÇÃO;1\n";

        assertThat(look(text.getBytes(WINDOWS)).encoding()).isEqualTo(WINDOWS);
    }

    @Test
    @DisplayName("2 Windows-1252, the first accent far from the start")
    void findsWindowsTextBehindALongAsciiStart() {
        String text = "id;nome\n" + "1;Ana\n".repeat(200_000) + "2;João\n3;Zoé\n4;Ruído\n";

        assertThat(look(text.getBytes(WINDOWS)).encoding()).isEqualTo(WINDOWS);
    }

    @Test
    @DisplayName("3 GBK")
    void readsChineseText() {
        String text = "订单编号,买家会员名,总金额\n1001,张三,12.50\n1002,李四,8.00\n";

        Look look = look(text.getBytes(GBK));

        assertThat(look.encoding()).isEqualTo(Charset.forName("GB18030"));
        assertThat(look.header()).containsExactly("订单编号", "买家会员名", "总金额");
        assertThat(look.preview()).contains(List.of("1001", "张三", "12.50"));
    }

    @Test
    @DisplayName("3 GB18030, four bytes a character")
    void readsRareChineseCharacters() {
        String text = "编号,姓名\n1,㐀㐁\n2,王小明\n";

        Taken taken = read(text.getBytes(Charset.forName("GB18030")));

        assertThat(taken.cells()).contains(List.of("1", "㐀㐁"));
    }

    @Test
    @DisplayName("4 UTF-16LE with and without a mark, UTF-16BE")
    void readsWideText() {
        byte[] little = NAMES.getBytes(UTF_16LE);
        byte[] big = NAMES.getBytes(UTF_16BE);

        assertThat(look(join(bytes(0xFF, 0xFE), little)).preview()).contains(List.of("1", "João"));
        assertThat(look(little).preview()).contains(List.of("1", "João"));
        assertThat(look(join(bytes(0xFE, 0xFF), big)).preview()).contains(List.of("1", "João"));
    }

    @Test
    @DisplayName("5 one invalid byte sequence at row 40,001, in a file with accents")
    void keepsAnInvalidByteSequenceToItsOwnRow() {
        assertOnlyRow40001Waits("Conceição");
    }

    @Test
    @DisplayName("5 one invalid byte sequence at row 40,001, in a file without any accent")
    void keepsAnInvalidByteSequenceToItsOwnRowInPlainText() {
        assertOnlyRow40001Waits("Ana");
    }

    private void assertOnlyRow40001Waits(String name) {
        String before = "id;nome\n" + ("1;" + name + "\n").repeat(40_000);
        byte[] file =
                join(
                        before.getBytes(UTF_8),
                        "7;Jo".getBytes(UTF_8),
                        bytes(0xC3, 0x28),
                        "o\n".getBytes(UTF_8),
                        ("1;" + name + "\n").repeat(10_000).getBytes(UTF_8));

        Taken taken = read(file);

        assertThat(taken.records).hasSize(50_000);
        assertThat(taken.faults)
                .containsExactly(
                        new RawFault(
                                40_001,
                                40_002,
                                "sources.reason.invalid_bytes",
                                List.of("" + (before.getBytes(UTF_8).length + 4), "C3", "UTF-8"),
                                List.of("7", "Jo\uFFFD(o")));
    }

    @Test
    @DisplayName("5, 18 invalid bytes and control characters near each other")
    void tellsEachRowItsOwnFlaw() {
        byte[] file =
                join(
                        NAMES.getBytes(UTF_8),
                        "3;a\0b\n4;ok\n5;".getBytes(UTF_8),
                        bytes(0xE9),
                        "\n6;\u001A\n7;ok\n".getBytes(UTF_8));

        Taken taken = read(file);

        assertThat(taken.firsts()).containsExactly("1", "2", "4", "7");
        assertThat(taken.faults)
                .extracting(fault -> fault.cells().getFirst(), RawFault::reason)
                .containsExactly(
                        tuple("3", "sources.reason.control_character"),
                        tuple("5", "sources.reason.invalid_bytes"),
                        tuple("6", "sources.reason.control_character"));
    }

    @Test
    @DisplayName("6 mixed encodings, mostly UTF-8")
    void warnsOfMixedEncodingsAndLetsTheOddRowsWait() {
        byte[] file =
                join(
                        NAMES.repeat(3).getBytes(UTF_8),
                        "3;Zoé\n".getBytes(WINDOWS),
                        "4;Ana\n".getBytes(UTF_8));

        assertThat(warnings(look(file))).contains("mixed_encoding");
        Taken taken = read(file);
        assertThat(taken.faults).extracting(RawFault::line).containsExactly(10L);
        assertThat(taken.firsts()).endsWith("4");
    }

    @Test
    @DisplayName("6 mixed encodings, mostly Windows-1252")
    void letsUtf8RowsOfAWindowsFileWait() {
        byte[] file = join(NAMES.repeat(3).getBytes(WINDOWS), "3;Zoé\n".getBytes(UTF_8));

        assertThat(warnings(look(file))).contains("mixed_encoding");
        Taken taken = read(file);
        assertThat(taken.faults)
                .extracting(RawFault::reason)
                .containsExactly("sources.reason.mixed_encoding");
        assertThat(taken.cells()).contains(List.of("1", "João"));
    }

    @Test
    @DisplayName("7 mojibake already in the file")
    void warnsOfMojibakeAndLeavesItAsItIs() {
        Look look = look("id;nome\n1;JoÃ£o\n");

        assertThat(look.warnings())
                .contains(new Look.Warning("sources.warning.mojibake", List.of("JoÃ£o")));
        assertThat(look.preview()).containsExactly(List.of("1", "JoÃ£o"));
    }

    @Test
    void prefersTheDeclaredEncoding() {
        Layout layout = new Layout(Charset.forName("ISO-8859-15"), null, null, 0, null, List.of());

        Taken taken = Taken.from(file(bytes('p', ';', 'q', '\n', 0xA4, ';', '1', '\n')), layout);

        assertThat(taken.cells()).containsExactly(List.of("€", "1"));
    }
}
