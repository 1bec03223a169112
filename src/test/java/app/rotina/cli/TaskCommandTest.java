package app.rotina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.api.ServerForTests;
import app.rotina.cli.TerminalForTests.Run;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Checks and tasks from the command line, in a store without data. */
class TaskCommandTest {
    private static ServerForTests server;

    @BeforeAll
    static void start() {
        server = new ServerForTests();
        server.server().announce();
        run("store", "add", "todo", "--name=S", "--zone=UTC", "--currency=BRL", "--locale=pt-BR");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void opensATaskAndClosesIt() {
        Run added =
                run("task", "add", "todo", "--title=Ligar", "--job=marketing", "--due=2026-03-01");
        assertThat(added.exit()).as(added.err()).isZero();
        JsonNode open = run("tasks", "todo", "--json").json().path(0);
        assertThat(open.path("title").asString()).isEqualTo("Ligar");
        assertThat(open.path("job").asString()).isEqualTo("marketing");
        assertThat(open.path("due").asString()).isEqualTo("2026-03-01");
        assertThat(run("tasks", "todo").out()).contains("Marketing: Ligar");
        String id = open.path("id").asString();
        assertThat(run("task", "done", "todo", id, "--lang=en").out()).contains("is done");
        assertThat(run("tasks", "todo").out()).isEqualTo("Nada em aberto.");
    }

    @Test
    void worksOnATask() {
        Run added =
                run(
                        "task",
                        "add",
                        "todo",
                        "--title=Trocar a foto",
                        "--reason=Feia",
                        "--stake=120.50",
                        "--cost=80",
                        "--how=Com a agência",
                        "--measure=orders",
                        "--json");
        String id = added.json().path("id").asString();
        assertThat(run("task", "comment", "todo", id, "Falta a luz").exit()).isZero();
        assertThat(run("task", "assign", "todo", id, "--job=design", "--due=2026-03-02").out())
                .contains("Design");
        JsonNode whole = run("task", "show", "todo", id, "--json").json();
        assertThat(whole.path("task").path("job").asString()).isEqualTo("design");
        assertThat(whole.path("task").path("cost").asString()).isEqualTo("80.00");
        assertThat(whole.path("task").path("measure").path("metric").asString())
                .isEqualTo("orders");
        assertThat(whole.path("comments").path(0).path("text").asString()).isEqualTo("Falta a luz");
        assertThat(whole.path("history")).hasSize(4);
        assertThat(run("task", "show", "todo", id).out()).contains("Feia").contains("Falta a luz");
        assertThat(run("tasks", "todo", "--job=design", "--overdue").out()).contains("Trocar");
        assertThat(run("tasks", "todo", "--person=1", "--json").json()).isEmpty();
        assertThat(run("task", "drop", "todo", id, "--lang=en").out()).contains("is dropped");
        assertThat(run("tasks", "todo", "--state=dropped").out()).contains("Trocar");
        assertThat(run("task", "open", "todo", id, "--lang=en").out()).contains("is open");
        assertThat(run("task", "done", "todo", id).exit()).isZero();
        assertThat(run("task", "show", "todo", id, "--json").json().path("actions")).hasSize(1);
        assertThat(run("tasks", "todo", "--state=done", "--json").json()).isNotEmpty();
    }

    @Test
    void saysWhatSomethingFoundCosts() {
        Run answered =
                run(
                        "answer",
                        "todo",
                        "store_opens",
                        "fail",
                        "--note=Sem busca",
                        "--stake=320.50",
                        "--task",
                        "--json");
        assertThat(answered.json().path("stake").asString()).isEqualTo("320.5");
        JsonNode task = run("tasks", "todo", "--job=manager", "--json").json().path(0);
        assertThat(task.path("stake").asString()).isEqualTo("320.50");
        String id = task.path("id").asString();
        String named = task.path("title").asString();
        run("task", "assign", "todo", id, "--title=Religar a busca", "--stake=90");
        JsonNode changed = run("task", "show", "todo", id, "--json").json().path("task");
        assertThat(changed.path("title").asString()).isEqualTo("Religar a busca");
        assertThat(changed.path("stake").asString()).isEqualTo("90.00");
        run("task", "assign", "todo", id, "--title=");
        assertThat(
                        run("task", "show", "todo", id, "--json")
                                .json()
                                .path("task")
                                .path("title")
                                .asString())
                .isEqualTo(named);
        run("task", "done", "todo", id);
    }

    @Test
    void countsAgainstTheLastTime() {
        run("answer", "todo", "complaints", "pass", "--number=4", "--date=2026-03-03");
        assertThat(run("check", "todo", "--date=2026-03-04", "--lang=en").out())
                .contains("Last time 4");
        Run scores =
                run(
                        "answer",
                        "todo",
                        "seller_scores",
                        "pass",
                        "--number=item=4.8",
                        "--number=index=91",
                        "--json");
        assertThat(scores.json().path("numbers").path("item").asString()).isEqualTo("4.8");
        assertThat(scores.json().path("numbers").path("index").asString()).isEqualTo("91");
    }

    @Test
    void logsAnAdjustmentWithItsReason() {
        Run added =
                run(
                        "action",
                        "add",
                        "todo",
                        "--name=Lance do Google",
                        "--metric=orders",
                        "--from=2026-03-01",
                        "--kind=bid",
                        "--was=1.20",
                        "--became=1.50",
                        "--reason=Poucas impressões",
                        "--json");
        assertThat(added.json().path("kind").asString()).isEqualTo("bid");
        assertThat(run("action", "list", "todo", "--kind=bid").out()).contains("1.20 → 1.50");
        assertThat(run("action", "list", "todo", "--kind=price", "--json").json()).isEmpty();
        Run refused =
                run(
                        "action",
                        "add",
                        "todo",
                        "--name=x",
                        "--metric=orders",
                        "--from=2026-03-01",
                        "--kind=bid",
                        "--was=cheap");
        assertThat(refused.exit()).isEqualTo(2);
    }

    @Test
    void refusesAJobThatNobodyHas() {
        Run run = run("task", "add", "todo", "--title=Ligar", "--job=astronaut");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("astronaut").contains("marketing");
    }

    @Test
    void refusesATaskThatIsNotThere() {
        assertThat(run("task", "done", "todo", "4711").exit()).isEqualTo(2);
    }

    @Test
    void saysWhatItCannotTellWithoutData() {
        JsonNode checks = run("check", "todo", "--date=2026-03-01", "--json").json();
        assertThat(checks.valueStream().filter(check -> !check.has("kind")))
                .isNotEmpty()
                .allSatisfy(check -> {
                    assertThat(check.path("outcome").asString()).isEqualTo("cannot_tell");
                    assertThat(check.path("findings")).isEmpty();
                });
        assertThat(run("check", "todo", "--date=2026-03-01").out()).contains("não dá para dizer");
        assertThat(run("tasks", "todo", "--json").json()).isEmpty();
    }

    private static Run run(String... arguments) {
        return TerminalForTests.raw(TerminalForTests.with(arguments, "--data", server.folder()));
    }
}
