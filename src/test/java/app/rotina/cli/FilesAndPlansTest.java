package app.rotina.cli;

import static app.rotina.cli.TerminalForTests.raw;
import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.api.ServerForTests;
import app.rotina.cli.TerminalForTests.Run;
import app.rotina.kernel.MetricValue;
import app.rotina.report.PlanningSheet;
import app.rotina.report.PlanningSheets;
import app.rotina.report.SheetFigure;
import app.rotina.report.SheetModel;
import app.rotina.report.SheetRow;
import app.rotina.state.Stores;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands that look at files, enter figures, and take sheets and mended rows in. */
class FilesAndPlansTest {
    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
    private static final String GOOD =
            "900001,85123A,MUG,6,2011-09-01 08:26:00,2.50,17850,United Kingdom\n";
    private static final String WORDY =
            "900002,71053,\"=HYPERLINK(\"\"x\"\")\",six,2011-09-01 08:30:00,3.39,17850,France\n";
    private static final String NO_DAY =
            "900003,71053,-10+20,'@2,2011-09-31 08:30:00,3.39,17850,\"United\nKingdom\"\n";

    private static ServerForTests server;

    @TempDir private static Path files;

    @BeforeAll
    static void start() {
        server = new ServerForTests();
        server.server().announce();
        for (String store : List.of("shop", "plans", "mending", "giving-up")) {
            assertThat(add(store).exit()).isZero();
        }
        run(
                "goal",
                "plans",
                "--metric",
                "net_revenue",
                "--month",
                "2026-05",
                "--value",
                "10000.01");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void recognisesAFileAndShowsItsFirstRows() throws IOException {
        Run run = run("inspect", file("sales.csv", HEADER + GOOD + WORDY));
        JsonNode table = run.json().path("tables").path(0);
        assertThat(run.exit()).isZero();
        assertThat(run.json().path("store").isNull()).isTrue();
        assertThat(run.json().path("zone").asString()).isEqualTo("UTC");
        assertThat(table.path("recognised").asString()).isEqualTo("online-retail/lines");
        assertThat(table.path("profile").isNull()).isTrue();
        assertThat(table.path("rows").path(0).path("amount").asString()).isEqualTo("15.00");
        assertThat(table.path("rejected").path(0).path("reason").asString()).contains("“six”");
        assertThat(spool()).isEmpty();
    }

    @Test
    void proposesAProfileForAnUnknownFileAndAsksWhatItLeavesOpen() throws IOException {
        String path =
                file(
                        "vendas.csv",
                        "Pedido;Data;SKU;Qtd;Valor total;Status\n"
                                + "1001;03/04/2026;A1;1;R$ 129,90;Pago\n"
                                + "1002;05/04/2026;B2;2;R$ 1.290,00;Esquisito\n");
        JsonNode table = run("inspect", path, "--currency", "BRL").json().path("tables").path(0);
        assertThat(table.path("recognised").isNull()).isTrue();
        assertThat(table.path("profile").asString()).contains("profile: vendas", "\"Valor total\"");
        assertThat(table.path("questions").valueStream())
                .extracting(question -> question.path("key").asString())
                .contains("status");
        assertThat(table.path("delimiter").asString()).isEqualTo(";");
        assertThat(raw("inspect", path, "--store", "shop", "--lang", "pt-BR", data()).out())
                .contains("ainda não é conhecido", "profile: vendas", "Só você pode dizer:")
                .doesNotContain("fuso");
    }

    @Test
    void refusesToLookForAnUnknownStoreOrAtNoTable() throws IOException {
        String path = file("sales-2.csv", HEADER + GOOD);
        assertThat(run("inspect", path, "--store", "nobody").exit()).isEqualTo(2);
        assertThat(run("inspect", path, "--currency", "many").exit()).isEqualTo(2);
        assertThat(run("inspect", "no-such-file.csv").exit()).isEqualTo(2);
        assertThat(run("inspect", file("page.csv", "%PDF-1.7\n%âãÏÓ\n1 0 obj\n")).exit())
                .isEqualTo(4);
        assertThat(spool()).isEmpty();
    }

    @Test
    void entersFiguresOfADayAndShowsThem() {
        Run entered =
                run(
                        "entry",
                        "shop",
                        "--date",
                        "2026-03-05",
                        "conversations=41",
                        "chat_orders=6",
                        "chat_revenue=1.290,00");
        assertThat(entered.out())
                .isEqualTo(
                        "{\"store\":\"shop\",\"date\":\"2026-03-05\",\"entered\":{\"chat_orders\":6,\"chat_revenue\":\"1290.00\",\"conversations\":41}}");
        run("entry", "shop", "--date", "2026-03-05", "conversations=43");
        Run shown = run("entry", "shop", "--date", "2026-03-05");
        assertThat(shown.json().path("entered").path("conversations").asInt()).isEqualTo(43);
        assertThat(shown.json().path("entered").path("chat_revenue").asString())
                .isEqualTo("1290.00");
        assertThat(raw("entry", "shop", "--date", "2026-03-06", "--lang", "zh-CN", data()).out())
                .contains("还没有手工录入", "chat_orders");
    }

    @Test
    void tellsTheGapInTheUnitOfTheGoal() throws IOException {
        run(
                "store",
                "add",
                "counting",
                "--name",
                "C",
                "--zone",
                "America/Sao_Paulo",
                "--currency",
                "BRL",
                "--locale",
                "pt-BR");
        Path orders = files.resolve("counted.csv");
        StringBuilder rows = new StringBuilder("order_id,placed_at,status,channel\n");
        for (int day = 1; day <= 29; day++) {
            for (int order = 0; order < 4; order++) {
                rows.append(
                        "%d-%d,2026-03-%02dT09:00:00-03:00,approved,%s\n"
                                .formatted(day, order, day, order % 2 == 0 ? "site" : "chat"));
            }
        }
        Files.writeString(orders, rows);
        assertThat(run("import", "counting", "--profile", "rotina", orders.toString()).exit())
                .isZero();
        run("goal", "counting", "--metric", "orders", "--month", "2026-03", "--value", "310");
        assertThat(run("close", "counting", "--date", "2026-03-29").out())
                .containsPattern("\"why\":\\{\"against\":\"target\",\"gap\":-[1-9]\\d*,")
                .containsPattern("\"amount\":-[1-9]\\d*}")
                .doesNotContain("\"amount\":\"");
    }

    @Test
    void refusesFiguresThatAreNotClear() {
        assertThat(run("entry", "shop", "--date", "2026-03-07", "visits=3").exit()).isEqualTo(2);
        assertThat(run("entry", "shop", "--date", "2026-03-07", "conversations=1.5").exit())
                .isEqualTo(2);
        assertThat(run("entry", "shop", "--date", "2026-03-07", "conversations").exit())
                .isEqualTo(2);
        assertThat(run("entry", "shop", "--date", "2026-03-07").out()).endsWith("\"entered\":{}}");
    }

    @Test
    void takesAnEditedSheetBackAndKeepsEveryOtherFigureToTheCent() throws IOException {
        Path plan = files.resolve("plan.xlsx");
        assertThat(sheet("--out", plan.toString()).exit()).isZero();
        assertThat(sheet("--in", plan.toString()).out())
                .isEqualTo("{\"changes\":[],\"applied\":false}");
        BigDecimal before = target(20);
        BigDecimal month = new BigDecimal(goal().path("value").asString());
        Path edited = edited(20, new BigDecimal("777.77"));
        Run seen = sheet("--in", edited.toString());
        assertThat(seen.exit()).isZero();
        assertThat(seen.out())
                .isEqualTo(
                        "{\"changes\":[{\"date\":\"2026-05-20\",\"metric\":\"net_revenue\",\"before\":\"%s\",\"after\":\"777.77\"}],\"applied\":false}"
                                .formatted(before));
        assertThat(seen.err()).contains("--yes");
        assertThat(target(20)).isEqualTo(before);
        assertThat(sheet("--yes", "--in", edited.toString()).json().path("applied").asBoolean())
                .isTrue();
        JsonNode goal = goal();
        assertThat(goal.path("days").path(19).path("pinned").asBoolean()).isTrue();
        assertThat(new BigDecimal(goal.path("value").asString()))
                .isEqualByComparingTo(month.subtract(before).add(new BigDecimal("777.77")));
        assertThat(sheet("--in", edited.toString()).out()).startsWith("{\"changes\":[],");
    }

    @Test
    void asksAPersonBeforeItChangesThePlan() throws IOException {
        Path edited = edited(21, new BigDecimal("555.55"));
        String[] take = {
            "sheet", "plans", "--month", "2026-05", "--in", edited.toString(), "--lang", "pt-BR"
        };
        assertThat(answering("n\n", take).err()).contains("[s/N]", "Nada foi mudado");
        assertThat(target(21)).isNotEqualTo(new BigDecimal("555.55"));
        assertThat(answering("sim\n", take).err()).contains("Uma mudança feita");
        assertThat(target(21)).isEqualTo(new BigDecimal("555.55"));
    }

    @Test
    void refusesASheetOfAnotherMonthAndWhatIsNoSheet() throws IOException {
        Path plan = files.resolve("plan-of-june.xlsx");
        run("sheet", "plans", "--month", "2026-06", "--out", plan.toString());
        assertThat(sheet("--in", plan.toString()).exit()).isEqualTo(2);
        assertThat(sheet("--in", file("no.xlsx", "no workbook")).exit()).isEqualTo(2);
        assertThat(sheet().exit()).isEqualTo(2);
        assertThat(sheet("--out", files.resolve("nowhere/plan.xlsx").toString()).exit())
                .isEqualTo(2);
    }

    @Test
    void takesMendedRowsInAsASpreadsheetSavesThem() throws IOException {
        assertThat(
                        run(
                                        "import",
                                        "mending",
                                        file("waiting.csv", HEADER + GOOD + WORDY + NO_DAY))
                                .exit())
                .isEqualTo(3);
        Path list = files.resolve("list.csv");
        JsonNode written = run("quarantine", "mending", "--out", list.toString()).json();
        assertThat(written.path("files").path(0).path("rows").asInt()).isEqualTo(2);
        String text = Files.readString(list);
        assertThat(text)
                .startsWith("\uFEFFid;InvoiceNo;")
                .contains("\"'=HYPERLINK(\"\"x\"\")\"", ";'-10+20;''@2;", "\"United\nKingdom\"");
        String half = text.replace(";six;", ";7;").substring(1);
        Files.writeString(list, half, Charset.forName("windows-1252"));
        Run first = run("quarantine", "mending", "--fix", list.toString());
        assertThat(first.exit()).isEqualTo(3);
        assertThat(first.out())
                .startsWith(
                        "{\"read\":2,\"inserted\":1,\"updated\":0,\"unchanged\":0,\"quarantined\":1,");
        JsonNode left = run("quarantine", "mending").json();
        assertThat(left.path(0).path("cells").path(2).asString()).isEqualTo("-10+20");
        assertThat(left.path(0).path("cells").path(3).asString()).isEqualTo("'@2");
        run("quarantine", "mending", "--out", list.toString());
        Files.writeString(
                list, Files.readString(list).replace("''@2", "'-2").replace("09-31", "09-30"));
        assertThat(run("quarantine", "mending", "--fix", list.toString()).exit()).isZero();
        assertThat(run("quarantine", "mending").out()).isEqualTo("[]");
        assertThat(
                        run(
                                        "rows",
                                        "mending",
                                        "--metric",
                                        "net_revenue",
                                        "--from",
                                        "2011-09-01",
                                        "--to",
                                        "2011-09-30")
                                .out())
                .contains("\"product_name\":\"=HYPERLINK(\\\"x\\\")\"", "\"total\":\"31.95\"");
    }

    @Test
    void givesOneRowUpAndNamesOnesThatDoNotWait() throws IOException {
        run("import", "giving-up", file("one.csv", HEADER + WORDY));
        String id = run("quarantine", "giving-up").json().path(0).path("id").asString();
        assertThat(run("quarantine", "giving-up", "--dismiss", id).exit()).isZero();
        assertThat(run("quarantine", "giving-up").out()).isEqualTo("[]");
        assertThat(run("quarantine", "giving-up", "--dismiss", id).exit()).isEqualTo(2);
        assertThat(run("quarantine", "giving-up", "--dismissed").out()).contains("\"id\":" + id);
        assertThat(run("quarantine", "giving-up", "--restore", id).exit()).isZero();
        assertThat(run("quarantine", "giving-up").out()).contains("\"id\":" + id);
        assertThat(run("quarantine", "giving-up", "--restore", id).exit()).isEqualTo(2);
        assertThat(run("quarantine", "giving-up", "--dismiss", id).exit()).isZero();
        assertThat(
                        run(
                                        "quarantine",
                                        "giving-up",
                                        "--fix",
                                        file("old.csv", "id,a\n" + id + ",b\n"))
                                .exit())
                .isEqualTo(2);
        assertThat(run("quarantine", "giving-up", "--fix", file("any.csv", "a,b\n1,2\n")).exit())
                .isEqualTo(2);
        assertThat(run("quarantine", "giving-up", "--fix", "x.csv", "--dismiss", "1").exit())
                .isEqualTo(2);
    }

    private static Path edited(int day, BigDecimal value) throws IOException {
        SheetModel model =
                server.bean(PlanningSheets.class)
                        .of(
                                server.bean(Stores.class).of("plans"),
                                YearMonth.of(2026, 5),
                                LocalDate.of(2026, 4, 30));
        List<SheetRow> rows =
                model.rows().stream()
                        .map(row -> row.date().getDayOfMonth() == day ? planned(row, value) : row)
                        .toList();
        Path file = files.resolve("edited-" + day + ".xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            PlanningSheet.write(
                    new SheetModel(
                            model.store(),
                            model.storeName(),
                            model.locale(),
                            model.currency(),
                            model.month(),
                            model.columns(),
                            rows),
                    out);
        }
        return file;
    }

