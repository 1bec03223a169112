package app.rotina.sources.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DelimitedTest extends FileTest {

    @ParameterizedTest(name = "8 delimiter “{0}”")
    @ValueSource(strings = {",", ";", "\t", "|"})
    void findsTheDelimiter(String delimiter) {
        String text =
                "id,name,price\n1,\"a, b; c | d\t\",\"1,5\"\n2,e,\"2,5\"\n".replace(",", delimiter);

        Look look = look(text);

        assertThat(look.delimiter()).isEqualTo(delimiter.charAt(0));
        assertThat(look.header()).containsExactly("id", "name", "price");
    }

    @Test
    @DisplayName("8 delimiter among decimal commas")
    void isNotMisledByDecimalCommas() {
        assertThat(look("a;b;c\n1,5;2,5;3,5\n4,5;5,5;6,5\n").delimiter()).isEqualTo(';');
    }

    @Test
    @DisplayName("8 delimiter overridden")
    void obeysTheDeclaredDelimiter() {
        Layout layout = new Layout(null, ',', null, 0, null, List.of());

        assertThat(file("a;b,c\n1;2,3\n").look(layout).header()).containsExactly("a;b", "c");
    }

    @ParameterizedTest(name = "9 {0}")
    @ValueSource(strings = {"sep=;", "SEP=;", "\"sep=;\""})
    void obeysASeparatorLine(String declaration) {
        Taken taken = read(declaration + "\r\nid;a,b,c\r\n1;2,3,4\r\n");

        assertThat(taken.header).containsExactly("id", "a,b,c");
        assertThat(taken.headerLine).isEqualTo(2);
        assertThat(taken.cells()).containsExactly(List.of("1", "2,3,4"));
    }

    @Test
    @DisplayName("10 quoted delimiter, quote and newline; physical lines")
    void countsAQuotedRecordOnceAndTellsItsFirstLine() {
        Taken taken = read("id,note\r\n1,\"a, \"\"b\"\"\r\nc\nd\"\r\n2,e\r\n");

        assertThat(taken.cells())
                .containsExactly(List.of("1", "a, \"b\"\r\nc\nd"), List.of("2", "e"));
        assertThat(taken.records).extracting(RawRecord::line).containsExactly(2L, 5L);
        assertThat(taken.records).extracting(RawRecord::record).containsExactly(1L, 2L);
    }

    @Test
    @DisplayName("11 unclosed quote, to the end of the file")
    void reportsAnUnclosedQuoteAtItsOpeningLineAndGoesOn() {
        Taken taken = read("id,note\n1,a\n2,\"b\n3,c\n4,d\n");

        assertThat(taken.faults)
                .containsExactly(
                        new RawFault(
                                2,
                                3,
                                "sources.reason.broken_quote",
                                List.of(),
                                List.of("2", "\"b")));
        assertThat(taken.firsts()).containsExactly("1", "3", "4");
        assertThat(taken.records).extracting(RawRecord::line).containsExactly(2L, 4L, 5L);
    }

    @Test
    @DisplayName("11 unclosed quote, ended by the next quoted cell")
    void losesNoGoodRowBetweenAnUnclosedQuoteAndTheNextQuote() {
        Taken taken = read("id,note,n\n1,\"a,1\n2,b,2\n3,c,3\n4,\"d, e\",4\n5,f,5\n");

        assertThat(taken.faults).extracting(RawFault::line).containsExactly(2L);
        assertThat(taken.firsts()).containsExactly("2", "3", "4", "5");
    }

    @Test
    @DisplayName("11 unclosed quote, in a large file")
    void boundsWhatAnUnclosedQuoteMaySwallow() {
        Taken taken = read("id,note\n1,\"a\n" + "2,b\n".repeat(400_000));

        assertThat(taken.faults).hasSize(1);
        assertThat(taken.faults.getFirst().reason()).isEqualTo("sources.reason.overlong");
        assertThat(taken.faults.getFirst().line()).isEqualTo(2);
        assertThat(taken.records).hasSize(400_000);
        assertThat(taken.records.getLast().line()).isEqualTo(400_002);
    }

    @Test
    @DisplayName("11 broken quotes throughout")
    void givesUpOnAFileOfBrokenQuotes() {
        RawFile file = file("id,note\n" + "1,\"a\"b\n".repeat(Limits.BROKEN_QUOTES + 1));

        assertThatThrownBy(() -> file.read(Layout.DETECT, new Taken()))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.TOO_MANY_BROKEN_QUOTES));
    }

    @Test
    void takesAQuoteInsideAPlainCellAsText() {
        assertThat(read("id,size\n1,5\" pipe\n2,6\"\n").cells())
                .containsExactly(List.of("1", "5\" pipe"), List.of("2", "6\""));
    }

    @Test
    @DisplayName("12 ragged rows")
    void shiftsNoCellOfARaggedRow() {
        Taken taken = read("a,b,c\n1,2\n1,2,3\n1,2,3,4\n1,2,3,,\n");

        assertThat(taken.faults)
                .extracting(RawFault::reason, RawFault::arguments)
                .containsExactly(
                        tuple("sources.reason.too_few_cells", List.of("2", "3")),
                        tuple("sources.reason.too_many_cells", List.of("4", "3")));
        assertThat(taken.cells()).containsExactly(List.of("1", "2", "3"), List.of("1", "2", "3"));
        assertThat(taken.records).extracting(RawRecord::record).containsExactly(2L, 4L);
    }

    @Test
    @DisplayName("12 a header that ends with a delimiter")
    void needsNoCellUnderANamelessLastColumn() {
        assertThat(read("a,b,\n1,2\n3,4,\n").cells())
                .containsExactly(List.of("1", "2", ""), List.of("3", "4", ""));
    }

    @Test
    @DisplayName("13 duplicate headers")
    void keepsBothOfTwoHeadersAlike() {
        Look look = look("id,name,name\n1,a,b\n");

        assertThat(look.header()).containsExactly("id", "name", "name");
        assertThat(look.preview()).containsExactly(List.of("1", "a", "b"));
        assertThat(look.warnings())
                .containsExactly(
                        new Look.Warning(
                                "sources.warning.duplicate_header", List.of("name", "2, 3")));
    }

    @Test
    @DisplayName("15 title rows above the header")
    void passesTitlesAboveTheHeader() {
        Taken taken =
                read(
                        """
                        Relatório de campanhas
                        Período: 1 a 4 de ago de 2026

                        Campaign,Day,Cost
                        A,2026-08-01,150.50
                        """);

        assertThat(taken.headerLine).isEqualTo(4);
        assertThat(taken.header).containsExactly("Campaign", "Day", "Cost");
        assertThat(taken.records).extracting(RawRecord::record).containsExactly(1L);
    }

    @Test
    @DisplayName("15 header row declared")
    void obeysTheDeclaredHeaderRow() {
        Layout layout = new Layout(null, null, null, 3, null, List.of());

        Taken taken = Taken.from(file("x,y\n1,2\na,b\n3,4\n"), layout);

        assertThat(taken.header).containsExactly("a", "b");
        assertThat(taken.cells()).containsExactly(List.of("3", "4"));
    }

    @Test
    @DisplayName("16 “Total” footer")
    void countsNoTotalRow() {
        Layout layout = new Layout(null, null, null, 0, null, List.of("Total"));

        Taken taken = Taken.from(file("day,cost\n1,10\n2,20\nTOTAL,30\nTotal: conta,30\n"), layout);

        assertThat(taken.firsts()).containsExactly("1", "2");
        assertThat(taken.faults).isEmpty();
        assertThat(Taken.from(file("day,cost\nTotally,1\n"), layout).firsts()).hasSize(1);
    }

    @Test
    @DisplayName("16 “Total” footer nobody declared")
    void warnsOfATotalNobodyDeclared() {
        assertThat(warnings(look("day,cost\n1,10\nTotal,10\n"))).containsExactly("total_row");
    }

    @Test
    @DisplayName("17 header only")
    void findsNoRecordsUnderALoneHeader() {
        Taken taken = read("id;nome\n");

        assertThat(taken.header).containsExactly("id", "nome");
        assertThat(taken.records).isEmpty();
    }

    @ParameterizedTest(name = "17 empty: “{0}”")
    @ValueSource(strings = {"", "\n\n", " \r\n", "\u001A"})
    void findsNothingInAnEmptyFile(String text) {
        assertThat(look(text).headerRow()).isZero();
        assertThat(warnings(look(text))).containsExactly("no_header");
        assertThat(read(text).records).isEmpty();
    }

    @Test
    @DisplayName("18 mixed line ends")
    void countsLinesWhateverTheyEndWith() {
        Taken taken = read("a,b\r1,2\r\n3,4\n5,6\r\n\r\n7,8");

        assertThat(taken.firsts()).containsExactly("1", "3", "5", "7");
        assertThat(taken.records).extracting(RawRecord::line).containsExactly(2L, 3L, 4L, 6L);
    }

    @Test
    @DisplayName("18 Ctrl-Z at the end")
    void takesAnEndMarkForNoRow() {
        Taken taken = read("a,b\r\n1,2\r\n\u001A\0\0");

        assertThat(taken.firsts()).containsExactly("1");
        assertThat(taken.faults).isEmpty();
    }

    @Test
    @DisplayName("18 NUL and Ctrl-Z within rows")
    void letsRowsWithControlCharactersWait() {
        Taken taken = read("a,b\n1,x\0y\n2,ok\n3,\u001A\n4,ok\n");

        assertThat(taken.faults)
                .extracting(RawFault::line, RawFault::arguments)
                .containsExactly(tuple(2L, List.of("U+0000")), tuple(4L, List.of("U+001A")));
        assertThat(taken.firsts()).containsExactly("2", "4");
    }

    @Test
    @DisplayName("19, 20, 29 odd spaces, digits, composed letters and protected codes")
    void passesCellsAsTheyAre() {
        String cells = "\u00A01\u200B,１２３,e\u0301,\u00E9,=\"00123\",'00123";

        List<String> read = read("a,b,c,d,e,f\n" + cells + "\n").cells().getFirst();

        assertThat(read)
                .containsExactly(
                        "\u00A01\u200B", "１２３", "e\u0301", "\u00E9", "=\"00123\"", "'00123");
    }

    @Test
    @DisplayName("91 a cell of 10 MB")
    void letsARowWithAnEnormousCellWait() {
        Taken taken = read("a,b\n1,x\n2," + "y".repeat(10_000_000) + "\n3,z\n");

        assertThat(taken.faults).extracting(RawFault::line).containsExactly(3L);
        assertThat(taken.faults.getFirst().reason()).isEqualTo("sources.reason.overlong");
        assertThat(taken.faults.getFirst().cells().get(1)).hasSizeLessThanOrEqualTo(2_001);
        assertThat(taken.firsts()).containsExactly("1", "3");
        assertThat(taken.records).extracting(RawRecord::line).containsExactly(2L, 4L);
    }

    @Test
    @DisplayName("91 20,000 columns")
    void refusesATableOfTooManyColumns() {
        RawFile file = file("a,".repeat(20_000) + "\n" + "1,".repeat(20_000) + "\n");

        assertThatThrownBy(() -> file.look(Layout.DETECT))
                .isInstanceOf(RotinaException.class)
                .hasMessageContaining("20,001 columns")
                .hasMessageContaining("4,096");
    }

    @Test
    @DisplayName("91 20,000 columns in one row")
    void letsARowOfTooManyColumnsWait() {
        Taken taken = read("a,b\n1,2\n" + "9,".repeat(20_000) + "\n3,4\n");

        assertThat(taken.faults).hasSize(1);
        assertThat(taken.faults.getFirst().arguments()).containsExactly("20001", "2");
        assertThat(taken.firsts()).containsExactly("1", "3");
    }

    @Test
    void readsOnlyTheFirstOfSeveralSections() {
        String text =
                """
                # ------------------
                # Tech overview, "all
                # Start date: 20260101

                Operating system,Active users
                Macintosh,234182
                Windows,100

                # Start date: 20260101
                Device category,Active users
                desktop,290070
                """;

        Taken taken = read(text);

        assertThat(taken.headerLine).isEqualTo(5);
        assertThat(taken.firsts()).containsExactly("Macintosh", "Windows");
        assertThat(taken.faults).isEmpty();
        assertThat(warnings(look(text))).containsExactly("more_sections");
    }

    @Test
    void readsTheSectionTheLayoutNames() {
        Layout layout = new Layout(null, null, null, 4, null, List.of());

        Taken taken = Taken.from(file("os,users\nMac,1\n\ndevice,users\nphone,2\n"), layout);

        assertThat(taken.cells()).containsExactly(List.of("phone", "2"));
    }

    @Test
    void goesOnBehindABlankRowWithinATable() {
        Taken taken = read("name,city\nAna,Recife\n\nRui,Natal\n,\nEva,Belém\n");

        assertThat(taken.firsts()).containsExactly("Ana", "Rui", "Eva");
        assertThat(taken.records).extracting(RawRecord::record).containsExactly(1L, 2L, 3L);
    }

    @Test
    void takesARepeatedHeaderForNoRecord() {
        assertThat(read("id,name\n1,a\nid,name\n2,b\n").firsts()).containsExactly("1", "2");
    }

    @Test
    void stopsWhenItIsCancelled() {
        RawFile file = file("a,b\n" + "1,2\n".repeat(20_000));

        RawSink impatient =
                new Counting() {
                    @Override
                    public boolean cancelled() {
                        return true;
                    }
                };

        assertThatThrownBy(() -> file.read(Layout.DETECT, impatient))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.IMPORT_CANCELLED));
    }

    @Test
    void tellsHowFarItIs() {
        byte[] bytes = ("a,b\n" + "1,2\n".repeat(20_000)).getBytes(UTF_8);
        RawFile file = file(bytes);

        assertThat(file.size()).isEqualTo(bytes.length);
        assertThat(Taken.from(file, Layout.DETECT).bytesRead).isEqualTo(bytes.length);
    }

    @Test
    void readsManyShortLinesFast() {
        String text = "order,day,channel,sku,quantity,price\n";
        RawFile file = file(text + "1000001,2026-01-31,site,SKU-1,1,99.90\n".repeat(500_000));
        Counting warm = new Counting();
        file.read(Layout.DETECT, warm);

        long before = System.nanoTime();
        file.read(Layout.DETECT, warm);

        assertThat(warm.count).isEqualTo(1_000_000);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
    }
}
