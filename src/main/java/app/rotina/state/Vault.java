package app.rotina.state;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.StoreKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The keys that stores' personal data is encrypted under, one each; erasing a store destroys it.
 */
@Component
public class Vault {
    private final JdbcClient jdbc;

    Vault(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public StoreKey key(String store) {
        byte[] secret =
                jdbc.sql("select secret from store_key where store = ?")
                        .param(store)
                        .query(byte[].class)
                        .optional()
                        .orElseThrow(() -> new RotinaException(Problem.UNKNOWN_STORE, store));
        return new StoreKey(secret);
    }
}
