package app.rotina.state;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.StoreKey;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The stores' keys, one each, the installation's own, and the marks of those whom a store has
 * forgotten; removing a store destroys its key.
 */
@Component
public class Vault {
    private final JdbcClient jdbc;

    Vault(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public StoreKey key(String store) {
        return jdbc.sql("select secret from store_key where store = ?")
                .param(store)
                .query(byte[].class)
                .optional()
                .map(secret -> new StoreKey(secret, forgotten(store)))
                .orElseThrow(() -> new RotinaException(Problem.UNKNOWN_STORE, store));
    }

    /** The key of what belongs to no store; made when it is first asked for. */
    public StoreKey ofInstallation() {
        jdbc.sql("insert into installation_key (secret) values (?) on conflict do nothing")
                .param(StoreKey.newSecret())
                .update();
        return new StoreKey(
                jdbc.sql("select secret from installation_key").query(byte[].class).single());
    }

    /** Keeps the marks of people who are not to come back. */
    public void forget(String store, Set<String> marks) {
        for (String mark : marks) {
            jdbc.sql("insert into forgotten (store, mark) values (?, ?) on conflict do nothing")
                    .params(store, mark)
                    .update();
        }
    }

    /**
     * Destroys the store's key, and the files and talks that it alone opened; from now on the store
     * has another one, which opens nothing of before.
     */
    @Transactional
    public void destroyKey(String store) {
        jdbc.sql("update store_key set secret = ? where store = ?")
                .params(StoreKey.newSecret(), store)
                .update();
        jdbc.sql("delete from forgotten where store = ?").param(store).update();
        jdbc.sql("delete from attachment where store = ?").param(store).update();
        jdbc.sql("delete from talk where store = ?").param(store).update();
    }

    private Set<String> forgotten(String store) {
        return jdbc.sql("select mark from forgotten where store = ?")
                .param(store)
                .query((row, number) -> row.getString(1))
                .set();
    }
}
