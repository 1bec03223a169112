package app.rotina.report;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.cli.ReportShop;
import app.rotina.kernel.Store;
import app.rotina.kernel.Texts;
import app.rotina.metrics.Catalog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.data.Offset;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reports as files: opened again, they say what the report says, whatever names it holds. */
class ReportFilesTest {
    private static final Store STORE = ReportShop.store();
    private static final int MOST_BYTES = 300_000;

    private static ReportShop shop;
    private static ReportWriting writing;

    @BeforeAll
    static void open() {
        shop = new ReportShop();
        writing = shop.server.bean(ReportWriting.class);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @ParameterizedTest
    @EnumSource
    void printsTheFiguresInEveryLanguage(ReportKind kind) throws IOException {
        Report report = report(kind);
        for (Locale locale : Texts.LOCALES) {
            byte[] file = writing.pdf(report, locale);
            assertThat(file.length).isLessThan(MOST_BYTES);
            try (PDDocument pdf = Loader.loadPDF(file)) {
                Telling telling = Telling.of(report, new Catalog(), locale);
                assertThat(text(pdf))
                        .contains(plain(telling.text(report.headline().value().known().get())))
                        .contains(plain(telling.say("title." + kind.id())))
                        .contains(plain(telling.say("channels.title")))
                        .contains(plain(new VerdictWords(telling).sentence()))
                        .doesNotContain("□□");
            }
        }
    }

    @Test
    void carriesItsFontsAndNamesNoOther() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(writing.pdf(report(ReportKind.WEEKLY), Texts.CHINA))) {
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded())
                            .as(page.getResources().getFont(name).getName())
                            .isTrue();
                }
            }
            assertThat(pdf.getPage(0).getResources().getFontNames()).isNotEmpty();
        }
    }

    @Test
    void printsBadNamesAsTheyAre() throws IOException {
        try (PDDocument pdf =
                Loader.loadPDF(writing.pdf(report(ReportKind.WEEKLY), Locale.ENGLISH))) {
            assertThat(text(pdf)).contains("Ipê & <b>Filhos</b>", "<img src=x", "Saia & Cia");
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isCloseTo(595, Offset.offset(1f));
        }
    }

    @Test
    void isPrintedWithinTwoSecondsOnceWarm() {
        Report report = report(ReportKind.MONTHLY);
        writing.pdf(report, Texts.CHINA);
        long start = System.nanoTime();
        writing.pdf(report, Texts.CHINA);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @EnumSource
    void computesInTheWorkbookWhatItShows(ReportKind kind) throws IOException {
        Map<String, Object> values = new HashMap<>();
        Map<String, String> formulas = new HashMap<>();
        for (Cell cell : cells(writing.workbook(report(kind), Texts.BRAZIL))) {
            String name = cell.getAddress().toString();
            if (cell.getType() == CellType.FORMULA) {
                formulas.put(name, cell.getFormula());
            }
            values.put(name, SampleSheet.value(cell));
        }
        Recalculation again = new Recalculation(values, formulas);

        assertThat(formulas).hasSizeGreaterThan(30);
        formulas.keySet()
                .forEach(name -> same(again.cell(name), values.getOrDefault(name, ""), name));
    }

    private static void same(Object computed, Object shown, String cell) {
        if (computed instanceof Double number) {
            assertThat((Double) shown).as(cell).isCloseTo(number, Offset.offset(1e-6));
        } else {
            assertThat(shown).as(cell).isEqualTo(computed);
        }
    }

    @Test
    void runsNoNameAsAFormula() throws IOException {
        List<Cell> cells = cells(writing.workbook(report(ReportKind.WEEKLY), Texts.BRAZIL));
        assertThat(cells)
                .filteredOn(cell -> cell.getType() == CellType.STRING)
                .extracting(Cell::asString)
                .contains("'=HYPERLINK(\"http://example.org\")", "<img src=x onerror=alert(1)>")
                .noneMatch(text -> text.startsWith("="));
    }

    private static List<Cell> cells(byte[] file) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return workbook.getFirstSheet().read().stream()
                    .flatMap(row -> row.stream())
                    .filter(cell -> cell != null)
                    .toList();
        }
    }

    private static String text(PDDocument pdf) throws IOException {
        return plain(new PDFTextStripper().getText(pdf));
    }

    /** Line breaks of a page are none of the sentence. */
    private static String plain(String text) {
        return PaperText.clean(text).replaceAll("[\\s\u00A0\u202F]+", " ");
    }

    private static Report report(ReportKind kind) {
        Reports reports = shop.server.bean(Reports.class);
        return reports.of(STORE, reports.period(STORE, kind, ReportShop.BAD_DAY));
    }
}
