package app.rotina.web;

import app.rotina.kernel.Store;
import app.rotina.reach.Delivery;
import app.rotina.reach.MailServers;
import app.rotina.routine.checks.Checks;
import app.rotina.state.CalendarFeeds;
import app.rotina.state.Outbox;
import app.rotina.state.Outbox.Kind;
import app.rotina.state.Outbox.Message;
import app.rotina.state.Outbox.State;
import app.rotina.state.People;
import app.rotina.state.Person;
import app.rotina.state.ReachChoices;
import app.rotina.state.ReachChoices.Choice;
import app.rotina.state.Role;
import app.rotina.state.Webhooks;
import app.rotina.state.Webhooks.Webhook;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Reads what reaches whom for pages. */
@Component
class ReachReading {
    private static final int MOST = 40;
    private static final Duration LATELY = Duration.ofDays(3);

    private final ReachChoices choices;
    private final CalendarFeeds calendars;
    private final Webhooks webhooks;
    private final Outbox outbox;
    private final People people;
    private final MailServers servers;
    private final Checks checks;
    private final Clock clock;

    ReachReading(
            ReachChoices choices,
            CalendarFeeds calendars,
            Webhooks webhooks,
            Outbox outbox,
            People people,
            MailServers servers,
            Checks checks,
            Clock clock) {
        this.choices = choices;
        this.calendars = calendars;
        this.webhooks = webhooks;
        this.outbox = outbox;
        this.people = people;
        this.servers = servers;
        this.checks = checks;
        this.clock = clock;
    }

    /** The same with what was just done. */
    ReachView view(
            Screen screen, ReachView.@Nullable Note note, ReachView.@Nullable Secret secret) {
        Store store = screen.store();
        @Nullable Person person = screen.who().person();
        String calendar = person == null ? "" : calendar(person, store);
        boolean owns = screen.may(Role.OWNER);
        return new ReachView(
                person == null ? "" : person.email(),
                person == null ? new Choice(false, false) : choices.of(person.id(), store.id()),
                choices.hours(store.id()),
                servers.chosen().isPresent(),
                calendar,
                calendar.replaceFirst("^https?", "webcal"),
                owns
                        ? webhooks.of(store.id()).stream().map(one -> hook(screen, one)).toList()
                        : List.of(),
                screen.mayManage() ? log(screen, store) : List.of(),
                note,
                secret);
    }

    /** How many of a store's messages of the last days may be missing; only who leads it asks. */
    int troubles(Screen screen) {
        return screen.mayManage()
                ? outbox.troubles(screen.store().id(), clock.instant().minus(LATELY))
                : 0;
    }

    static ReachView.Note note(Screen screen, Delivery delivery) {
        String ending =
                switch (delivery.ending()) {
                    case ARRIVED -> "arrived";
                    case LATER, REFUSED -> "failed";
                    case UNKNOWN -> "unknown";
                };
        String text = screen.say("reach.test." + ending);
        String why = why(screen, delivery.reason(), delivery.said());
        return new ReachView.Note(delivery.hasArrived(), why.isEmpty() ? text : text + " " + why);
    }

    private String calendar(Person person, Store store) {
        String base =
                servers.address()
                        .orElseGet(() ->
                                ServletUriComponentsBuilder.fromCurrentContextPath().toUriString());
        return calendars
                .secret(person.id(), store.id())
                .map(secret -> base + "/calendar/" + secret + ".ics")
                .orElse("");
    }

    private static ReachView.Hook hook(Screen screen, Webhook one) {
        String gets =
                one.digest() && one.alerts()
                        ? "both"
                        : one.digest() ? "digest" : one.alerts() ? "alerts" : "none";
        return new ReachView.Hook(
                one.id(),
                one.name(),
                String.join(
                        " · ",
                        screen.say("reach.shape." + one.shape().name().toLowerCase(Locale.ROOT)),
                        one.host(),
                        screen.say("reach.gets", gets)));
    }

    private List<ReachView.Line> log(Screen screen, Store store) {
        Map<Long, String> members =
                people.members(store.id()).stream()
                        .collect(
                                Collectors.toMap(
                                        one -> one.person().id(), one -> one.person().name()));
        Map<Long, String> chats =
                webhooks.of(store.id()).stream()
                        .collect(Collectors.toMap(Webhook::id, Webhook::name));
        return outbox.latest(store.id(), MOST).stream()
                .map(one -> line(screen, one, recipient(one, members, chats)))
                .toList();
    }

    private static String recipient(
            Message one, Map<Long, String> members, Map<Long, String> chats) {
        @Nullable Long person = one.draft().to().person();
        return person == null
                ? chats.getOrDefault(one.draft().to().webhook(), "")
                : members.getOrDefault(person, "");
    }

    private ReachView.Line line(Screen screen, Message one, String to) {
        String when = screen.words().moment(one.changed(), screen.store().zone());
        boolean repeatable =
                screen.may(Role.OWNER)
                        && (one.state() == State.FAILED || one.state() == State.UNKNOWN);
        return new ReachView.Line(
                one.id(),
                what(screen, one),
                one.attempts() > 1
                        ? to + " · " + when + " · " + screen.say("reach.attempts", one.attempts())
                        : to + " · " + when,
                screen.say("reach.state." + one.state().name().toLowerCase(Locale.ROOT)),
                tone(one),
                why(screen, one.reason(), one.said()),
                repeatable,
                one.state() == State.UNKNOWN);
    }

    private String what(Screen screen, Message one) {
        if (one.draft().kind() == Kind.DIGEST) {
            return screen.say("reach.log.digest", screen.words().day(one.draft().day()));
        }
        String rule = one.draft().rule();
        String label =
                checks.all().stream()
                        .filter(check -> check.id().equals(rule))
                        .map(check -> check.label(screen.words().texts()))
                        .findFirst()
                        .orElse(rule);
        return screen.say("reach.log.alert", label);
    }

    private static String tone(Message one) {
        return switch (one.state()) {
            case SENT -> "met";
            case FAILED -> "missed";
            case UNKNOWN -> "open";
            case WAITING -> one.attempts() > 0 ? "open" : "";
            case CLAIMED, DROPPED -> "";
        };
    }

    private static String why(Screen screen, String reason, String said) {
        String sentence = reason.isEmpty() ? "" : screen.say("reach.reason." + reason);
        return said.isEmpty() || sentence.isEmpty() ? sentence : sentence + " (" + said + ")";
    }
}
