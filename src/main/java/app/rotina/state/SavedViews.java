package app.rotina.state;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The pages that people keep of a store under names of their own. */
@Repository
public class SavedViews {
    private final JdbcClient jdbc;

    SavedViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A page with its parameters.
     *
     * @param address what follows the store's address, such as {@code /channels?span=month}
     */
    public record SavedView(long id, String name, String address) {}

    /** A name that the person has used already now means this. */
    public void keep(String store, long person, String name, String address) {
        jdbc.sql(
                        """
                        insert into saved_view (store, person, name, address) values (?, ?, ?, ?)
                        on conflict (store, person, name) do update set address = excluded.address, removed_at = null
                        """)
                .params(store, person, name, address)
                .update();
    }

    /** Those of one person, by name. */
    public List<SavedView> of(String store, long person) {
        return jdbc.sql(
                        "select id, name, address from saved_view where store = ? and person = ? and removed_at is null order by lower(name), id")
                .params(store, person)
                .query((row, number) ->
                        new SavedView(
                                row.getLong("id"), row.getString("name"), row.getString("address")))
                .list();
    }

    /** Takes it away; it can be restored until its name is used again. */
    public void remove(String store, long person, long id) {
        jdbc.sql(
                        "update saved_view set removed_at = now() where store = ? and person = ? and id = ?")
                .params(store, person, id)
                .update();
    }

    /** Brings one back that was taken away. */
    public void restore(String store, long person, long id) {
        int done =
                jdbc.sql(
                                "update saved_view set removed_at = null where store = ? and person = ? and id = ? and removed_at is not null")
                        .params(store, person, id)
                        .update();
        if (done == 0) {
            throw new RotinaException(Problem.NOT_FOUND, String.valueOf(id));
        }
    }
}
