package app.rotina.state;

import java.sql.ResultSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where tasks were opened from, such as an item of a review: what follows the store's address. A
 * place opens one task, however often somebody asks for it.
 */
@Repository
public class TaskOrigins {
    private final JdbcClient jdbc;
    private final Tasks tasks;

    TaskOrigins(JdbcClient jdbc, Tasks tasks) {
        this.jdbc = jdbc;
        this.tasks = tasks;
    }

    /** The task that the place opened, or a new one. */
    @Transactional
    public Task open(String store, String origin, Task.Draft draft, String who) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(store + " " + origin)
                .query((row, number) -> true)
                .single();
        Optional<Long> before =
                jdbc.sql("select task from task_origin where store = ? and origin = ?")
                        .params(store, origin)
                        .query(Long.class)
                        .optional();
        return before.map(id -> tasks.of(store, id))
                .orElseGet(() -> add(store, origin, draft, who));
    }

    private Task add(String store, String origin, Task.Draft draft, String who) {
        Task task = tasks.add(store, draft, who);
        jdbc.sql("insert into task_origin (task, store, origin) values (?, ?, ?)")
                .params(task.id(), store, origin)
                .update();
        return task;
    }

    /** The tasks of all places whose address begins so, by address. */
    public Map<String, Task> from(String store, String address) {
        Map<String, Task> found = new LinkedHashMap<>();
        jdbc.sql("select origin, task from task_origin where store = ? and starts_with(origin, ?)")
                .params(store, address)
                .query((ResultSet row) -> {
                    found.put(row.getString("origin"), tasks.of(store, row.getLong("task")));
                });
        return found;
    }

    /** Where a task was opened from; empty: from no such place. */
    public Optional<String> of(long task) {
        return jdbc.sql("select origin from task_origin where task = ?")
                .param(task)
                .query(String.class)
                .optional();
    }
}
