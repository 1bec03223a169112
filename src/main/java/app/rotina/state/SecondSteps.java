package app.rotina.state;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people show beside their password: the secret of an authenticator app, kept sealed, and
 * recovery codes, of which only hashes are kept.
 */
@Repository
public class SecondSteps {
    private static final int CODES = 10;
    private static final int CODE_BYTES = 10;

    private final JdbcClient jdbc;
    private final Vault vault;

    SecondSteps(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Keeps a new secret that serves once its first code was right. */
    public byte[] propose(Person person) {
        byte[] secret = Secrets.bytes(20);
        jdbc.sql(
                        """
                        insert into authenticator (person, sealed) values (?, ?)
                        on conflict (person) do update set sealed = excluded.sealed
                        where authenticator.proposed
                        """)
                .params(person.id(), vault.ofInstallation().seal(text(secret)))
                .update();
        return proposed(person).orElseThrow();
    }

    public Optional<byte[]> proposed(Person person) {
        return secret(person, true);
    }

    /** The secret of the app that the person signs in with; empty: none. */
    public Optional<byte[]> secret(Person person) {
        return secret(person, false);
    }

    /** From now on the proposed secret is the person's; the code of this step is used up. */
    public void accept(Person person, long step) {
        jdbc.sql("update authenticator set proposed = false, last_step = ? where person = ?")
                .params(step, person.id())
                .update();
    }

    /** False: a code of this step, or of a later one, was used already. */
    public boolean use(Person person, long step) {
        return jdbc.sql("update authenticator set last_step = ? where person = ? and last_step < ?")
                        .params(step, person.id(), step)
                        .update()
                > 0;
    }

    public boolean hasApp(Person person) {
        return jdbc.sql(
                        "select exists (select from authenticator where person = ? and not proposed)")
                .param(person.id())
                .query(Boolean.class)
                .single();
    }

    public void removeApp(Person person) {
        jdbc.sql("delete from authenticator where person = ?").param(person.id()).update();
    }

    /** Makes new recovery codes in place of the old; they are shown this once. */
    @Transactional
    public List<String> newCodes(Person person) {
        removeCodes(person);
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < CODES; i++) {
            String code = Base32.of(Secrets.bytes(CODE_BYTES));
            jdbc.sql("insert into recovery_code (person, hash) values (?, ?)")
                    .params(person.id(), Secrets.hash(code))
                    .update();
            codes.add(code.replaceAll("(.{4})(?!$)", "$1-").toLowerCase(Locale.ROOT));
        }
        return codes;
    }

    /** True, once, for one of the person's recovery codes, however it is written. */
    public boolean useCode(Person person, String typed) {
        String code = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z2-7]", "");
        return jdbc.sql("delete from recovery_code where person = ? and hash = ?")
                        .params(person.id(), Secrets.hash(code))
                        .update()
                > 0;
    }

    public int codesLeft(Person person) {
        return jdbc.sql("select count(*) from recovery_code where person = ?")
                .param(person.id())
                .query(Integer.class)
                .single();
    }

    public void removeCodes(Person person) {
        jdbc.sql("delete from recovery_code where person = ?").param(person.id()).update();
    }

    private Optional<byte[]> secret(Person person, boolean proposed) {
        return jdbc.sql("select sealed from authenticator where person = ? and proposed = ?")
                .params(person.id(), proposed)
                .query(byte[].class)
                .optional()
                .map(vault.ofInstallation()::unseal)
                .map(text -> Base64.getDecoder().decode(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String text(byte[] secret) {
        return Base64.getEncoder().encodeToString(secret);
    }
}
