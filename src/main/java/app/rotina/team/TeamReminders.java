package app.rotina.team;

import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.kernel.Texts;
import app.rotina.state.Expectations;
import app.rotina.state.Expectations.Expectation;
import app.rotina.state.Job;
import app.rotina.state.Stores;
import app.rotina.state.Task;
import app.rotina.state.TaskOrigins;
import app.rotina.state.Trial;
import app.rotina.state.Trials;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reminds of trials to be decided and expectations to be looked at: a fortnight before, a task. */
@Component
public final class TeamReminders {
    private static final Logger LOG = LoggerFactory.getLogger(TeamReminders.class);
    private static final int DAYS_AHEAD = 14;
    private static final String PRODUCT = "Rotina";

    private final Stores stores;
    private final Trials trials;
    private final Expectations expectations;
    private final TaskOrigins origins;
    private final Clock clock;

    TeamReminders(
            Stores stores,
            Trials trials,
            Expectations expectations,
            TaskOrigins origins,
            Clock clock) {
        this.stores = stores;
        this.trials = trials;
        this.expectations = expectations;
        this.origins = origins;
        this.clock = clock;
    }

    /**
     * A day to come.
     *
     * @param origin names it for good, with its day
     */
    public record Day(String origin, LocalDate day, Job job, String title) {}

    @Scheduled(initialDelay = 8, fixedDelay = 30, timeUnit = TimeUnit.MINUTES)
    void remindAll() {
        for (Store store : stores.all()) {
            try {
                remind(store);
            } catch (RotinaException e) {
                LOG.warn("{} was not reminded: {}", store.id(), e.getMessage());
            }
        }
    }

    /** Opens the tasks of the days that are near; asked again they are the same. */
    public void remind(Store store) {
        days(store, Texts.of(store.locale()))
                .filter(day -> !day.day().isAfter(horizon(store)))
                .forEach(day -> origins.open(store.id(), day.origin(), draft(day), PRODUCT));
    }

    private static Task.Draft draft(Day day) {
        return new Task.Draft(
                day.title(),
                day.job(),
                null,
                day.day(),
                BigDecimal.ZERO,
                new Task.Details("", "/team", "", "", null),
                null);
    }

    /** The days that have no task yet. */
    public List<Day> ahead(Store store, Texts texts) {
        return days(store, texts).filter(day -> day.day().isAfter(horizon(store))).toList();
    }

    private Stream<Day> days(Store store, Texts texts) {
        return Stream.concat(
                trials.all(store.id()).stream()
                        .filter(Trial::isRunning)
                        .map(trial -> day(trial, texts)),
                expectations.all(store.id()).stream().flatMap(one -> day(one, texts)));
    }

    private static Day day(Trial trial, Texts texts) {
        return new Day(
                TrialBook.origin(trial),
                trial.decideBy(),
                trial.job(),
                texts.say("team.trial.task", trial.partner()));
    }

    private static Stream<Day> day(Expectation one, Texts texts) {
        @Nullable LocalDate review = one.review();
        return review == null
                ? Stream.empty()
                : Stream.of(
                        new Day(
                                ExpectationBook.origin(one, review),
                                review,
                                Job.MANAGER,
                                texts.say("team.expectation.task", whom(one, texts))));
    }

    private static String whom(Expectation one, Texts texts) {
        if (one.of() != null) {
            return one.of().name();
        }
        return one.job() == null ? "" : texts.say("checks.job." + one.job().id());
    }

    private LocalDate horizon(Store store) {
        return LocalDate.ofInstant(clock.instant(), store.zone()).plusDays(DAYS_AHEAD);
    }
}
