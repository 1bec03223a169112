package app.rotina.state;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.sources.Profile;
import app.rotina.sources.Profiles;
import app.rotina.sources.Taught;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What stores have taught about their files: mapping profiles of their own, as text, and answers
 * about files that are known.
 */
@Repository
public class StoreProfiles {
    private static final Logger LOG = LoggerFactory.getLogger(StoreProfiles.class);
    private static final int MOST = 200;
    private static final List<String> REMEMBERED = List.of("dates", "numbers");

    private final JdbcClient jdbc;
    private final CellRules rules;
    private final Clock clock;

    StoreProfiles(JdbcClient jdbc, CellRules rules, Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.clock = clock;
    }

    /** One profile as it was saved. */
    public record Kept(String id, String yaml, String savedBy, Instant savedAt) {

        /** What it says; refused where a newer Rotina no longer reads it. */
        public Profile profile() {
            return Profile.of(id, yaml);
        }
    }

    public List<Kept> list(String store) {
        return jdbc.sql(
                        "select * from file_profile where store = ? and removed_at is null order by id")
                .param(store)
                .query(StoreProfiles::read)
                .list();
    }

    /** Those that can be read; one that no longer can hinders no other. */
    public List<Profile> of(String store) {
        List<Profile> profiles = new ArrayList<>();
        for (Kept kept : list(store)) {
            try {
                profiles.add(kept.profile());
            } catch (RotinaException e) {
                LOG.warn("profile {} of {} is left out", kept.id(), store, e);
            }
        }
        return List.copyOf(profiles);
    }

    /** All that the store has taught. */
    public Taught taught(String store) {
        Map<String, Map<String, String>> answers = new HashMap<>();
        RowCallbackHandler each =
                row ->
                        answers.computeIfAbsent(row.getString("kind"), _ -> new HashMap<>())
                                .put(row.getString("about"), row.getString("answer"));
        jdbc.sql("select kind, about, answer from file_answer where store = ?")
                .param(store)
                .query(each);
        return new Taught(of(store), answers, rules.of(store));
    }

    /** Keeps what was said of a kind of file for the next one; a later word replaces it. */
    public void remember(String store, String kind, Map<String, String> answers) {
        for (String about : REMEMBERED) {
            if (answers.containsKey(about)) {
                jdbc.sql(
                                """
                                insert into file_answer (store, kind, about, answer) values (?, ?, ?, ?)
                                on conflict (store, kind, about) do update set answer = excluded.answer
                                """)
                        .params(store, kind, about, answers.get(about))
                        .update();
            }
        }
    }

    public Kept one(String store, String id) {
        return jdbc.sql(
                        "select * from file_profile where store = ? and id = ? and removed_at is null")
                .params(store, id)
                .query(StoreProfiles::read)
                .optional()
                .orElseThrow(() -> new RotinaException(Problem.UNKNOWN_PROFILE, id, ids(store)));
    }

    /**
     * Keeps a profile that holds; one with the same id gives way.
     *
     * @param name what to call the text where it does not hold
     */
    public Kept save(String store, String name, String yaml, String who) {
        Profile profile = Profile.of(name, yaml);
        if (Profiles.all().stream().anyMatch(one -> one.id().equals(profile.id()))) {
            throw new RotinaException(Problem.PROFILE_SHIPPED, profile.id());
        }
        List<Kept> others = list(store);
        if (others.size() >= MOST && others.stream().noneMatch(o -> o.id().equals(profile.id()))) {
            throw new RotinaException(Problem.TOO_MANY_PROFILES, MOST);
        }
        return jdbc.sql(
                        """
                        insert into file_profile (store, id, yaml, saved_by, saved_at)
                        values (?, ?, ?, ?, ?)
                        on conflict (store, id) do update
                        set yaml = excluded.yaml, saved_by = excluded.saved_by, saved_at = excluded.saved_at, removed_at = null
                        returning *
                        """)
                .params(store, profile.id(), yaml, who, Instant.now(clock).atOffset(ZoneOffset.UTC))
                .query(StoreProfiles::read)
                .single();
    }

    /** Takes it away; it can be restored until another is saved under its id. */
    public void remove(String store, String id) {
        Kept kept = one(store, id);
        jdbc.sql("update file_profile set removed_at = now() where store = ? and id = ?")
                .params(store, kept.id())
                .update();
    }

    /** Brings one back that was taken away. */
    public void restore(String store, String id) {
        int done =
                jdbc.sql(
                                "update file_profile set removed_at = null where store = ? and id = ? and removed_at is not null")
                        .params(store, id)
                        .update();
        if (done == 0) {
            throw new RotinaException(Problem.NOT_FOUND, id);
        }
    }

    private String ids(String store) {
        return String.join(", ", list(store).stream().map(Kept::id).toList());
    }

    private static Kept read(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getString("id"),
                row.getString("yaml"),
                row.getString("saved_by"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }
}
