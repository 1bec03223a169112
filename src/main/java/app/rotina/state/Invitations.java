package app.rotina.state;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links by which somebody opens an account, or is let into further stores: each serves once, within
 * seven days. Only their hashes are kept.
 */
@Repository
public class Invitations {
    public static final Duration VALID = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final People people;
    private final Clock clock;

    Invitations(JdbcClient jdbc, People people, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
    }

    /** What an invitation opens. */
    public record Invitation(
            long id, Set<Job> jobs, List<String> stores, String invitedBy, Instant expiresAt) {}

    /** Makes one and gives its token, which is shown this once. */
    @Transactional
    public String invite(Collection<Job> jobs, List<String> stores, String invitedBy) {
        String token = Secrets.token();
        jdbc.sql("delete from invitation where expires_at < ?").param(now()).update();
        long id =
                jdbc.sql(
                                """
                                insert into invitation (hash, invited_by, expires_at)
                                values (?, ?, ?) returning id
                                """)
                        .params(
                                Secrets.hash(token),
                                invitedBy,
                                Instant.now(clock).plus(VALID).atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .single();
        for (Job job : Set.copyOf(jobs)) {
            jdbc.sql("insert into invitation_job (invitation, job) values (?, ?)")
                    .params(id, job.id())
                    .update();
        }
        for (String store : stores.stream().distinct().toList()) {
            jdbc.sql("insert into invitation_store (invitation, store) values (?, ?)")
                    .params(id, store)
                    .update();
        }
        return token;
    }

    /** The one with this token; empty where it was used, is too old or never was. */
    public Optional<Invitation> of(String token) {
        return jdbc.sql("select * from invitation where hash = ? and expires_at > ?")
                .params(Secrets.hash(token), now())
                .query(this::read)
                .optional();
    }

    /** Those of a store that nobody has used yet. */
    public List<Invitation> open(String store) {
        return jdbc.sql(
                        """
                        select i.* from invitation i join invitation_store s on s.invitation = i.id
                        where s.store = ? and i.expires_at > ? order by i.id
                        """)
                .params(store, now())
                .query(this::read)
                .list();
    }

    /** Takes an unused one of this store back. */
    public void withdraw(String store, long id) {
        jdbc.sql(
                        """
                        delete from invitation where id = ? and exists (
                            select from invitation_store where invitation = ? and store = ?)
                        """)
                .params(id, id, store)
                .update();
    }

    /** Opens the account; the invitation serves no second time. */
    @Transactional
    public Person accept(String token, People.Newcomer newcomer) {
        Invitation invitation = used(token);
        Person person = people.add(newcomer);
        admit(person, invitation);
        return person;
    }

    /** Lets somebody who has an account in; what they may do already is never made less. */
    @Transactional
    public void accept(String token, Person person) {
        admit(person, used(token));
    }

    private Invitation used(String token) {
        Invitation invitation =
                of(token).orElseThrow(() -> new RotinaException(Problem.BAD_INVITATION));
        int mine = jdbc.sql("delete from invitation where id = ?").param(invitation.id()).update();
        if (mine == 0) {
            throw new RotinaException(Problem.BAD_INVITATION);
        }
        return invitation;
    }

    private void admit(Person person, Invitation invitation) {
        for (String store : invitation.stores()) {
            people.admit(person.id(), store, invitation.jobs());
        }
    }

    private Invitation read(ResultSet row, int number) throws SQLException {
        return new Invitation(
                row.getLong("id"),
                jobs(row.getLong("id")),
                stores(row.getLong("id")),
                row.getString("invited_by"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private Set<Job> jobs(long invitation) {
        return jdbc
                .sql("select job from invitation_job where invitation = ?")
                .param(invitation)
                .query((row, number) -> Job.of(row.getString("job")))
                .list()
                .stream()
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Job.class)));
    }

    private List<String> stores(long invitation) {
        return jdbc.sql("select store from invitation_store where invitation = ? order by store")
                .param(invitation)
                .query((row, number) -> row.getString("store"))
                .list();
    }

    private OffsetDateTime now() {
        return Instant.now(clock).atOffset(ZoneOffset.UTC);
    }
}
