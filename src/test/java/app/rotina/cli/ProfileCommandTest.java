package app.rotina.cli;

import static app.rotina.cli.TerminalForTests.raw;
import static app.rotina.cli.TerminalForTests.with;
import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.api.ServerForTests;
import app.rotina.cli.TerminalForTests.Run;
import app.rotina.state.StateForTests;
import app.rotina.state.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A store's own kinds of file, from the command line. */
class ProfileCommandTest {
    private static final String ERP =
            """
            Nº Doc;Dt Emissão;Sit;Cod Prod;Vlr
            1;31/01/2026;Faturado;B-1;1.050,00
            2;01/02/2026;Em rota;S-1;80,50
            """;
    private static final List<String> ANSWERS =
            List.of(
                    "--answer=kind=sales",
                    "--answer=column.order_id=Nº Doc",
                    "--answer=column.placed_at=Dt Emissão",
                    "--answer=column.sku=Cod Prod",
                    "--answer=column.amount=Vlr",
                    "--answer=column.source_status=Sit");

    @TempDir private static Path files;
    private static ServerForTests server;

    @BeforeAll
    static void start() {
        server = new ServerForTests();
        server.server().announce();
        for (String store : List.of("learning", "writing", "mending", "remembering", "teaching")) {
            server.bean(Stores.class).add(StateForTests.store(store));
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void learnsAFileByAnswersAndKnowsItAfterwards() throws IOException {
        String path = file("notas.csv", ERP);
        assertThat(run("import", "learning", path).exit()).isEqualTo(4);
        Run unclear = run("inspect", path, "--save", "learning");
        assertThat(unclear.exit()).isEqualTo(4);
        assertThat(unclear.err()).contains("--answer \"column.order_id=…\"", "notas.csv");

        Run saved = run(learning(path, "--answer", "status.Em rota=approved"));
        assertThat(saved.exit()).as(saved.err()).isZero();
        assertThat(saved.json().path(0).path("id").asString()).isEqualTo("meu-erp");
        assertThat(saved.json().path(0).path("files").path(0).asString()).isEqualTo("sales");

        JsonNode table = run("inspect", path, "--store", "learning").json().path("tables").path(0);
        assertThat(table.path("recognised").asString()).isEqualTo("meu-erp/sales");
        JsonNode report = run("import", "learning", path).json();
        assertThat(report.path("inserted").asLong()).isEqualTo(2);
        assertThat(report.path("control").path("warehouse").asString()).isEqualTo("1130.50");
        assertThat(
                        run(
                                        "query",
                                        "learning",
                                        "--metrics",
                                        "orders,placed_revenue",
                                        "--from",
                                        "2026-01-01",
                                        "--to",
                                        "2026-02-28")
                                .json()
                                .path("total")
                                .path("placed_revenue")
                                .asString())
                .isEqualTo("1130.50");
        assertThat(
                        run("import", "learning", "--profile", "meu-erp", path)
                                .json()
                                .path("unchanged")
                                .asLong())
                .isEqualTo(2);
    }

    @Test
    void takesAProfileOutChangesItAndTakesItInAgain() throws IOException {
        String path = file("notas-2.csv", ERP);
        assertThat(run(saving("writing", path)).exit()).isZero();
        Path yaml = files.resolve("meu.yaml");

        assertThat(run("profile", "show", "writing", "meu-erp", "--out", yaml.toString()).exit())
                .isZero();
        String text = Files.readString(yaml);
        assertThat(run("profile", "show", "writing", "meu-erp").json().path("yaml").asString())
                .isEqualTo(text);
        Files.writeString(
                yaml,
                text.replace(
                        "\"Faturado\": approved", "\"Faturado\": approved, \"Em rota\": approved"));
        assertThat(run("profile", "add", "writing", yaml.toString()).exit()).isZero();
        JsonNode list = run("profile", "list", "writing").json();
        assertThat(list.path(0).path("id").asString()).isEqualTo("meu-erp");
        assertThat(list.path(0).path("own").asBoolean()).isTrue();
        assertThat(list.path(1).path("own").asBoolean()).isFalse();

        assertThat(run("profile", "remove", "writing", "meu-erp").exit()).isZero();
        assertThat(run("profile", "remove", "writing", "meu-erp").exit()).isEqualTo(2);
        assertThat(run("import", "writing", path).exit()).isEqualTo(4);
    }

    @Test
    void saysWhatDoesNotHoldAndWhere() throws IOException {
        String bad =
                "profile: mine\nfiles:\n  a:\n    columns:\n      sku: {header: SKU, need: often}\n    emit: {fact: product}\n";
        Run refused = run("profile", "add", "writing", file("bad.yaml", bad));

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("bad.yaml", "line 5", "files.a.columns.sku.need");
        Run shipped =
                run(
                        "profile",
                        "add",
                        "writing",
                        file("olist.yaml", bad.replace("mine", "olist").replace("often", "value")));
        assertThat(shipped.exit()).isEqualTo(2);
        assertThat(shipped.err()).contains("olist");
    }

    @Test
    void mendsARowThatAProfileOfTheStoreRefused() throws IOException {
        String path = file("notas-3.csv", ERP.replace("80,50", "oitenta"));
        assertThat(run(saving("mending", path)).exit()).isZero();
        assertThat(run("import", "mending", path).exit()).isEqualTo(3);
        Path waiting = files.resolve("waiting.csv");
        assertThat(run("quarantine", "mending", "--out", waiting.toString()).exit()).isZero();
        Files.writeString(waiting, Files.readString(waiting).replace("oitenta", "80,50"));

        JsonNode mended = run("quarantine", "mending", "--fix", waiting.toString()).json();

        assertThat(mended.path("inserted").asLong()).isEqualTo(1);
    }

    @Test
    void remembersWhatWasAnsweredAboutAFileItKnows() throws IOException {
        String first = file("gastos.csv", "day;spend\n2026-01-01;1.234\n");
        String next = file("gastos-2.csv", "day;spend\n2026-01-02;2.345\n");
        assertThat(run("import", "remembering", first).exit()).isEqualTo(3);
        assertThat(run("import", "remembering", "--answer", "numbers=comma", first).exit())
                .isZero();

        assertThat(run("import", "remembering", next).exit()).isZero();

        JsonNode spend =
                run(
                                "query",
                                "remembering",
                                "--metrics",
                                "ad_spend",
                                "--from",
                                "2026-01-01",
                                "--to",
                                "2026-01-02")
                        .json();
        assertThat(spend.path("total").path("ad_spend").asString()).isEqualTo("3579.00");
    }

    @Test
    void teachesHowACellIsReadAndForgetsIt() throws IOException {
        String path = file("gastos-3.csv", "day,spend\n2026-01-01,ten\n2026-01-02,7.00\n");
        assertThat(run("import", "teaching", path).exit()).isEqualTo(3);
        assertThat(run("profile", "rule", "teaching", "daily-spend/spend").exit()).isEqualTo(2);

        Run taught = run(rule("--reads", "10.00"));

        assertThat(taught.exit()).as(taught.err()).isZero();
        assertThat(taught.json().path("settled").asInt()).isEqualTo(1);
        JsonNode kept = run("profile", "rule", "teaching").json().path(0);
        assertThat(kept.path("was").asString()).isEqualTo("ten");
        assertThat(kept.path("reads").asString()).isEqualTo("10.00");
        assertThat(run(rule("--forget")).exit()).isZero();
        assertThat(run("profile", "rule", "teaching").json()).isEmpty();
    }

    private static String[] rule(String... wish) {
        return Stream.concat(
                        Stream.of(
                                "profile", "rule", "teaching", "daily-spend/spend", "spend", "ten"),
                        Stream.of(wish))
                .toArray(String[]::new);
    }

    private static String[] learning(String path, String... more) {
        return Stream.concat(Stream.of(saving("learning", path)), Stream.of(more))
                .toArray(String[]::new);
    }

    private static String[] saving(String store, String path) {
        return Stream.concat(
                        Stream.of("inspect", path, "--save", store, "--name", "Meu ERP"),
                        ANSWERS.stream())
                .toArray(String[]::new);
    }

    private static String file(String name, String text) throws IOException {
        return Files.writeString(files.resolve(name), text).toString();
    }

    private static Run run(String... arguments) {
        return raw(with(arguments, "--json", "--lang=en", "--data=" + server.folder()));
    }
}
