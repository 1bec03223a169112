package app.rotina.web;

import app.rotina.state.Trial;
import app.rotina.web.TeamView.Criterion;
import app.rotina.web.TeamView.Decision;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells trials of partners as they stand on a day. */
record TrialReading(Screen screen, LocalDate today) {

    TeamView.Trial trial(Trial trial) {
        boolean late = trial.isRunning() && trial.decideBy().isBefore(today);
        return new TeamView.Trial(
                trial.id(),
                trial.partner(),
                trial.work(),
                screen.say("team.trial." + lower(trial.state())),
                mark(trial, late),
                trial.isRunning(),
                late,
                until(trial),
                screen.say("checks.job." + trial.job().id()),
                trial.criteria().stream().map(this::criterion).toList(),
                trial.decisions().stream().map(this::decision).toList());
    }

    private static String mark(Trial trial, boolean late) {
        return switch (trial.state()) {
            case RUNNING -> late ? "alert" : "pending";
            case PASSED -> "met";
            case ENDED -> "missed";
        };
    }

    private String until(Trial trial) {
        String day = screen.words().day(trial.decideBy());
        if (!trial.isRunning()) {
            return screen.say("team.trial.since", screen.words().day(trial.begun()));
        }
        long days = ChronoUnit.DAYS.between(today, trial.decideBy());
        return days < 0
                ? screen.say("team.trial.late", day)
                : screen.say("team.trial.until", day, days);
    }

    private Criterion criterion(Trial.Criterion one) {
        @Nullable Boolean met = one.met();
        String how = met == null ? "" : met ? "yes" : "no";
        return new Criterion(
                one.id(),
                one.text(),
                how,
                screen.say("team.criterion." + (how.isEmpty() ? "open" : how)));
    }

    private Decision decision(Trial.Decision one) {
        String exit = "team.exit." + lower(one.exit()) + ".was";
        @Nullable LocalDate until = one.until();
        return new Decision(
                one.id(),
                until == null ? screen.say(exit) : screen.say(exit, screen.words().day(until)),
                one.why(),
                TeamReading.by(screen, one.who(), one.at()));
    }

    private static String lower(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
