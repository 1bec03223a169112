package app.rotina.state;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.People.Member;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes that people of a store have to know of, and who said to have read them. */
@Repository
public class Notices {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 4000;

    private final JdbcClient jdbc;
    private final Clock clock;

    Notices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A change.
     *
     * @param jobs whom it is for; empty: everybody
     * @param read when each person said to have read it, by their id
     */
    public record Notice(
            long id,
            String title,
            String body,
            Set<Job> jobs,
            String who,
            Instant at,
            Map<Long, Instant> read) {

        /** Whether the person, who has these jobs, is to read it; who wrote it has. */
        public boolean isFor(Person person, Set<Job> theirs) {
            return !person.name().equals(who)
                    && (jobs.isEmpty() || !Collections.disjoint(jobs, theirs));
        }

        /** Whoever of these is to read it or has, and when they said so. */
        public List<Receipt> receipts(List<Member> members) {
            return members.stream()
                    .filter(member ->
                            isFor(member.person(), member.jobs())
                                    || read.containsKey(member.person().id()))
                    .map(member ->
                            new Receipt(member.person().name(), read.get(member.person().id())))
                    .toList();
        }
    }

    /**
     * Somebody it is for.
     *
     * @param at when they said to have read it; absence: not yet
     */
    public record Receipt(String name, @Nullable Instant at) {}

    /** What somebody has to say; no job: it is for everybody. */
    public record Draft(String title, String body, Set<Job> jobs) {

        /** As somebody typed it; refuses one without a title, and one too long to be read. */
        public static Draft of(
                @Nullable String title, @Nullable String text, @Nullable List<String> jobs) {
            String head = title == null ? "" : title.strip();
            String body = text == null ? "" : text.replace("\r\n", "\n").strip();
            if (head.isEmpty() || head.length() > LONGEST_TITLE || body.length() > LONGEST_TEXT) {
                throw new RotinaException(Problem.BAD_ARGUMENT, "title " + head);
            }
            List<String> whom = jobs == null ? List.of() : jobs;
            return new Draft(head, body, whom.stream().map(Job::of).collect(Collectors.toSet()));
        }
    }

    public Notice add(String store, Draft draft, String who) {
        long id =
                jdbc.sql(
                                """
                                insert into notice (store, title, body, jobs, written_by, written_at)
                                values (?, ?, ?, ?, ?, ?) returning id
                                """)
                        .param(1, store)
                        .param(2, draft.title())
                        .param(3, draft.body())
                        .param(4, draft.jobs().stream().map(Job::id).toArray(String[]::new))
                        .param(5, who)
                        .param(6, now())
                        .query(Long.class)
                        .single();
        return of(store, id);
    }

    /** Those that are up, the latest first. */
    public List<Notice> all(String store) {
        return jdbc.sql(
                        "select * from notice where store = ? and removed_at is null order by id desc")
                .param(store)
                .query(this::notice)
                .list();
    }

    /** Those that the person, who has these jobs, is still to read. */
    public List<Notice> unread(String store, Person person, Set<Job> jobs) {
        return all(store).stream()
                .filter(one -> one.isFor(person, jobs) && !one.read().containsKey(person.id()))
                .toList();
    }

    public Notice of(String store, long id) {
        return all(store).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new RotinaException(Problem.UNKNOWN_NOTICE, id));
    }

    /** The person says to have read it; said again it stays with the first time. */
    public void read(String store, long id, Person person) {
        jdbc.sql(
                        "insert into notice_read (notice, person, read_at) values (?, ?, ?) on conflict do nothing")
                .params(of(store, id).id(), person.id(), now())
                .update();
    }

    /** Takes it down; it can be restored. */
    public void remove(String store, long id) {
        jdbc.sql("update notice set removed_at = ? where store = ? and id = ?")
                .params(now(), store, id)
                .update();
    }

    public void restore(String store, long id) {
        jdbc.sql("update notice set removed_at = null where store = ? and id = ?")
                .params(store, id)
                .update();
    }

    private Notice notice(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        return new Notice(
                id,
                row.getString("title"),
                row.getString("body"),
                Arrays.stream((String[]) row.getArray("jobs").getArray())
                        .map(Job::of)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getString("written_by"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                readers(id));
    }

    private Map<Long, Instant> readers(long notice) {
        Map<Long, Instant> read = new HashMap<>();
        jdbc.sql("select person, read_at from notice_read where notice = ?")
                .param(notice)
                .query((ResultSet row) -> {
                    read.put(
                            row.getLong("person"),
                            row.getObject("read_at", OffsetDateTime.class).toInstant());
                });
        return read;
    }

    private OffsetDateTime now() {
        return Instant.now(clock).atOffset(ZoneOffset.UTC);
    }
}
