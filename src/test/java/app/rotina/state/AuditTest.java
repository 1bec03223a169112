package app.rotina.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.DataFolder;
import app.rotina.state.Audit.Row;
import app.rotina.state.Audit.Wanted;
import app.rotina.state.AuditChain.Standing;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AuditTest {
    private JdbcClient jdbc;
    private Audit audit;
    private AuditChain chain;

    @BeforeEach
    void open() {
        jdbc =
                StateForTests.client(
                        StateDatabase.open(
                                new DataFolder(Path.of("unused")), StateForTests.newDatabase()));
        StateForTests.add(jdbc, StateForTests.store("first"));
        audit = new Audit(jdbc);
        chain = new AuditChain(jdbc);
        audit.note("Ana", "first", "goal", "2026-03 1000");
        audit.note("Bo", "first", "task", "1 Ligar 👗 às");
        audit.note("Ana", null, "token", "sheet read *");
    }

    @Test
    void fitsAsTheDatabaseWroteIt() {
        Standing standing = chain.verify();

        assertThat(standing.whole()).isTrue();
        assertThat(standing.rows()).isEqualTo(3);
        assertThat(chain.find(standing.head())).hasValue(3);
        assertThat(rows(null, null)).extracting(Row::number).containsExactly(3L, 2L, 1L);
    }

    @Test
    void isOnlyAddedTo() {
        for (String change :
                List.of(
                        "update audit set subject = 'other' where number = 1",
                        "update audit set at = now() where number = 1",
                        "update audit set who = null where number = 1",
                        "delete from audit where number = 3",
                        "truncate audit")) {
            assertThatThrownBy(() -> jdbc.sql(change).update())
                    .as(change)
                    .hasMessageContaining("only added to");
        }
        assertThat(chain.verify().whole()).isTrue();
    }

    @Test
    void saysTheFirstRowThatSomebodyChangedPastTheTriggers() {
        byTheBackDoor("update audit set subject = '2026-03 9000' where number = 2");

        assertThat(chain.verify().broken()).hasValue(2);
    }

    @Test
    void noticesARowThatWasTakenOut() {
        byTheBackDoor("delete from audit where number = 2");

        assertThat(chain.verify().broken()).hasValue(3);
    }

    @Test
    void noticesARowThatWasWrittenAnewWithItsOwnHash() {
        byTheBackDoor(
                """
                update audit a set action = 'note', hash = audit_hash('\\x'::bytea, a) where number = 1
                """);

        assertThat(chain.verify().whole()).isFalse();
    }

    @Test
    void tellsByAHashNotedElsewhereThatTheEndWasCutOff() {
        String head = chain.verify().head();
        byTheBackDoor("delete from audit where number = 3");

        assertThat(chain.verify().whole()).isTrue();
        assertThat(chain.find(head)).isEmpty();
    }

    @Test
    void forgetsTheWordsOfAStoreThatIsRemovedAndStaysWhole() {
        new Stores(jdbc).remove("first");

        assertThat(chain.verify().whole()).isTrue();
        assertThat(rows(null, null)).hasSize(3);
        assertThat(rows("first", null)).isEmpty();
        assertThat(rows(null, null).getLast().who()).isNull();
        assertThat(jdbc.sql("select audit::text from audit").query(String.class).list())
                .noneMatch(row -> row.contains("Ligar") || row.contains("2026-03 1000"));
    }

    @Test
    void narrowsToAStoreAPersonAndAnAction() {
        assertThat(rows("first", "Ana")).extracting(Row::action).containsExactly("goal");
        assertThat(audit.rows(new Wanted(null, null, "task", 0, 10))).hasSize(1);
        assertThat(audit.rows(new Wanted(null, null, null, 3, 1)))
                .extracting(Row::number)
                .containsExactly(2L);
        assertThat(audit.people("first")).containsExactly("Ana", "Bo");
        assertThat(audit.actions(null)).containsExactly("goal", "task", "token");
    }

    private List<Row> rows(@Nullable String store, @Nullable String who) {
        return audit.rows(new Wanted(store, who, null, 0, 10));
    }

    private void byTheBackDoor(String change) {
        jdbc.sql("alter table audit disable trigger user").update();
        jdbc.sql(change).update();
        jdbc.sql("alter table audit enable trigger user").update();
    }
}
