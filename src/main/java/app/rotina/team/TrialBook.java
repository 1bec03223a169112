package app.rotina.team;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.state.Job;
import app.rotina.state.Task.State;
import app.rotina.state.Trial;
import app.rotina.state.Trial.Exit;
import app.rotina.state.Trials;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Partners on trial: three months, what they are judged by, and how each trial is left. */
@Component
public class TrialBook {
    /** How long a trial lasts where nobody says otherwise. */
    public static final int MONTHS = 3;

    private static final int MOST_CRITERIA = 20;

    private final Trials trials;
    private final Reminders reminders;
    private final Clock clock;

    TrialBook(Trials trials, Reminders reminders, Clock clock) {
        this.trials = trials;
        this.reminders = reminders;
        this.clock = clock;
    }

    /**
     * A trial that somebody wants.
     *
     * @param begun absence: today
     * @param decideBy absence: three months after it began
     * @param job who decides; absence: the owner
     */
    public record Wish(
            @Nullable String partner,
            @Nullable String work,
            @Nullable LocalDate begun,
            @Nullable LocalDate decideBy,
            @Nullable String job,
            @Nullable List<String> criteria) {}

    /**
     * How somebody leaves it.
     *
     * @param exit {@code pass}, {@code extend} or {@code end}
     * @param until the new day to decide by; absence: three months after the last one
     */
    public record Decided(@Nullable String exit, @Nullable LocalDate until, @Nullable String why) {}

    public Trial begin(Store store, Wish wish, String who) {
        LocalDate begun = wish.begun() == null ? today(store) : wish.begun();
        LocalDate decideBy = wish.decideBy() == null ? begun.plusMonths(MONTHS) : wish.decideBy();
        if (!decideBy.isAfter(begun) || decideBy.isAfter(begun.plusYears(1))) {
            throw new RotinaException(Problem.BAD_ARGUMENT, begun + " … " + decideBy);
        }
        Job job = wish.job() == null || wish.job().isBlank() ? Job.OWNER : Job.of(wish.job());
        return trials.begin(
                store.id(),
                new Trials.Draft(
                        Typed.line(wish.partner(), "partner"),
                        Typed.text(wish.work()),
                        begun,
                        decideBy,
                        job,
                        criteria(wish.criteria())),
                who);
    }

    /** A trial without anything to judge it by cannot be decided. */
    private static List<String> criteria(@Nullable List<String> typed) {
        List<String> criteria =
                (typed == null ? List.<String>of() : typed)
                        .stream()
                                .flatMap(String::lines)
                                .filter(line -> !line.isBlank())
                                .map(line -> Typed.line(line, "criteria"))
                                .toList();
        if (criteria.isEmpty() || criteria.size() > MOST_CRITERIA) {
            throw new RotinaException(Problem.TRIAL_WITHOUT_CRITERIA, MOST_CRITERIA);
        }
        return criteria;
    }

    /** Says whether a thing was met; absence: it is open again. */
    public void judge(Store store, long trial, long criterion, @Nullable Boolean met) {
        trials.judge(trials.of(store.id(), trial), criterion, met);
    }

    /** Leaves it, and with it the task that asks for it. */
    @Transactional
    public Trial decide(Store store, long id, Decided decided, String who) {
        Trial trial = trials.of(store.id(), id);
        Exit exit = exit(decided.exit());
        String why = Typed.text(decided.why());
        if (why.isEmpty()) {
            throw new RotinaException(Problem.TRIAL_WITHOUT_WHY);
        }
        Trial after = trials.decide(trial, exit, until(store, trial, exit, decided), why, who);
        reminders.close(store, origin(trial), State.DONE, who);
        if (after.isRunning()) {
            reminders.reopen(store, origin(after), who);
        }
        return after;
    }

    /** Takes the latest decision back; the trial runs until the day it had, and asks again. */
    @Transactional
    public Trial undecide(Store store, long id, long decision, String who) {
        Trial decided = trials.of(store.id(), id);
        Trial before = trials.undecide(decided, decision);
        if (!before.decideBy().equals(decided.decideBy())) {
            reminders.close(store, origin(decided), State.DROPPED, who);
        }
        reminders.reopen(store, origin(before), who);
        return before;
    }

    /** Takes away one that was begun by mistake, and with it the task that asks for it. */
    @Transactional
    public void remove(Store store, long id, String who) {
        Trial trial = trials.of(store.id(), id);
        trials.remove(trial);
        reminders.close(store, origin(trial), State.DROPPED, who);
    }

    @Transactional
    public Trial restore(Store store, long id, String who) {
        boolean back = trials.restore(store.id(), id);
        Trial trial = trials.of(store.id(), id);
        if (back && trial.isRunning()) {
            reminders.reopen(store, origin(trial), who);
        }
        return trial;
    }

    private @Nullable LocalDate until(Store store, Trial trial, Exit exit, Decided decided) {
        if (exit != Exit.EXTEND) {
            return null;
        }
        LocalDate until =
                decided.until() == null ? trial.decideBy().plusMonths(MONTHS) : decided.until();
        boolean later = until.isAfter(trial.decideBy()) && until.isAfter(today(store));
        if (!later || until.isAfter(today(store).plusYears(1))) {
            throw new RotinaException(Problem.BAD_ARGUMENT, "until " + until);
        }
        return until;
    }

    private static Exit exit(@Nullable String id) {
        return Arrays.stream(Exit.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(id))
                .findFirst()
                .orElseThrow(() -> new RotinaException(Problem.BAD_ARGUMENT, "exit " + id));
    }

    /** Where the task about its decision comes from; another date is another one. */
    static String origin(Trial trial) {
        return "/team#trial-" + trial.id() + "-" + trial.decideBy();
    }

    private LocalDate today(Store store) {
        return LocalDate.ofInstant(clock.instant(), store.zone());
    }
}
