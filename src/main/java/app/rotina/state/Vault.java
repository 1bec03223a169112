package app.rotina.state;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.StoreKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stores' keys, one each; removing a store destroys its key. */
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
                .map(StoreKey::new)
                .orElseThrow(() -> new RotinaException(Problem.UNKNOWN_STORE, store));
    }
}
