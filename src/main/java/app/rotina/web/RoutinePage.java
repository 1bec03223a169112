package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.routine.checks.Check;
import app.rotina.routine.checks.Check.Cadence;
import app.rotina.routine.checks.Checking;
import app.rotina.routine.checks.Finding;
import app.rotina.routine.checks.Result;
import app.rotina.state.Role;
import app.rotina.warehouse.Warehouse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is looked at every day, already looked at: how each check stood, and what it found. */
@Controller
class RoutinePage implements Page {
    private final Checking checking;
    private final Catalog catalog;
    private final Warehouse warehouse;
    private final Clock clock;

    RoutinePage(Checking checking, Catalog catalog, Warehouse warehouse, Clock clock) {
        this.checking = checking;
        this.catalog = catalog;
        this.warehouse = warehouse;
        this.clock = clock;
    }

    @Override
    public Entry entry() {
        return new Entry(Group.DAY, 40, "routine", "/routine", Role.VIEWER);
    }

    /** Of the day asked for; else of yesterday, or the last day that has data. */
    @GetMapping("/s/{store}/routine")
    @Access(Role.VIEWER)
    ModelAndView show(
            Screen screen,
            Store store,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE)
                    @Nullable LocalDate date) {
        LocalDate yesterday = LocalDate.ofInstant(clock.instant(), store.zone()).minusDays(1);
        LocalDate latest =
                warehouse.dataThrough(store.id()).filter(yesterday::isAfter).orElse(yesterday);
        LocalDate day = date == null || date.isAfter(yesterday) ? latest : date;
        List<Result> kept = checking.kept(store, day);
        List<Result> results = kept.isEmpty() ? checking.look(store, Cadence.DAILY, day) : kept;
        return screen.show(
                "routine",
                new RoutineView(
                        day,
                        screen.words().day(day),
                        day.minusDays(1),
                        day.isBefore(yesterday) ? day.plusDays(1) : null,
                        results.stream().map(result -> row(screen, result)).toList()));
    }

    private CheckRow row(Screen screen, Result result) {
        Check check = result.check();
        CheckWords words = new CheckWords(catalog, screen.figures());
        List<Finding> findings = result.findings();
        return new CheckRow(
                check.label(screen.words().texts()),
                state(result),
                said(screen, result),
                detail(screen, result, words),
                findings.isEmpty()
                        ? ""
                        : screen.address(words.rows(check, findings.getFirst(), result.day())));
    }

    private static String state(Result result) {
        return switch (result.outcome()) {
            case PASS -> "met";
            case FAIL -> "missed";
            case ATTENTION -> "pending";
            case CANNOT_TELL -> "no_data";
        };
    }

    private static String said(Screen screen, Result result) {
        String outcome =
                screen.say("checks.outcome." + result.outcome().name().toLowerCase(Locale.ROOT));
        return result.stake().signum() == 0
                ? outcome
                : screen.say(
                        "tasks.outcome",
                        outcome,
                        screen.figures().money(MetricValue.known(result.stake())).text());
    }

    private static String detail(Screen screen, Result result, CheckWords words) {
        @Nullable String missing = result.missing();
        return missing == null
                ? result.findings().stream()
                        .map(one -> words.says(result.check(), one))
                        .collect(Collectors.joining(" "))
                : screen.say("missing." + missing);
    }
}
