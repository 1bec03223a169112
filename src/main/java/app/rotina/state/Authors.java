package app.rotina.state;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The names beside what people wrote, decided and signed in their stores. Words stay with the
 * store; the name of a person who is removed gives way to the number that the audit keeps.
 */
final class Authors {
    private final JdbcClient jdbc;

    Authors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Column(String table, String name) {}

    /** Nothing changes while somebody else has that name. */
    void forget(Person gone) {
        boolean shared =
                jdbc.sql("select exists (select from person where name = ? and id <> ?)")
                        .params(gone.name(), gone.id())
                        .query(Boolean.class)
                        .single();
        if (shared) {
            return;
        }
        String number = "#" + gone.id();
        for (Column each : columns()) {
            jdbc.sql(
                            "update \"%1$s\" set \"%2$s\" = ? where \"%2$s\" = ?"
                                    .formatted(each.table(), each.name()))
                    .params(number, gone.name())
                    .update();
        }
        forgetWithin(gone.name(), number);
    }

    /** Where a name stands among other words of the same row. */
    private void forgetWithin(String name, String number) {
        jdbc.sql(
                        "update meeting set present = array_replace(present, ?, ?) where ? = any (present)")
                .params(name, number, name)
                .update();
        jdbc.sql("update meeting_item set detail = ? where kind = 'SUGGESTION' and detail = ?")
                .params(number, name)
                .update();
        jdbc.sql(
                        """
                        update review_signature set content =
                            replace(content, '"who":' || to_json(?::text), '"who":' || to_json(?::text))
                        """)
                .params(name, number)
                .update();
        jdbc.sql(
                        """
                        update daily_close set content =
                            replace(content::text, '"author": ' || to_json(?::text), '"author": ' || to_json(?::text))::jsonb
                        where content::text like '%"author"%'
                        """)
                .params(name, number)
                .update();
    }

    /** Wherever the schema names an author; the audit goes by its own rule. */
    private List<Column> columns() {
        return jdbc.sql(
                        """
                        select table_name, column_name from information_schema.columns
                        where table_schema = current_schema() and data_type = 'text' and table_name <> 'audit'
                            and (column_name in ('who', 'author') or column_name like '%\\_by')
                        order by table_name, column_name
                        """)
                .query((row, number) ->
                        new Column(row.getString("table_name"), row.getString("column_name")))
                .list();
    }
}
