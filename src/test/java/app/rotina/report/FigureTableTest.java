package app.rotina.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Texts;
import app.rotina.metrics.Metric.Unit;
import app.rotina.report.FigureTable.Column;
import app.rotina.report.FigureTable.Given;
import app.rotina.report.FigureTable.Line;
import app.rotina.report.FigureTable.Ratio;
import app.rotina.report.FigureTable.Share;
import app.rotina.report.FigureTable.Summed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FigureTableTest {
    private static final List<Column> COLUMNS =
            List.of(
                    new Column("Net revenue", Unit.MONEY, new Summed()),
                    new Column("Orders", Unit.COUNT, new Summed()),
                    new Column("Ticket", Unit.MONEY, new Ratio(0, 1)),
                    new Column("Buyers", Unit.COUNT, new Given()),
                    new Column("Share", Unit.RATIO, new Share(0)));

    private final FigureTable table = table(Texts.BRAZIL);

    @Test
    void writesCsvAsBrazilsSpreadsheetsOpenIt() {
        assertThat(csv(table))
                .isEqualTo(
                        """
                        \uFEFFchannel;Net revenue;Orders;Ticket;Buyers;Share\r
                        site;1234567,8912;12;102880,657;11;0,999\r
                        "chat; \"\"zap\"\"\";1100;0;;1;0,001\r
                        '=HYPERLINK(1);-0,5;1;-0,5;;0\r
                        """);
    }

    @Test
    void writesCsvWithCommasElsewhere() {
        assertThat(csv(table(Texts.CHINA)))
                .startsWith("\uFEFFchannel,Net revenue,")
                .contains("site,1234567.8912,12,102880.657,11,0.999\r\n");
    }

    @Test
    void computesSumsAndRatiosInTheWorkbook() throws IOException {
        List<Row> rows = workbook(table);
        Row total = rows.getLast();
        assertThat(total.getCell(0).getText()).isEqualTo("Total");
        assertThat(total.getCell(1).getFormula()).isEqualTo("SUM(B6:B8)");
        assertThat(total.getCell(1).getRawValue()).isEqualTo("1235667.3912");
        assertThat(total.getCell(3).getFormula()).isEqualTo("IF(N(C9)=0,\"\",B9/C9)");
        assertThat(total.getCell(4).getFormula()).isNull();
        assertThat(total.getCell(4).getRawValue()).isEqualTo("12");
        Row site = rows.get(5);
        assertThat(site.getCell(1).asNumber()).isEqualByComparingTo("1234567.8912");
        assertThat(site.getCell(3).getFormula()).isEqualTo("IF(N(C6)=0,\"\",B6/C6)");
        assertThat(site.getCell(5).getFormula()).isEqualTo("IF(N(B$9)=0,\"\",B6/B$9)");
        assertThat(rows.get(2).getCell(0).getText()).isEqualTo("data to 21 Nov");
    }

    @Test
    void leavesACellEmptyWhereAFigureIsMissing() throws IOException {
        Row chat = workbook(table).get(6);
        assertThat(chat.getCell(2).asNumber()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(filled(chat, 3)).as("a ticket of no orders").isFalse();
        assertThat(filled(workbook(table).get(7), 4)).as("buyers nobody counted").isFalse();
    }

    @Test
    void keepsANameThatLooksLikeAFormulaText() throws IOException {
        Cell name = workbook(table).get(7).getCell(0);
        assertThat(name.getFormula()).isNull();
        assertThat(name.getText()).isEqualTo("=HYPERLINK(1)");
    }

    @Test
    void saysFurtherWordsBetweenNameAndFigures() throws IOException {
        FigureTable rows = rows(1);
        assertThat(csv(rows)).isEqualTo("\uFEFFday;channel;Units\r\n2026-03-09;'@site;2\r\n");
        List<Row> written = workbook(rows);
        assertThat(written.getLast().getCell(1).getText()).isEqualTo("@site");
        assertThat(written.getLast().getCell(2).asNumber()).isEqualByComparingTo("2");
        assertThat(written.getLast().getCell(0).getText()).as("no total").isEqualTo("2026-03-09");
    }

    @Test
    void printsWhatCanBeRead() throws IOException {
        assertThat(printed(table))
                .contains(
                        "By channel [1/2]: all",
                        "Shop",
                        "data to 21 Nov",
                        "site R$ 1.234.567,89 12 R$ 102.880,66 11 99,90%",
                        "chat; \"zap\"",
                        "Total R$ 1.235.667,39 13 R$ 95.051,34 12 100,00%");
        assertThat(printed(rows(2))).contains("2026-03-09 @site 2 2026-03-09 @site 2");
        assertThatThrownBy(() -> rows(3001).writePdf(new ByteArrayOutputStream()))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.TOO_MANY_LINES));
    }

    @Test
    void sumsOnlyWhatMakesTheWhole() {
        MetricValue two = MetricValue.known(new BigDecimal("2"));
        MetricValue four = MetricValue.known(new BigDecimal("4.0"));
        MetricValue none = MetricValue.missing("no_source");
        assertThat(FigureTable.summing(List.of(two, none, two), four)).isEqualTo(new Summed());
        assertThat(FigureTable.summing(List.of(two), four)).isEqualTo(new Given());
        assertThat(FigureTable.summing(List.of(), none)).isEqualTo(new Given());
    }

    private static FigureTable rows(int count) {
        Line line =
                new Line(
                        "2026-03-09",
                        List.of("@site"),
                        List.of(MetricValue.known(new BigDecimal("2"))));
        return new FigureTable(
                "Units",
                List.of("Shop"),
                "day",
                List.of("channel"),
                List.of(new Column("Units", Unit.COUNT, new Given())),
                Collections.nCopies(count, line),
                null,
                Currency.getInstance("BRL"),
                Texts.BRAZIL);
    }

    private static String printed(FigureTable table) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        table.writePdf(out);
        try (PDDocument pdf = Loader.loadPDF(out.toByteArray())) {
            return new PDFTextStripper().getText(pdf).replaceAll("[\\s\u00A0\u202F]+", " ");
        }
    }

    private static boolean filled(Row row, int cell) {
        return row.getOptionalCell(cell).filter(each -> each.getRawValue() != null).isPresent();
    }

    private static List<Row> workbook(FigureTable table) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        table.writeWorkbook(out);
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            List<Row> rows = new java.util.ArrayList<>();
            for (Row row : book.getFirstSheet().read()) {
                while (rows.size() < row.getRowNum() - 1) {
                    rows.add(row);
                }
                rows.add(row);
            }
            return rows;
        }
    }

    private static String csv(FigureTable table) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        table.writeCsv(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static FigureTable table(Locale locale) {
        return new FigureTable(
                "By channel [1/2]: all",
                List.of("Shop", "data to 21 Nov"),
                "channel",
                COLUMNS,
                List.of(
                        line("site", "1234567.8912", "12", "102880.657000", "11", "0.9990"),
                        line("chat; \"zap\"", "1100", "0", null, "1", "0.001"),
                        line("=HYPERLINK(1)", "-0.5", "1", "-0.5", null, "0.000")),
                line("Total", "1235667.3912", "13", "95051.3378", "12", "1"),
                Currency.getInstance("BRL"),
                locale);
    }

    private static Line line(String name, @Nullable String... values) {
        return new Line(
                name,
                Arrays.stream(values)
                        .map(each ->
                                each == null
                                        ? MetricValue.missing("no_source")
                                        : MetricValue.known(new BigDecimal(each)))
                        .toList());
    }
}