    private static SheetRow planned(SheetRow row, BigDecimal value) {
        Map<String, SheetFigure> figures = new HashMap<>(row.figures());
        figures.computeIfPresent(
                "net_revenue",
                (id, figure) ->
                        new SheetFigure(
                                MetricValue.known(value), figure.actual(), figure.expected()));
        return new SheetRow(row.date(), figures, row.note());
    }

    private static JsonNode goal() {
        return JsonMapper.shared()
                .readTree(
                        server.call("GET", "/api/stores/plans/goals/2026-05", server.ownerToken())
                                .body())
                .path(0);
    }

    private static BigDecimal target(int day) {
        return new BigDecimal(goal().path("days").path(day - 1).path("value").asString());
    }

    private static Run sheet(String... options) {
        return run(
                Stream.concat(Stream.of("sheet", "plans", "--month", "2026-05"), Stream.of(options))
                        .toArray(String[]::new));
    }

    private static String file(String name, String text) throws IOException {
        return Files.writeString(files.resolve(name), text).toString();
    }

    private static List<Path> spool() throws IOException {
        try (Stream<Path> left = Files.list(Path.of(server.folder(), "spool"))) {
            return left.toList();
        }
    }

    private static Run add(String id) {
        return run(
                "store",
                "add",
                id,
                "--name",
                "Shop",
                "--zone",
                "America/Sao_Paulo",
                "--currency",
                "GBP",
                "--locale",
                "pt-BR");
    }

    private static String data() {
        return "--data=" + server.folder();
    }

    private static Run run(String... arguments) {
        return raw(
                Stream.concat(Stream.of("--json", data()), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    /** A person at a terminal who answers with this line. */
    private static Run answering(String line, String... arguments) {
        return TerminalForTests.watched(
                line,
                Stream.concat(Stream.of(arguments), Stream.of(data())).toArray(String[]::new));
    }
}
