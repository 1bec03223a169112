package app.rotina.web;

import app.rotina.access.Anyone;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.reach.RoutineCalendar;
import app.rotina.state.CalendarFeeds;
import app.rotina.state.CalendarFeeds.Feed;
import app.rotina.state.Stores;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The calendars that programs subscribe to: whoever knows the address reads it, nobody else. */
@Controller
class CalendarPage {
    private static final MediaType TYPE = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final CalendarFeeds feeds;
    private final Stores stores;
    private final RoutineCalendar calendar;

    CalendarPage(CalendarFeeds feeds, Stores stores, RoutineCalendar calendar) {
        this.feeds = feeds;
        this.stores = stores;
        this.calendar = calendar;
    }

    /** A program that has it as it is gets nothing anew. */
    @GetMapping("/calendar/{secret}.ics")
    @Anyone
    ResponseEntity<byte[]> show(@PathVariable String secret) {
        Feed feed =
                feeds.bySecret(secret)
                        .orElseThrow(() -> new RotinaException(Problem.NOT_FOUND, "/calendar"));
        byte[] text =
                calendar.of(stores.of(feed.store()), feed.person().locale())
                        .getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(TYPE)
                .eTag(DigestUtils.md5DigestAsHex(text))
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(15)).cachePrivate())
                .body(text);
    }
}
