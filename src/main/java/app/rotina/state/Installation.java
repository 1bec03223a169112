package app.rotina.state;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the owner of the installation chose for all stores. */
@Repository
public class Installation {
    private final JdbcClient jdbc;
    private final Vault vault;

    Installation(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    public Optional<String> setting(String name) {
        return jdbc.sql("select value from installation_setting where name = ?")
                .param(name)
                .query(String.class)
                .optional();
    }

    public void set(String name, String value) {
        jdbc.sql(
                        """
                        insert into installation_setting (name, value) values (?, ?)
                        on conflict (name) do update set value = excluded.value, sealed = null
                        """)
                .params(name, value)
                .update();
    }

    /** What was sealed under the name; empty: nothing was. */
    public Optional<String> secret(String name) {
        return jdbc.sql("select sealed from installation_setting where name = ?")
                .param(name)
                .query(byte[].class)
                .optional()
                .map(vault.ofInstallation()::unseal);
    }

    /** Keeps a secret so that only this installation reads it. */
    public void seal(String name, String secret) {
        jdbc.sql(
                        """
                        insert into installation_setting (name, sealed) values (?, ?)
                        on conflict (name) do update set sealed = excluded.sealed, value = null
                        """)
                .params(name, vault.ofInstallation().seal(secret))
                .update();
    }

    public void forget(String name) {
        jdbc.sql("delete from installation_setting where name = ?").param(name).update();
    }
}
