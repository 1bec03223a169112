package app.rotina.reach;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;

/**
 * Something of a whole day in a calendar, which leaves the day free for others.
 *
 * @param uid the same for the same thing, for good
 * @param link empty: the installation has no address of its own yet
 */
record DayEvent(
        String uid, Instant since, LocalDate day, String title, String detail, Optional<Url> link) {

    VEvent event() {
        VEvent event = new VEvent(false);
        event.add(new Uid(uid));
        event.add(new DtStamp(since));
        event.add(new DtStart<>(day));
        event.add(new DtEnd<>(day.plusDays(1)));
        event.add(new Summary(plain(title)));
        event.add(new Description(detail));
        event.add(ImmutableTransp.TRANSPARENT);
        link.ifPresent(event::add);
        return event;
    }

    /** One line without signs that a calendar would not show. */
    private static String plain(String title) {
        return title.replaceAll("\\p{C}+", " ").strip();
    }
}
