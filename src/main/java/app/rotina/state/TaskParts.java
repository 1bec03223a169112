package app.rotina.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The checklists of tasks, and what people wrote about them. */
@Repository
public class TaskParts {
    private final JdbcClient jdbc;

    TaskParts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A line of a checklist.
     *
     * @param done absence: it is still to be done
     */
    public record Item(long id, String text, Task.@Nullable Done done) {}

    /** What somebody wrote. */
    public record Comment(long id, String author, Instant at, String text) {}

    /** The checklist, in the order in which it was written. */
    public List<Item> items(long task) {
        return jdbc.sql("select * from task_item where task = ? and removed_at is null order by id")
                .param(task)
                .query(TaskParts::item)
                .list();
    }

    /** What people wrote, the oldest first. */
    public List<Comment> comments(long task) {
        return jdbc.sql(
                        "select * from task_comment where task = ? and removed_at is null order by id")
                .param(task)
                .query((row, number) ->
                        new Comment(
                                row.getLong("id"),
                                row.getString("author"),
                                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                                row.getString("body")))
                .list();
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime done = row.getObject("done_at", OffsetDateTime.class);
        return new Item(
                row.getLong("id"),
                row.getString("body"),
                done == null ? null : new Task.Done(row.getString("done_by"), done.toInstant()));
    }
}
