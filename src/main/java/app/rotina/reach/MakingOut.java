package app.rotina.reach;

import app.rotina.kernel.Store;
import app.rotina.routine.checks.Check;
import app.rotina.routine.checks.Checks;
import app.rotina.state.Outbox;
import app.rotina.state.Outbox.Draft;
import app.rotina.state.Outbox.Kind;
import app.rotina.state.Outbox.Untold;
import app.rotina.state.ReachChoices;
import app.rotina.state.ReachChoices.Hours;
import app.rotina.state.ReachChoices.Recipient;
import app.rotina.state.Stores;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes out the messages that are due: it asks the state's database alone, never a warehouse. */
@Component
final class MakingOut {
    /** So long after its hour a digest goes out though nobody went through the day's checks. */
    private static final Duration PATIENCE = Duration.ofHours(3);

    private static final Duration NEW = Duration.ofHours(24);
    private static final int ALERTS_A_DAY = 2;

    /** A store whose checks have not been gone through for so long has gone quiet. */
    private static final int ALIVE_DAYS = 7;

    private final Outbox outbox;
    private final ReachChoices choices;
    private final Stores stores;
    private final Checks checks;
    private final Clock clock;

    MakingOut(Outbox outbox, ReachChoices choices, Stores stores, Checks checks, Clock clock) {
        this.outbox = outbox;
        this.choices = choices;
        this.stores = stores;
        this.checks = checks;
        this.clock = clock;
    }

    /** The digests of the stores whose hour has come: of yesterday, which is over. */
    void digests() {
        Map<String, List<Recipient>> wanted = byStore(choices.digests());
        if (wanted.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Map<String, Hours> hours = choices.hours();
        LocalDate earliest = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(2);
        Set<Draft> there = outbox.digestsSince(earliest);
        Map<LocalDate, Set<String>> checked = new HashMap<>();
        for (Store store : stores.all()) {
            ZonedDateTime here = now.atZone(store.zone());
            LocalDate day = here.toLocalDate().minusDays(1);
            Hours its = hours.getOrDefault(store.id(), Hours.USUAL);
            List<Draft> drafts =
                    wanted.getOrDefault(store.id(), List.of()).stream()
                            .map(to -> Draft.digest(to, day))
                            .filter(draft -> !there.contains(draft))
                            .toList();
            if (!drafts.isEmpty()
                    && !here.toLocalTime().isBefore(its.digest())
                    && isReady(store, day, here.with(its.digest()), checked)) {
                outbox.add(drafts, now);
            }
        }
    }

    private boolean isReady(
            Store store, LocalDate day, ZonedDateTime hour, Map<LocalDate, Set<String>> checked) {
        if (on(day, checked).contains(store.id())) {
            return true;
        }
        boolean waitedEnough = clock.instant().isAfter(hour.toInstant().plus(PATIENCE));
        return waitedEnough
                && day.minusDays(ALIVE_DAYS)
                        .datesUntil(day)
                        .anyMatch(before -> on(before, checked).contains(store.id()));
    }

    private Set<String> on(LocalDate day, Map<LocalDate, Set<String>> checked) {
        return checked.computeIfAbsent(day, outbox::checked);
    }

    /** What checks that fail have newly found: at most two alerts a day of a check. */
    void alerts() {
        Map<String, List<Recipient>> wanted = byStore(choices.alerts());
        if (wanted.isEmpty()) {
            return;
        }
        Map<String, Map<String, List<Long>>> found =
                outbox.untold(clock.instant().minus(NEW)).stream()
                        .filter(one -> wanted.containsKey(one.store()) && fails(one.check()))
                        .collect(
                                Collectors.groupingBy(
                                        Untold::store,
                                        Collectors.groupingBy(
                                                Untold::check,
                                                Collectors.mapping(
                                                        Untold::task, Collectors.toList()))));
        found.forEach((store, byCheck) ->
                byCheck.forEach((check, tasks) ->
                        alert(
                                stores.of(store),
                                check,
                                tasks,
                                wanted.getOrDefault(store, List.of()))));
    }

    private void alert(Store store, String check, List<Long> tasks, List<Recipient> to) {
        Hours hours = choices.hours(store.id());
        ZonedDateTime now = clock.instant().atZone(store.zone());
        ZonedDateTime due = now;
        if (hours.isQuiet(now.toLocalTime())) {
            ZonedDateTime end = now.with(hours.quietTo());
            due = end.isAfter(now) ? end : end.plusDays(1);
        }
        LocalDate day = due.toLocalDate();
        int turn = outbox.alerts(store.id(), check, day) + 1;
        if (turn <= ALERTS_A_DAY) {
            List<Draft> drafts = new ArrayList<>();
            to.forEach(one -> drafts.add(new Draft(one, Kind.ALERT, day, check, turn, tasks)));
            outbox.add(drafts, due.toInstant());
        }
    }

    private boolean fails(String check) {
        return checks.all().stream()
                .anyMatch(one -> one.id().equals(check) && one.severity() == Check.Severity.FAIL);
    }

    private static Map<String, List<Recipient>> byStore(List<Recipient> recipients) {
        return recipients.stream().collect(Collectors.groupingBy(Recipient::store));
    }
}
