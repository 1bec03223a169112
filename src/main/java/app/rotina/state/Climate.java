package app.rotina.state;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * How the people of a store feel, as counts per question and score of a fortnight. An answer is
 * added to the counts and is nowhere by itself; who answered is known until the next fortnight, so
 * that nobody does twice, and never with what.
 */
@Repository
public class Climate {
    private final JdbcClient jdbc;

    Climate(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What people are asked, each from 1 (no) to 5 (yes). */
    public enum Question {
        MOOD,
        LOAD,
        VOICE;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How many gave a question a score in the fortnight that begins on the day. */
    public record Tally(LocalDate begun, Question question, int score, int answers) {}

    public boolean hasAnswered(String store, LocalDate begun, Person person) {
        return jdbc.sql(
                        "select exists (select from pulse_given where store = ? and begun = ? and person = ?)")
                .params(store, begun, person.id())
                .query(Boolean.class)
                .single();
    }

    /** Adds somebody's scores to the counts; refuses a second answer. */
    @Transactional
    public void answer(
            String store, LocalDate begun, Person person, Map<Question, Integer> scores) {
        jdbc.sql("delete from pulse_given where store = ? and begun < ?")
                .params(store, begun)
                .update();
        int first =
                jdbc.sql(
                                "insert into pulse_given (store, begun, person) values (?, ?, ?) on conflict do nothing")
                        .params(store, begun, person.id())
                        .update();
        if (first == 0) {
            throw new RotinaException(Problem.PULSE_GIVEN);
        }
        scores.forEach((question, score) -> count(store, begun, question, score));
    }

    private void count(String store, LocalDate begun, Question question, int score) {
        jdbc.sql(
                        """
                        insert into pulse_tally (store, begun, question, score, answers) values (?, ?, ?, ?, 1)
                        on conflict (store, begun, question, score) do update set answers = pulse_tally.answers + 1
                        """)
                .params(store, begun, question.name(), score)
                .update();
    }

    /** Those of fortnights that began within the days; none: nobody answered. */
    public List<Tally> between(String store, LocalDate from, LocalDate to) {
        return jdbc.sql(
                        """
                        select * from pulse_tally where store = ? and begun between ? and ?
                        order by begun, question, score
                        """)
                .params(store, from, to)
                .query((row, number) ->
                        new Tally(
                                row.getObject("begun", LocalDate.class),
                                Question.valueOf(row.getString("question")),
                                row.getInt("score"),
                                row.getInt("answers")))
                .list();
    }
}
