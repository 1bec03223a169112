package app.rotina.team;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.state.Expectations;
import app.rotina.state.Expectations.Expectation;
import app.rotina.state.Job;
import app.rotina.state.People;
import app.rotina.state.Person;
import app.rotina.state.Role;
import app.rotina.state.Task.State;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is expected of people and jobs, in writing, and when it is looked at again. */
@Component
public class ExpectationBook {
    private final Expectations expectations;
    private final People people;
    private final Reminders reminders;
    private final Clock clock;

    ExpectationBook(Expectations expectations, People people, Reminders reminders, Clock clock) {
        this.expectations = expectations;
        this.people = people;
        this.reminders = reminders;
        this.clock = clock;
    }

    /**
     * What somebody expects.
     *
     * @param person a member of the store; absence: it is of the job
     * @param review absence: it is not looked at again by itself
     */
    public record Wish(
            @Nullable Long person,
            @Nullable String job,
            @Nullable String text,
            @Nullable LocalDate review) {}

    /** All for those who manage; for others what is expected of them and of their jobs. */
    public List<Expectation> of(Store store, Role role, @Nullable Person me) {
        List<Expectation> all = expectations.all(store.id());
        if (role.covers(Role.MANAGER)) {
            return all;
        }
        Set<Job> jobs = me == null ? Set.of() : people.jobs(me, store.id());
        return all.stream().filter(one -> isFor(one, me, jobs)).toList();
    }

    private static boolean isFor(Expectation one, @Nullable Person me, Set<Job> jobs) {
        return one.of() == null
                ? one.job() != null && jobs.contains(one.job())
                : me != null && one.of().person() == me.id();
    }

    public Expectation add(Store store, Wish wish, String who) {
        String text = Typed.text(wish.text());
        if (text.isEmpty()) {
            throw new RotinaException(Problem.BAD_ARGUMENT, "text");
        }
        requireAhead(store, wish.review());
        @Nullable Job job = wish.person() == null ? job(wish.job()) : null;
        return expectations.add(
                store.id(),
                new Expectations.Draft(member(store, wish.person()), job, text, wish.review()),
                who);
    }

    private static Job job(@Nullable String id) {
        return Job.of(id == null ? "" : id);
    }

    private @Nullable Long member(Store store, @Nullable Long person) {
        if (person != null
                && people.members(store.id()).stream()
                        .noneMatch(member -> member.person().id() == person)) {
            throw new RotinaException(Problem.UNKNOWN_PERSON, person);
        }
        return person;
    }

    /**
     * It was looked at, which closes the task that asked for it; the next time on another day, or
     * never by itself.
     */
    @Transactional
    public void review(Store store, long id, @Nullable LocalDate next, String who) {
        requireAhead(store, next);
        Expectation one = expectations.of(store.id(), id);
        expectations.review(store.id(), id, next);
        @Nullable LocalDate day = one.review();
        if (day != null && !day.equals(next)) {
            reminders.close(store, origin(one, day), State.DONE, who);
        }
        if (next != null) {
            reminders.reopen(store, origin(one, next), who);
        }
    }

    /** Takes it away, and with it the task that asks for it. */
    @Transactional
    public void remove(Store store, long id, String who) {
        Expectation one = expectations.of(store.id(), id);
        expectations.remove(store.id(), id);
        @Nullable LocalDate day = one.review();
        if (day != null) {
            reminders.close(store, origin(one, day), State.DROPPED, who);
        }
    }

    @Transactional
    public void restore(Store store, long id, String who) {
        boolean back = expectations.restore(store.id(), id);
        Expectation one = expectations.of(store.id(), id);
        @Nullable LocalDate day = one.review();
        if (back && day != null) {
            reminders.reopen(store, origin(one, day), who);
        }
    }

    /** Where the task about a day of it comes from. */
    static String origin(Expectation one, LocalDate day) {
        return "/team#expectation-" + one.id() + "-" + day;
    }

    private void requireAhead(Store store, @Nullable LocalDate day) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), store.zone());
        if (day != null && (day.isBefore(today) || day.isAfter(today.plusYears(2)))) {
            throw new RotinaException(Problem.BAD_ARGUMENT, "review " + day);
        }
    }
}
