package app.rotina.state;

import app.rotina.kernel.DataFolder;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * The database of stores, people and goals: embedded in the data folder, or one of the user's own;
 * migrated to the newest schema before anyone sees it.
 */
public final class StateDatabase implements AutoCloseable {
    /** Set to a JDBC URL of PostgreSQL to use that one instead of the embedded one. */
    public static final String URL_VARIABLE = "ROTINA_STATE_URL";

    private final HikariDataSource pool;
    private final @Nullable EmbeddedPostgresServer embedded;

    private StateDatabase(HikariDataSource pool, @Nullable EmbeddedPostgresServer embedded) {
        this.pool = pool;
        this.embedded = embedded;
    }

    /** Starts the embedded database of the folder, or connects to the external one. */
    public static StateDatabase open(DataFolder folder, @Nullable String externalUrl) {
        if (externalUrl != null && !externalUrl.isBlank()) {
            return new StateDatabase(migrated(pool(externalUrl, null)), null);
        }
        EmbeddedPostgresServer server = EmbeddedPostgresServer.start(folder);
        try {
            return new StateDatabase(migrated(pool(server.url(), server.password())), server);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    public DataSource source() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
        if (embedded != null) {
            embedded.close();
        }
    }

    private static HikariDataSource pool(String url, @Nullable String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        if (password != null) {
            config.setPassword(password);
        }
        config.setPoolName("state");
        config.setMaximumPoolSize(10);
        config.setMinimumIdle(1);
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw new RotinaException(
                    Problem.STATE_DATABASE_DOWN, e, String.valueOf(e.getMessage()));
        }
    }

    private static HikariDataSource migrated(HikariDataSource pool) {
        Flyway.configure(StateDatabase.class.getClassLoader())
                .dataSource(pool)
                .locations("classpath:db/state")
                .failOnMissingLocations(true)
                .loggers("slf4j")
                .load()
                .migrate();
        return pool;
    }
}
