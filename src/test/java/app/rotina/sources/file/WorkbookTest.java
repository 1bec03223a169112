package app.rotina.sources.file;

import static app.rotina.sources.file.CellKind.BOOLEAN;
import static app.rotina.sources.file.CellKind.DATE;
import static app.rotina.sources.file.CellKind.ERROR;
import static app.rotina.sources.file.CellKind.NUMBER;
import static app.rotina.sources.file.CellKind.TEXT;
import static app.rotina.sources.file.Xlsx.number;
import static app.rotina.sources.file.Xlsx.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.sources.file.Look.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WorkbookTest extends FileTest {
    private static final int DATE_STYLE = 1;
    private static final int CUSTOM_DATE_STYLE = 2;
    private static final int QUOTED_WORD_STYLE = 3;
    private static final int CHINESE_DATE_STYLE = 4;
    private static final int DURATION_STYLE = 5;

    @Test
    void readsTheFirstSheetRowByRow() {
        Xlsx book =
                new Xlsx()
                        .strings("Pedido", "João", "<r>rich </r>text")
                        .sheet(
                                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c>"
                                        + "<c r=\"B1\" t=\"inlineStr\"><is><t>Nome</t></is></c></row>"
                                        + "<row r=\"3\"><c r=\"A3\"><v>7</v></c>"
                                        + "<c r=\"B3\" t=\"s\"><v>1</v></c></row>");

        Look look = look(book.bytes());

        assertThat(look.format()).isEqualTo(Format.XLSX);
        assertThat(look.sheets()).containsExactly("Pedidos", "Outra");
        assertThat(look.header()).containsExactly("Pedido", "Nome");
        assertThat(read(book.bytes()).records)
                .containsExactly(new RawRecord(1, 3, List.of("7", "João"), List.of(NUMBER, TEXT)));
    }

    @Test
    @DisplayName("17 header only, empty sheet")
    void findsNoRecordsInASheetWithoutAny() {
        assertThat(read(new Xlsx().bytes()).records).isEmpty();
        assertThat(warnings(look(new Xlsx().bytes()))).containsExactly("no_header");
        assertThat(read(new Xlsx().sheet(row(1, "a", "b")).bytes()).records).isEmpty();
    }

    @Test
    void readsTheNamedSheet() {
        byte[] book = new Xlsx().sheet2(row(1, "a", "b") + row(2, "x", "y")).bytes();
        Layout layout = new Layout(null, null, "Outra", 0, null, List.of());
        Layout wrong = new Layout(null, null, "Vendas", 0, null, List.of());

        assertThat(Taken.from(file(book), layout).cells()).containsExactly(List.of("x", "y"));
        assertThatThrownBy(() -> file(book).look(wrong))
                .isInstanceOf(RotinaException.class)
                .hasMessageContaining("Pedidos, Outra");
    }

    @Test
    @DisplayName("15 header on row 6 of a sheet, group names above it")
    void findsTheHeaderUnderTitlesOfASheet() {
        byte[] book =
                new Xlsx()
                        .sheet(
                                row(1, "Vendas BR")
                                        + row(3, "Estado em 01/02/2026")
                                        + row(5, "Vendas", "", "", "", "Compradores")
                                        + row(6, "N.º de venda", "SKU", "Unidades", "Total", "Nome")
                                        + row(7, "2000", "A-1", "1", "10", "Ana")
                                        + row(8, "2001", "A-2", "", "", ""))
                        .bytes();

        Taken taken = read(book);

        assertThat(taken.headerLine).isEqualTo(6);
        assertThat(taken.cells().getLast()).containsExactly("2001", "A-2", "", "", "");
        assertThat(taken.faults).isEmpty();
    }

    @Test
    void readsOnlyTheFirstOfTwoTablesOnASheet() {
        byte[] book =
                new Xlsx()
                        .sheet(
                                row(1, "canal", "visitas")
                                        + row(2, "site", "10")
                                        + row(4, "loja", "visitas")
                                        + row(5, "centro", "20"))
                        .bytes();

        assertThat(read(book).firsts()).containsExactly("site");
        assertThat(warnings(look(book))).containsExactly("more_sections");
    }

    @Test
    @DisplayName("28 numeric ids come out as plain digits")
    void writesNumbersAsPlainDecimals() {
        assertCell(number("A2", 0, "2000016796107272"), "2000016796107270", NUMBER);
        assertCell(number("A2", 0, "1.23456789012E+11"), "123456789012", NUMBER);
        assertCell(number("A2", 0, "1234.5599999999999"), "1234.56", NUMBER);
        assertCell(number("A2", 0, "0.30000000000000004"), "0.3", NUMBER);
        assertCell(number("A2", 0, "100"), "100", NUMBER);
        assertCell(number("A2", 0, "0.0"), "0", NUMBER);
        assertCell(number("A2", QUOTED_WORD_STYLE, "1.5"), "1.5", NUMBER);
        assertCell(number("A2", DURATION_STYLE, "1.5"), "1.5", NUMBER);
        assertCell(number("A2", 0, "1E+1000000000"), "1E+1000000000", ERROR);
    }

    @Test
    @DisplayName("41 Excel serial 46000.5")
    void readsADateCellAsTheTimeItShows() {
        assertCell(number("A2", DATE_STYLE, "46000.5"), "2025-12-09T12:00:00", DATE);
        assertCell(number("A2", CUSTOM_DATE_STYLE, "46053"), "2026-01-31T00:00:00", DATE);
        assertCell(number("A2", CHINESE_DATE_STYLE, "46053"), "2026-01-31T00:00:00", DATE);
        assertCell(number("A2", DATE_STYLE, "46053.395833333336"), "2026-01-31T09:30:00", DATE);
        assertCell(number("A2", DATE_STYLE, "46052.9999999999"), "2026-01-31T00:00:00", DATE);
        assertCell(number("A2", DATE_STYLE, "0.75"), "18:00:00", DATE);
        assertCell(number("A2", 0, "46000.5"), "46000.5", NUMBER);
        assertCell(number("A2", DATE_STYLE, "-1"), "-1", ERROR);
        assertCell(number("A2", DATE_STYLE, "99999999"), "99999999", ERROR);
    }

    @Test
    @DisplayName("42 1904 system")
    void countsFrom1904WhereTheWorkbookDoes() {
        Xlsx book = sheetOf(number("A2", DATE_STYLE, "44538.5"));

        book.workbook("<workbookPr date1904=\"1\"/>");

        assertThat(read(book.bytes()).cells()).containsExactly(List.of("2025-12-09T12:00:00"));
    }

    @Test
    @DisplayName("43 serial 60")
    void keepsTheDayThatNeverWas() {
        assertCell(number("A2", DATE_STYLE, "59"), "1900-02-28T00:00:00", DATE);
        assertCell(number("A2", DATE_STYLE, "60"), "1900-02-29T00:00:00", DATE);
        assertCell(number("A2", DATE_STYLE, "61"), "1900-03-01T00:00:00", DATE);
        assertCell(number("A2", DATE_STYLE, "1"), "1900-01-01T00:00:00", DATE);
    }

    @Test
    void tellsTruthsErrorsAndFormulasApart() {
        assertCell("<c r=\"A2\" t=\"b\"><v>1</v></c>", "true", BOOLEAN);
        assertCell("<c r=\"A2\" t=\"e\"><v>#DIV/0!</v></c>", "#DIV/0!", ERROR);
        assertCell("<c r=\"A2\"><f>1+1</f><v>2</v></c>", "2", NUMBER);
        assertCell("<c r=\"A2\" t=\"str\"><f>\"a\"</f><v>a</v></c>", "a", TEXT);
        assertCell("<c r=\"A2\"><f>SUM(B1)</f></c>", "=SUM(B1)", ERROR);
        assertCell("<c r=\"A2\" t=\"inlineStr\"><is><t>=cmd|x</t></is></c>", "=cmd|x", TEXT);
    }

    @Test
    void readsAWorkbookWithoutStyles() {
        byte[] book =
                sheetOf(number("A2", 0, "5"))
                        .without("xl/styles.xml")
                        .part(
                                "[Content_Types].xml",
                                "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"appl"
                                        + "ication/vnd.openxmlformats-officedocument.spreadsheetml."
                                        + "sheet.main+xml\"/></Types>")
                        .bytes();

        assertThat(read(book).cells()).containsExactly(List.of("5"));
    }

    @Test
    @DisplayName("86 a legitimate workbook with a high ratio")
    void readsALongWorkbookOfFewWords() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Pedidos");
            for (int column = 0; column < 6; column++) {
                sheet.value(0, column, "coluna " + (char) ('a' + column));
            }
            for (int row = 1; row <= 60_000; row++) {
                for (int column = 0; column < 6; column++) {
                    sheet.value(row, column, "sempre igual");
                }
            }
        }
        RawFile file = file(out.toByteArray());
        Counting counting = new Counting();

        file.read(Layout.DETECT, counting);

        assertThat(counting.count).isEqualTo(60_000);
        assertThat(counting.faults).isZero();
    }

    @Test
    @DisplayName("87 XXE")
    void refusesAWorkbookThatDeclaresEntities() throws IOException {
        java.nio.file.Path secret =
                java.nio.file.Files.writeString(folder.resolve("secret"), "secret");
        String sheet =
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \""
                        + secret.toUri()
                        + "\">]>"
                        + Xlsx.worksheet(row(1, "a") + row(2, "&e;"));

        assertRefused(Problem.FILE_DAMAGED, new Xlsx().part("xl/worksheets/sheet1.xml", sheet));
    }

    @Test
    @DisplayName("87 external link")
    void followsNoExternalLink() {
        Xlsx book =
                sheetOf("<c r=\"A2\"><f>[1]Sheet1!A1</f><v>9</v></c>")
                        .part(
                                "xl/externalLinks/_rels/externalLink1.xml.rels",
                                "<Relationships><Relationship Id=\"rId1\" TargetMode=\"External\""
                                        + " Target=\"http://127.0.0.1:9/x.xlsx\"/></Relationships>");

        assertThat(read(book.bytes()).cells()).containsExactly(List.of("9"));
    }

    @Test
    @DisplayName("87 a sheet that lies outside the workbook")
    void readsNoSheetFromElsewhere() {
        Xlsx book =
                sheetOf("")
                        .part(
                                "xl/_rels/workbook.xml.rels",
                                "<Relationships><Relationship Id=\"rId1\" TargetMode=\"External\""
                                        + " Target=\"file:///etc/hostname\"/></Relationships>");

        assertReadFails(Problem.FILE_DAMAGED, book);
    }

    @Test
    @DisplayName("85 a cell reference that asks for a billion columns")
    void refusesReferencesBeyondAnySheet() {
        assertRefused(Problem.FILE_DAMAGED, sheetOf(number("ZZZZZZ2", 0, "1")));
        assertRefused(Problem.FILE_DAMAGED, sheetOf("<c r = '&#90;ZZZZZ2'><v>1</v></c>"));
        assertRefused(
                Problem.FILE_DAMAGED, sheetOf("<!-- ' --><c r=\"ZZZZZZ2\"><v>1</v></c><!-- ' -->"));
    }

    @Test
    @DisplayName("91 a cell of 10 MB in a workbook")
    void refusesAWorkbookWithAnEnormousCell() {
        assertRefused(Problem.WORKBOOK_TOO_LARGE, sheetOf(Xlsx.text("A2", "x".repeat(10_000_000))));
        assertRefused(
                Problem.WORKBOOK_TOO_LARGE,
                sheetOf(
                        "<c r=\"A2\" t=\"inlineStr\"><is>"
                                + "<r><t>abcdefgh</t></r>".repeat(500_000)
                                + "</is></c>"));
    }

    @Test
    @DisplayName("91 20,000 columns in a workbook")
    void refusesASheetOfTooManyColumns() {
        StringBuilder header = new StringBuilder("<row r=\"1\">");
        for (int i = 0; i < 5_000; i++) {
            header.append("<c t=\"inlineStr\"><is><t>c").append(i).append("x</t></is></c>");
        }
        Xlsx book = new Xlsx().sheet(header + "</row>");

        assertReadFails(Problem.TABLE_TOO_WIDE, book);
    }

    @Test
    @DisplayName("92 macros")
    void refusesAWorkbookWithMacros() {
        Xlsx book =
                new Xlsx()
                        .part(
                                "[Content_Types].xml",
                                "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"appl"
                                        + "ication/vnd.ms-excel.sheet.macroEnabled.main+xml\"/>"
                                        + "</Types>");

        assertRefused(Problem.FILE_WITH_MACROS, book);
    }

    @Test
    void saysThatABrokenWorkbookIsDamaged() {
        assertReadFails(
                Problem.FILE_DAMAGED, new Xlsx().part("xl/worksheets/sheet1.xml", "<worksheet><"));
        assertRefused(Problem.FILE_DAMAGED, sheetOf("<c r=\"A2\" t=\"s\"><v>99</v></c>"));
        assertRefused(
                Problem.FILE_DAMAGED,
                sheetOf("<c r=\"A2\" t=\"s\"><v>2<?x ?>00<!-- -->0000000</v></c>").strings("a"));
        assertReadFails(Problem.FILE_DAMAGED, sheetOf("<c r=\"A2\" t=\"zz\"><v>1</v></c>"));
    }

    private static Xlsx sheetOf(String cell) {
        return new Xlsx().sheet(row(1, "valor") + "<row r=\"2\">" + cell + "</row>");
    }

    private void assertCell(String cell, String text, CellKind kind) {
        RawRecord record = read(sheetOf(cell).bytes()).records.getFirst();

        assertThat(record.cells()).containsExactly(text);
        assertThat(record.kind(0)).isEqualTo(kind);
    }

    private void assertRefused(Problem problem, Xlsx book) {
        assertThatThrownBy(() -> file(book.bytes())).satisfies(e -> assertProblem(problem, e));
    }

    private void assertReadFails(Problem problem, Xlsx book) {
        RawFile file = file(book.bytes());

        assertThatThrownBy(() -> file.read(Layout.DETECT, new Taken()))
                .satisfies(e -> assertProblem(problem, e));
    }

    private static void assertProblem(Problem problem, Throwable thrown) {
        assertThat(thrown).isInstanceOf(RotinaException.class);
        assertThat(((RotinaException) thrown).problem()).isEqualTo(problem);
    }
}
