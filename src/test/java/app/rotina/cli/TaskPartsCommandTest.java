package app.rotina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.api.ServerForTests;
import app.rotina.cli.TerminalForTests.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A task's checklist, its files, and taking back what was changed, from the command line. */
class TaskPartsCommandTest {
    private static ServerForTests server;

    @TempDir private static Path files;

    private String task = "";

    @BeforeAll
    static void start() {
        server = new ServerForTests();
        server.server().announce();
        run("store", "add", "parts", "--name=S", "--zone=UTC", "--currency=BRL", "--locale=pt-BR");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void addATask() {
        task = run("task", "add", "parts", "--title=Foto", "--json").json().path("id").asString();
    }

    @Test
    void ticksOffALineOfTheChecklist() {
        Run added = run("task", "item", "parts", task, "--add=Pedir luz");
        assertThat(added.exit()).as(added.err()).isZero();
        String item = show().path("items").path(0).path("id").asString();
        assertThat(added.out()).isEqualTo("[ ] " + item + " Pedir luz");
        assertThat(run("task", "item", "parts", task, "--done=" + item).out())
                .isEqualTo("[x] " + item + " Pedir luz");
        assertThat(run("task", "show", "parts", task).out()).contains("[x] " + item);
        assertThat(run("task", "item", "parts", task, "--open=" + item).out()).startsWith("[ ]");
        assertThat(run("task", "item", "parts", task, "--remove=" + item).out()).isEmpty();
        assertThat(show().path("items")).isEmpty();
    }

    @Test
    void asksWhatIsToBeDoneWithTheChecklist() {
        Run run = run("task", "item", "parts", task, "--lang=en");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--add");
        assertThat(run("task", "item", "parts", task, "--done=4711").exit()).isEqualTo(2);
    }

    @Test
    void waitsForAnotherTaskAndNoLonger() {
        String photos = task;
        addATask();
        Run waits = run("task", "wait", "parts", task, "--for=" + photos, "--lang=en");
        assertThat(waits.exit()).as(waits.err()).isZero();
        assertThat(waits.out()).isEqualTo("waits for " + photos + " Foto");
        assertThat(show().path("blockers").path(0).path("id").asString()).isEqualTo(photos);
        assertThat(run("task", "wait", "parts", photos, "--for=" + task).exit()).isEqualTo(2);
        Run free = run("task", "wait", "parts", task, "--no-longer=" + photos, "--json");
        assertThat(free.json().path("blockers")).isEmpty();
        assertThat(run("task", "wait", "parts", task, "--lang=en").err()).contains("--for");
        assertThat(run("task", "wait", "--help", "--lang=zh-CN").out()).contains("前置任务");
    }

    @Test
    void splitsATaskForAnotherDepartmentWithTheSameReason() {
        run("task", "add", "parts", "--title=Vendas caíram", "--reason=Foto ruim", "--stake=90");
        String whole = run("tasks", "parts", "--json").json().path(0).path("id").asString();
        Run split =
                run(
                        "task",
                        "add",
                        "parts",
                        "--part-of=" + whole,
                        "--title=Refazer a foto",
                        "--job=design",
                        "--json");
        assertThat(split.exit()).as(split.err()).isZero();
        assertThat(split.json().path("reason").asString()).isEqualTo("Foto ruim");
        assertThat(split.json().path("partOf").asString()).isEqualTo(whole);
        assertThat(split.json().path("stake").asString()).isEqualTo("0.00");
        String part = split.json().path("id").asString();
        assertThat(run("task", "show", "parts", part, "--lang=en").out())
                .contains("Part of: " + whole, "Why: Foto ruim");
        assertThat(run("task", "show", "parts", whole, "--lang=en").out())
                .contains("part " + part + " Refazer a foto (Design)");
        run("task", "done", "parts", part);
        assertThat(run("task", "show", "parts", whole, "--json").json().path("task").path("state"))
                .hasToString("\"open\"");
        run("task", "done", "parts", whole);
        run("store", "add", "other", "--name=S", "--zone=UTC", "--currency=BRL", "--locale=pt-BR");
        assertThat(run("task", "add", "other", "--part-of=" + whole, "--title=X").exit())
                .isEqualTo(2);
        assertThat(run("tasks", "other", "--json").json()).isEmpty();
    }

    @Test
    void attachesAFileAndFetchesItAgain() throws IOException {
        Path sent = Files.writeString(files.resolve("briefing é.txt"), "Fundo branco");
        Run added = run("task", "file", "parts", task, "--add=" + sent);
        assertThat(added.exit()).as(added.err()).isZero();
        assertThat(added.out()).contains("briefing é.txt").contains("12 bytes");
        String file = show().path("files").path(0).path("id").asString();
        Path kept = files.resolve("kept.txt");
        Run fetched = run("task", "file", "parts", task, "--get=" + file, "--out=" + kept);
        assertThat(fetched.out()).contains(kept.toString());
        assertThat(kept).hasContent("Fundo branco");
        assertThat(run("task", "file", "parts", task, "--remove=" + file).exit()).isZero();
        assertThat(show().path("files")).isEmpty();
    }

    @Test
    void refusesAFileThatIsNotThere() {
        Run run = run("task", "file", "parts", task, "--add=" + files.resolve("gone.txt"));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("gone.txt");
    }

    @Test
    void takesBackOneChangeAfterTheOther() {
        run("task", "assign", "parts", task, "--job=design");
        run("task", "comment", "parts", task, "Falta a luz");
        assertThat(run("task", "undo", "parts", task, "--lang=en").out())
                .isEqualTo("Taken back: Comment: Falta a luz");
        assertThat(run("task", "undo", "parts", task, "--lang=en").out()).contains("Design");
        assertThat(show().path("comments")).isEmpty();
        assertThat(show().path("task").path("job").asString()).isEqualTo("manager");
    }

    @Test
    void takesBackTheChangeThatIsNamed() {
        run("task", "comment", "parts", task, "Um");
        String first = show().path("history").path(0).path("step").asString();
        run("task", "comment", "parts", task, "Dois");
        assertThat(run("task", "show", "parts", task, "--history", "--lang=en").out())
                .contains(first + " · ")
                .contains("Comment: Um");
        assertThat(run("task", "undo", "parts", task, "--step=" + first).exit()).isZero();
        assertThat(show().path("comments"))
                .singleElement()
                .satisfies(
                        comment -> assertThat(comment.path("text").asString()).isEqualTo("Dois"));
        Run again = run("task", "undo", "parts", task, "--step=" + first);
        assertThat(again.exit()).isEqualTo(2);
    }

    @Test
    void opensAClosedTaskAgain() {
        run("task", "done", "parts", task);
        run("task", "undo", "parts", task);
        assertThat(show().path("task").path("state").asString()).isEqualToIgnoringCase("open");
    }

    @Test
    void explainsItselfInEveryLanguage() {
        assertThat(run("task", "item", "--help", "--lang=en").out()).contains("What is to be done");
        assertThat(run("task", "file", "--help", "--lang=pt-BR").out()).contains("no máximo 8 MB");
        assertThat(run("task", "undo", "--help", "--lang=zh-CN").out()).contains("撤销对任务");
    }

    private JsonNode show() {
        return run("task", "show", "parts", task, "--json").json();
    }

    private static Run run(String... arguments) {
        return TerminalForTests.raw(TerminalForTests.with(arguments, "--data", server.folder()));
    }
}
