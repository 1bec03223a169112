package app.rotina.state;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Repository;

/** The people who sign in, and what each may do in which store. */
@Repository
public class People {
    static final int SHORTEST_PASSWORD = 10;

    // OWASP ASVS: m ≥ 19456 KiB, t = 2, p = 1; the framework's default is weaker
    private static final Argon2PasswordEncoder ARGON2 =
            new Argon2PasswordEncoder(16, 32, 1, 19456, 2);
    private static final String NOBODY = ARGON2.encode("nobody has this password");

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A person as entered; the password is kept as its Argon2id hash only. */
    public record Newcomer(
            String email, String name, String password, Locale locale, boolean owner) {}

    public Person add(Newcomer one) {
        if (one.email().isBlank() || !one.email().contains("@")) {
            throw new RotinaException(Problem.BAD_ARGUMENT, one.email());
        }
        if (one.password().length() < SHORTEST_PASSWORD) {
            throw new RotinaException(Problem.PASSWORD_TOO_SHORT, SHORTEST_PASSWORD);
        }
        try {
            return insert(one);
        } catch (DuplicateKeyException e) {
            throw new RotinaException(Problem.PERSON_EXISTS, e, one.email());
        }
    }

    /**
     * The person whose e-mail and password these are; an unknown e-mail takes as long to refuse.
     */
    public Optional<Person> withPassword(String email, String password) {
        Optional<String> hash =
                jdbc.sql("select password from person where lower(email) = lower(?)")
                        .param(email)
                        .query(String.class)
                        .optional();
        boolean right = ARGON2.matches(password, hash.orElse(NOBODY));
        return right && hash.isPresent() ? byEmail(email) : Optional.empty();
    }

    public boolean nobody() {
        return jdbc.sql("select not exists (select from person)").query(Boolean.class).single();
    }

    public Optional<Person> find(long id) {
        return jdbc.sql("select * from person where id = ?")
                .param(id)
                .query(People::person)
                .optional();
    }

    public List<Person> all() {
        return jdbc.sql("select * from person order by id").query(People::person).list();
    }

    /** Gives the person this role in the store, in place of the one they had. */
    public void admit(long person, String store, Role role) {
        jdbc.sql(
                        """
                        insert into membership (person, store, role) values (?, ?, ?)
                        on conflict (person, store) do update set role = excluded.role
                        """)
                .params(person, store, role.name())
                .update();
    }

    /** What the person may do in the store; empty: nothing, not even know that it exists. */
    public Optional<Role> role(Person person, String store) {
        if (person.owner()) {
            return Optional.of(Role.OWNER);
        }
        return jdbc.sql("select role from membership where person = ? and store = ?")
                .params(person.id(), store)
                .query(String.class)
                .optional()
                .map(Role::valueOf);
    }

    /** Somebody who may do something in a store. */
    public record Member(Person person, Role role) {}

    /** Who was admitted to the store, and the owners of the installation. */
    public List<Member> members(String store) {
        return jdbc.sql(
                        """
                        select person.*, case when owner then 'OWNER' else role end as may
                        from person left join membership on person = id and store = ?
                        where owner or role is not null order by id
                        """)
                .param(store)
                .query((row, number) ->
                        new Member(person(row, number), Role.valueOf(row.getString("may"))))
                .list();
    }

    /** Shuts the store to the person; owners of the installation stay. */
    public void dismiss(long person, String store) {
        jdbc.sql("delete from membership where person = ? and store = ?")
                .params(person, store)
                .update();
    }

    /** What the person was admitted to, by store. */
    public Map<String, Role> roles(Person person) {
        Map<String, Role> roles = new HashMap<>();
        jdbc.sql("select store, role from membership where person = ?")
                .param(person.id())
                .query((ResultSet row) -> {
                    roles.put(row.getString("store"), Role.valueOf(row.getString("role")));
                });
        return roles;
    }

    private Optional<Person> byEmail(String email) {
        return jdbc.sql("select * from person where lower(email) = lower(?)")
                .param(email)
                .query(People::person)
                .optional();
    }

    private Person insert(Newcomer one) {
        return jdbc.sql(
                        """
                        insert into person (email, name, password, locale, owner) values (?, ?, ?, ?, ?)
                        returning *
                        """)
                .params(
                        one.email().strip(),
                        one.name().strip(),
                        ARGON2.encode(one.password()),
                        one.locale().toLanguageTag(),
                        one.owner())
                .query(People::person)
                .single();
    }

    static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getLong("id"),
                row.getString("email"),
                row.getString("name"),
                Locale.forLanguageTag(row.getString("locale")),
                row.getBoolean("owner"));
    }
}
