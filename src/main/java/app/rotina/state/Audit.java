package app.rotina.state;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who changed what, and when; nothing personal beyond the name of who did it. */
@Repository
public class Audit {
    private final JdbcClient jdbc;

    Audit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void note(String who, String store, String action, String subject) {
        jdbc.sql("insert into audit (who, store, action, subject) values (?, ?, ?, ?)")
                .params(who, store, action, subject)
                .update();
    }
}
