package app.rotina.state;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The people who sign in, and what each may do in which store. */
@Repository
public class People {
    static final int SHORTEST_PASSWORD = 10;

    // OWASP ASVS: m ≥ 19456 KiB, t = 2, p = 1; the framework's default is weaker
    private static final Argon2PasswordEncoder ARGON2 =
            new Argon2PasswordEncoder(16, 32, 1, 19456, 2);
    private static final String NOBODY = ARGON2.encode("nobody has this password");

    private final JdbcClient jdbc;
    private final Authors authors;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.authors = new Authors(jdbc);
    }

    /** A person as entered; the password is kept as its Argon2id hash only. */
    public record Newcomer(
            String email, String name, String password, Locale locale, boolean owner) {}

    public Person add(Newcomer one) {
        if (one.email().isBlank() || !one.email().contains("@")) {
            throw new RotinaException(Problem.BAD_ARGUMENT, one.email());
        }
        requireLong(one.password());
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

    /** Keeps another password of the person; one too short is refused. */
    void keepPassword(Person person, String password) {
        requireLong(password);
        jdbc.sql("update person set password = ? where id = ?")
                .params(ARGON2.encode(password), person.id())
                .update();
    }

    private static void requireLong(String password) {
        if (password.length() < SHORTEST_PASSWORD) {
            throw new RotinaException(Problem.PASSWORD_TOO_SHORT, SHORTEST_PASSWORD);
        }
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

    /** Gives the person these jobs in the store, beside those they have. */
    public void admit(long person, String store, Collection<Job> jobs) {
        for (Job job : jobs) {
            jdbc.sql(
                            """
                            insert into membership (person, store, job) values (?, ?, ?)
                            on conflict do nothing
                            """)
                    .params(person, store, job.id())
                    .update();
        }
    }

    /** Gives somebody of the store these jobs in place of those they had; without any they go. */
    @Transactional
    public void assign(long person, String store, Collection<Job> jobs) {
        dismiss(person, store);
        admit(person, store, jobs);
    }

    /** What the person may do in the store; empty: nothing, not even know that it exists. */
    public Optional<Role> role(Person person, String store) {
        return person.owner() ? Optional.of(Role.OWNER) : Job.role(jobs(person, store));
    }

    /** What the person does in the store; the owner of the installation may do all without any. */
    public Set<Job> jobs(Person person, String store) {
        return jdbc
                .sql("select job from membership where person = ? and store = ?")
                .params(person.id(), store)
                .query((row, number) -> Job.of(row.getString("job")))
                .list()
                .stream()
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Job.class)));
    }

    /**
     * Somebody who may do something in a store.
     *
     * @param jobs none: they own the installation
     */
    public record Member(Person person, Set<Job> jobs) {
        public Role role() {
            return person.owner() ? Role.OWNER : Job.role(jobs).orElse(Role.VIEWER);
        }
    }

    /** Who was admitted to the store, and the owners of the installation. */
    public List<Member> members(String store) {
        return jdbc
                .sql(
                        """
                        select * from person
                        where owner or id in (select person from membership where store = ?)
                        order by id
                        """)
                .param(store)
                .query(People::person)
                .list()
                .stream()
                .map(person -> new Member(person, jobs(person, store)))
                .toList();
    }

    /** Shuts the store to the person; owners of the installation stay. */
    public void dismiss(long person, String store) {
        jdbc.sql("delete from membership where person = ? and store = ?")
                .params(person, store)
                .update();
    }

    /**
     * Removes the person for good: their sessions, tokens, passkeys, jobs and talks go with them,
     * and the audit keeps a number instead of their name. What they wrote for a store stays with
     * it, under that number. The last owner of the installation cannot go.
     */
    @Transactional
    public void remove(Person person) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('person', 0))")
                .query((row, number) -> true)
                .single();
        int gone =
                jdbc.sql(
                                """
                                delete from person where id = ?
                                    and (not owner or exists (select from person o where o.owner and o.id <> person.id))
                                """)
                        .param(person.id())
                        .update();
        if (gone == 0) {
            throw new RotinaException(Problem.LAST_OWNER);
        }
        authors.forget(person);
    }

    /** What the person was admitted to, by store. */
    public Map<String, Role> roles(Person person) {
        Map<String, Role> roles = new HashMap<>();
        jdbc.sql("select store, job from membership where person = ?")
                .param(person.id())
                .query((ResultSet row) -> {
                    Role role = Job.of(row.getString("job")).role();
                    roles.merge(row.getString("store"), role, (a, b) -> a.covers(b) ? a : b);
                });
        return roles;
    }

    public Optional<Person> byEmail(String email) {
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
