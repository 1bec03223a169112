package app.rotina.reach;

import app.rotina.kernel.Store;
import app.rotina.kernel.Texts;
import app.rotina.meeting.MeetingDates;
import app.rotina.state.Meeting.Cadence;
import app.rotina.state.Stores;
import app.rotina.team.TeamReminders;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Url;
import org.springframework.stereotype.Component;

/** A store's meetings of the next weeks, and the days on which something of its team is decided. */
@Component
final class TeamCalendar {
    private static final int MEETINGS = 8;

    private final MeetingDates dates;
    private final TeamReminders reminders;
    private final Stores stores;
    private final MailServers servers;

    TeamCalendar(MeetingDates dates, TeamReminders reminders, Stores stores, MailServers servers) {
        this.dates = dates;
        this.reminders = reminders;
        this.stores = stores;
        this.servers = servers;
    }

    Stream<VEvent> of(Store store, Texts texts) {
        return Stream.concat(
                Arrays.stream(Cadence.values()).flatMap(each -> meetings(store, each, texts)),
                reminders.ahead(store, texts).stream().map(day -> event(store, day, texts)));
    }

    /** One by one: a holiday moves a meeting, which no rule of a calendar says. */
    private Stream<VEvent> meetings(Store store, Cadence cadence, Texts texts) {
        String id = cadence.name().toLowerCase(Locale.ROOT);
        Instant since = stores.since(store.id());
        return dates.ahead(store, cadence)
                .limit(MEETINGS)
                .map(day ->
                        new DayEvent(
                                        uid("meeting-" + id + "-" + day, store),
                                        since,
                                        day,
                                        texts.say("meetings.title." + id),
                                        "",
                                        link(store, "/meetings"))
                                .event());
    }

    private VEvent event(Store store, TeamReminders.Day day, Texts texts) {
        return new DayEvent(
                        uid(day.origin().replaceAll("\\W+", "-").substring(1), store),
                        stores.since(store.id()),
                        day.day(),
                        day.title(),
                        texts.say("checks.job." + day.job().id()),
                        link(store, "/team"))
                .event();
    }

    private static String uid(String what, Store store) {
        return what + "." + store.id() + "@rotina";
    }

    private Optional<Url> link(Store store, String path) {
        return servers.address().map(base -> new Url(URI.create(base + "/s/" + store.id() + path)));
    }
}
