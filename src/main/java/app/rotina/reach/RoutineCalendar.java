package app.rotina.reach;

import app.rotina.kernel.Store;
import app.rotina.kernel.Texts;
import app.rotina.routine.checks.Cadence;
import app.rotina.routine.checks.Check;
import app.rotina.routine.checks.Checks;
import app.rotina.routine.checks.Routine;
import app.rotina.routine.checks.Routines;
import app.rotina.routine.checks.Turn;
import app.rotina.routine.checks.Turns;
import app.rotina.state.ReachChoices;
import app.rotina.state.Stores;
import app.rotina.state.Task;
import app.rotina.state.Tasks;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The routine of a store as a calendar that other programs subscribe to (RFC 5545): the checks by
 * their cadence, the meetings, and the open tasks on the day they are due. It tells no figure. The
 * same state gives the same text.
 */
@Component
public final class RoutineCalendar {
    private static final Duration LENGTH = Duration.ofMinutes(15);

    private final Checks checks;
    private final Routines routines;
    private final TeamCalendar team;
    private final Tasks tasks;
    private final Stores stores;
    private final ReachChoices choices;
    private final MailServers servers;

    RoutineCalendar(
            Checks checks,
            Routines routines,
            TeamCalendar team,
            Tasks tasks,
            Stores stores,
            ReachChoices choices,
            MailServers servers) {
        this.checks = checks;
        this.routines = routines;
        this.team = team;
        this.tasks = tasks;
        this.stores = stores;
        this.choices = choices;
        this.servers = servers;
    }

    public String of(Store store, Locale locale) {
        Texts texts = Texts.of(locale);
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Rotina//Rotina//" + texts.locale().getLanguage()));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        String name = texts.say("reach.ical.name", store.name());
        calendar.add(new XProperty("X-WR-CALNAME", name));
        calendar.add(new XProperty("X-WR-TIMEZONE", store.zone().getId()));
        calendar.add(new XProperty("X-PUBLISHED-TTL", "PT1H"));
        calendar.add(CalendarZone.of(store.zone()));
        Stream.of(rounds(store, texts), team.of(store, texts), due(store, texts))
                .flatMap(Function.identity())
                .forEach(calendar::add);
        return FoldedLines.of(calendar.toString());
    }

    /** One event for all checks of a cadence. */
    private Stream<VEvent> rounds(Store store, Texts texts) {
        Routine routine = routines.of(store);
        return Arrays.stream(Cadence.values())
                .filter(cadence -> due(routine, cadence).findAny().isPresent())
                .map(cadence -> round(routine, cadence, texts));
    }

    private static Stream<Check> due(Routine routine, Cadence cadence) {
        return routine.checks().stream().filter(check -> check.cadence() == cadence);
    }

    private VEvent round(Routine routine, Cadence cadence, Texts texts) {
        Store store = routine.store();
        Instant since = stores.since(store.id());
        LocalDate first = first(routine.turns(), cadence, LocalDate.ofInstant(since, store.zone()));
        ZonedDateTime start = first.atTime(choices.hours(store.id()).digest()).atZone(store.zone());
        List<Check> due = due(routine, cadence).toList();
        String labels =
                due.stream()
                        .map(check -> "– " + check.label(texts))
                        .collect(Collectors.joining("\n"));
        List<Property> properties = new ArrayList<>();
        properties.add(new Uid("checks-" + cadence.id() + "." + store.id() + "@rotina"));
        properties.add(new DtStamp(since));
        properties.add(new DtStart<>(start));
        properties.add(new DtEnd<>(start.plus(LENGTH)));
        properties.add(new RRule<Temporal>(rule(cadence, first)));
        properties.add(
                new Summary(
                        texts.say(
                                "reach.ical.checks",
                                texts.say("reach.ical." + cadence.id()),
                                due.size())));
        properties.add(new Description(labels));
        link(store, "/routine").ifPresent(properties::add);
        return event(properties);
    }

    private static String rule(Cadence cadence, LocalDate first) {
        return switch (cadence) {
            case DAILY -> "FREQ=DAILY";
            case WEEKLY -> "FREQ=WEEKLY;BYDAY=" + first.getDayOfWeek().name().substring(0, 2);
            case FORTNIGHTLY -> "FREQ=MONTHLY;BYMONTHDAY=1,16";
            case MONTHLY -> "FREQ=MONTHLY;BYMONTHDAY=1";
            case QUARTERLY -> "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1";
            case NINETY_DAYS -> "FREQ=DAILY;INTERVAL=90";
            case YEARLY -> "FREQ=YEARLY";
        };
    }

    /** The first day from this one on that begins a period. */
    private static LocalDate first(Turns turns, Cadence cadence, LocalDate from) {
        Turn now = turns.of(cadence, from);
        return now.first().equals(from) ? from : turns.of(cadence, now.last().plusDays(1)).first();
    }

    private Stream<VEvent> due(Store store, Texts texts) {
        return tasks.open(store.id()).stream().flatMap(task -> event(store, task, texts));
    }

    private Stream<VEvent> event(Store store, Task task, Texts texts) {
        @Nullable LocalDate due = task.due();
        if (due == null) {
            return Stream.empty();
        }
        DayEvent event =
                new DayEvent(
                        "task-" + task.id() + "." + store.id() + "@rotina",
                        task.opened().at(),
                        due,
                        checks.title(task, texts),
                        texts.say("checks.job." + task.job().id()),
                        link(store, "/tasks"));
        return Stream.of(event.event());
    }

    private static VEvent event(List<Property> properties) {
        VEvent event = new VEvent(false);
        properties.forEach(event::add);
        return event;
    }

    private Optional<Url> link(Store store, String path) {
        return servers.address().map(base -> new Url(URI.create(base + "/s/" + store.id() + path)));
    }
}
