package app.rotina.team;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.state.People;
import app.rotina.state.People.Member;
import app.rotina.state.Person;
import app.rotina.state.Talk;
import app.rotina.state.Talk.Side;
import app.rotina.state.Talks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Talks between two people of a store, each with both sides and what was agreed. */
@Component
public final class TalkBook {
    private final Talks talks;
    private final People people;
    private final Clock clock;

    TalkBook(Talks talks, People people, Clock clock) {
        this.talks = talks;
        this.people = people;
        this.clock = clock;
    }

    /** Those that the person can talk with. */
    public List<Person> others(Store store, Person me) {
        return people.members(store.id()).stream()
                .map(Member::person)
                .filter(person -> person.id() != me.id())
                .toList();
    }

    public List<Talk> of(Store store, Person me) {
        return talks.of(store.id(), me);
    }

    public Talk of(Store store, Person me, long talk) {
        return talks.of(store.id(), me, talk);
    }

    /** Begins a talk of today, or of another day within a year. */
    public Talk begin(Store store, Person me, long other, @Nullable LocalDate day) {
        if (others(store, me).stream().noneMatch(person -> person.id() == other)) {
            throw new RotinaException(Problem.UNKNOWN_PERSON, other);
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), store.zone());
        LocalDate when = day == null ? today : day;
        if (when.isBefore(today.minusYears(1)) || when.isAfter(today.plusYears(1))) {
            throw new RotinaException(Problem.BAD_ARGUMENT, when);
        }
        return talks.begin(store.id(), me, other, when);
    }

    /** Says one's own side; what is absent empties it. */
    public void say(
            Store store, Person me, long talk, @Nullable String view, @Nullable String proposal) {
        Side side = new Side(Typed.text(view), Typed.text(proposal), null);
        talks.say(store.id(), me, talk, side);
    }

    /** Says what both promised. */
    public void agree(Store store, Person me, long talk, @Nullable String agreed) {
        talks.agree(store.id(), me, talk, Typed.text(agreed));
    }
}
