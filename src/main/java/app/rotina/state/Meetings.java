package app.rotina.state;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.Meeting.Cadence;
import app.rotina.state.Meeting.Item;
import app.rotina.state.Meeting.Kind;
import app.rotina.state.Meeting.Topic;
import app.rotina.state.Meeting.Who;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The meetings of stores with their minutes. */
@Repository
public class Meetings {
    private final JdbcClient jdbc;
    private final Clock clock;

    Meetings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is begun. */
    public record Draft(String store, Cadence cadence, LocalDate day, List<Topic> topics) {}

    /** Begins a meeting with its agenda; one of that day that was begun before is the same one. */
    @Transactional
    public Meeting begin(Draft draft, String who) {
        Optional<Long> id =
                jdbc.sql(
                                """
                                insert into meeting (store, cadence, day, opened_by, opened_at) values (?, ?, ?, ?, ?)
                                on conflict do nothing returning id
                                """)
                        .params(draft.store(), draft.cadence().name(), draft.day(), who, now())
                        .query(Long.class)
                        .optional();
        id.ifPresent(meeting -> draft.topics().forEach(topic -> add(meeting, topic)));
        return of(draft.store(), id.orElseGet(() -> same(draft)));
    }

    private long same(Draft draft) {
        return jdbc.sql("select id from meeting where store = ? and cadence = ? and day = ?")
                .params(draft.store(), draft.cadence().name(), draft.day())
                .query(Long.class)
                .single();
    }

    private void add(long meeting, Topic topic) {
        jdbc.sql(
                        "insert into meeting_item (meeting, kind, title, detail, address) values (?, ?, ?, ?, ?)")
                .params(
                        meeting,
                        topic.kind().name(),
                        topic.title(),
                        topic.detail(),
                        topic.address())
                .update();
    }

    /** Brings something up that is not on the agenda. */
    @Transactional
    public void bringUp(Meeting meeting, String title) {
        requireOpen(meeting);
        add(meeting.id(), new Topic(Kind.POINT, title, "", ""));
    }

    /** Writes what was said about an item. */
    @Transactional
    public void write(Meeting meeting, long item, String minutes, String who) {
        requireOpen(meeting);
        jdbc.sql(
                        """
                        update meeting_item set minutes = ?, written_by = ?, written_at = ?
                        where meeting = ? and id = ?
                        """)
                .params(minutes, who, now(), meeting.id(), item)
                .update();
    }

    /** Who is there, in place of those named before. */
    @Transactional
    public void attend(Meeting meeting, List<String> present) {
        requireOpen(meeting);
        jdbc.sql("update meeting set present = ? where id = ?")
                .param(1, present.toArray(String[]::new))
                .param(2, meeting.id())
                .update();
    }

    /** Ends it; its minutes stay as they are. */
    public void close(Meeting meeting, String who) {
        jdbc.sql(
                        "update meeting set closed_by = ?, closed_at = ? where id = ? and closed_at is null")
                .params(who, now(), meeting.id())
                .update();
    }

    /** Locks it, so that nothing is written while it is being closed. */
    private void requireOpen(Meeting meeting) {
        boolean open =
                jdbc.sql("select closed_at is null from meeting where id = ? for update")
                        .param(meeting.id())
                        .query(Boolean.class)
                        .single();
        if (!open) {
            throw new RotinaException(Problem.MEETING_CLOSED);
        }
    }

    public Meeting of(String store, long id) {
        return jdbc.sql("select * from meeting where store = ? and id = ?")
                .params(store, id)
                .query(this::meeting)
                .optional()
                .orElseThrow(() -> new RotinaException(Problem.UNKNOWN_MEETING, id));
    }

    /** The latest first. */
    public List<Meeting> last(String store, int most) {
        return jdbc.sql("select * from meeting where store = ? order by day desc, id desc limit ?")
                .params(store, most)
                .query(this::meeting)
                .list();
    }

    /** The last day on which one of the cadence was held. */
    public Optional<LocalDate> lastDay(String store, Cadence cadence) {
        return jdbc.sql("select max(day) from meeting where store = ? and cadence = ?")
                .params(store, cadence.name())
                .query(LocalDate.class)
                .optional();
    }

    private Meeting meeting(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        Array present = row.getArray("present");
        return new Meeting(
                id,
                row.getString("store"),
                Cadence.valueOf(row.getString("cadence")),
                row.getObject("day", LocalDate.class),
                List.of((String[]) present.getArray()),
                new Who(row.getString("opened_by"), at(row, "opened_at")),
                who(row, "closed"),
                items(id));
    }

    private List<Item> items(long meeting) {
        return jdbc.sql("select * from meeting_item where meeting = ? order by id")
                .param(meeting)
                .query((row, number) ->
                        new Item(
                                row.getLong("id"),
                                new Topic(
                                        Kind.valueOf(row.getString("kind")),
                                        row.getString("title"),
                                        row.getString("detail"),
                                        row.getString("address")),
                                row.getString("minutes"),
                                who(row, "written")))
                .list();
    }

    private static @Nullable Who who(ResultSet row, String verb) throws SQLException {
        @Nullable String name = row.getString(verb + "_by");
        return name == null ? null : new Who(name, at(row, verb + "_at"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private OffsetDateTime now() {
        return Instant.now(clock).atOffset(ZoneOffset.UTC);
    }
}
