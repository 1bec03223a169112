package app.rotina.web;

import app.rotina.kernel.Store;
import app.rotina.state.Climate.Question;
import app.rotina.state.Expectations.Expectation;
import app.rotina.state.Job;
import app.rotina.state.People;
import app.rotina.state.People.Member;
import app.rotina.state.Person;
import app.rotina.state.Trials;
import app.rotina.team.ExpectationBook;
import app.rotina.team.Pulse;
import app.rotina.team.TrialBook;
import app.rotina.web.TeamView.Ask;
import app.rotina.web.TeamView.Choice;
import app.rotina.web.TeamView.Climate;
import app.rotina.web.TeamView.Expected;
import app.rotina.web.TeamView.Fortnight;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a store's team for its page. */
@Component
class TeamReading {
    private final Pulse pulse;
    private final ExpectationBook expectations;
    private final Trials trials;
    private final People people;
    private final Clock clock;

    TeamReading(
            Pulse pulse, ExpectationBook expectations, Trials trials, People people, Clock clock) {
        this.pulse = pulse;
        this.expectations = expectations;
        this.trials = trials;
        this.people = people;
        this.clock = clock;
    }

    TeamView view(Screen screen) {
        Store store = screen.store();
        LocalDate today = LocalDate.ofInstant(clock.instant(), store.zone());
        TrialReading reading = new TrialReading(screen, today);
        return new TeamView(
                climate(screen),
                expectations
                        .of(store, Objects.requireNonNull(screen.here()).role(), me(screen))
                        .stream()
                        .map(one -> expected(screen, one, today))
                        .toList(),
                trials.all(store.id()).stream().map(reading::trial).toList(),
                people.members(store.id()).stream()
                        .map(Member::person)
                        .map(one -> new Choice(String.valueOf(one.id()), one.name()))
                        .toList(),
                Arrays.stream(Job.values())
                        .map(job -> new Choice(job.id(), screen.say("checks.job." + job.id())))
                        .toList(),
                today.toString(),
                today.plusMonths(TrialBook.MONTHS).toString());
    }

    private static @Nullable Person me(Screen screen) {
        return screen.who().person();
    }

    private Climate climate(Screen screen) {
        Store store = screen.store();
        @Nullable Person me = me(screen);
        boolean answered = me != null && pulse.hasAnswered(store, me);
        List<Ask> asks =
                me == null || answered
                        ? List.of()
                        : Arrays.stream(Question.values())
                                .map(each ->
                                        new Ask(
                                                each.id(),
                                                screen.say("team.climate.ask." + each.id())))
                                .toList();
        return new Climate(
                screen.words().days(pulse.now(store)),
                asks,
                answered,
                pulse.trend(store).reversed().stream().map(one -> fortnight(screen, one)).toList());
    }

    private static Fortnight fortnight(Screen screen, Pulse.Fortnight one) {
        Words words = screen.words();
        return new Fortnight(
                words.days(one.days()),
                one.answers().known().map(words::count).orElse(""),
                Arrays.stream(Question.values())
                        .map(each -> Objects.requireNonNull(one.means().get(each)))
                        .map(mean -> mean.known().map(value -> words.decimal(value, 1)).orElse(""))
                        .toList(),
                one.answers().missing().map(why -> screen.say("missing." + why)).orElse(""));
    }

    private static Expected expected(Screen screen, Expectation one, LocalDate today) {
        @Nullable LocalDate review = one.review();
        return new Expected(
                one.id(),
                one.of() != null
                        ? one.of().name()
                        : one.job() == null ? "" : screen.say("checks.job." + one.job().id()),
                one.body(),
                review == null
                        ? ""
                        : screen.say("team.expectation.review", screen.words().day(review)),
                review != null && review.isBefore(today),
                by(screen, one.who(), one.at()));
    }

    static String by(Screen screen, String who, Instant at) {
        return screen.say(
                "reviews.by",
                screen.words().who(who),
                screen.words().moment(at, screen.store().zone()));
    }

    /** The scores that a form brought, by question. */
    static Map<Question, Integer> scores(
            @Nullable Integer mood, @Nullable Integer load, @Nullable Integer voice) {
        Map<Question, Integer> scores = new EnumMap<>(Question.class);
        if (mood != null && load != null && voice != null) {
            scores.put(Question.MOOD, mood);
            scores.put(Question.LOAD, load);
            scores.put(Question.VOICE, voice);
        }
        return scores;
    }
}
