package app.rotina.state;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.kernel.Store.DriverIdentity;
import app.rotina.kernel.Store.GoalBasis;
import app.rotina.kernel.StoreKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The stores of this installation and their settings. */
@Repository
public class Stores {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private final JdbcClient jdbc;

    Stores(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a store with a key of its own; an id that is taken is refused. */
    @Transactional
    public Store add(Store store) {
        if (!ID.matcher(store.id()).matches()) {
            throw new RotinaException(Problem.BAD_STORE_ID, store.id());
        }
        try {
            insert(store);
        } catch (DuplicateKeyException e) {
            throw new RotinaException(Problem.STORE_EXISTS, e, store.id());
        }
        jdbc.sql("insert into store_key (store, secret) values (?, ?)")
                .params(store.id(), StoreKey.newSecret())
                .update();
        return store;
    }

    /** Changes everything but the id. */
    public Store change(Store store) {
        jdbc.sql(
                        """
                        update store set name = ?, zone = ?, currency = ?, locale = ?, basis = ?, identity = ?
                        where id = ?
                        """)
                .params(
                        store.name(),
                        store.zone().getId(),
                        store.currency().getCurrencyCode(),
                        store.locale().toLanguageTag(),
                        store.basis().name(),
                        store.identity().name(),
                        store.id())
                .update();
        return store;
    }

    public Store of(String id) {
        return find(id).orElseThrow(() -> new RotinaException(Problem.UNKNOWN_STORE, id));
    }

    public Optional<Store> find(String id) {
        return jdbc.sql("select * from store where id = ?")
                .param(id)
                .query(Stores::store)
                .optional();
    }

    /** When the store was added. */
    public Instant since(String id) {
        return jdbc.sql("select created_at from store where id = ?")
                .param(id)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }

    /** The stores whose figures are invented. */
    public Set<String> samples() {
        return new HashSet<>(
                jdbc.sql("select id from store where sample").query(String.class).list());
    }

    public boolean isSample(String id) {
        return samples().contains(id);
    }

    /** From now on the store's figures are known to be invented, or not to be. */
    public void markSample(String id, boolean sample) {
        jdbc.sql("update store set sample = ? where id = ?").params(sample, id).update();
    }

    public List<Store> all() {
        return jdbc.sql("select * from store order by id").query(Stores::store).list();
    }

    /**
     * Removes the store with all its state; its key goes too, so what was encrypted stays unread.
     */
    public void remove(String id) {
        jdbc.sql("delete from store where id = ?").param(id).update();
    }

    private void insert(Store store) {
        jdbc.sql(
                        """
                        insert into store (id, name, zone, currency, locale, basis, identity)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        store.id(),
                        store.name(),
                        store.zone().getId(),
                        store.currency().getCurrencyCode(),
                        store.locale().toLanguageTag(),
                        store.basis().name(),
                        store.identity().name())
                .update();
    }

    private static Store store(ResultSet row, int number) throws SQLException {
        return new Store(
                row.getString("id"),
                row.getString("name"),
                ZoneId.of(row.getString("zone")),
                Currency.getInstance(row.getString("currency")),
                Locale.forLanguageTag(row.getString("locale")),
                GoalBasis.valueOf(row.getString("basis")),
                DriverIdentity.valueOf(row.getString("identity")));
    }
}
