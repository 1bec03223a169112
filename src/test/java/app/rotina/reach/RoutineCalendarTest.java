package app.rotina.reach;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.api.ServerForTests;
import app.rotina.kernel.Store;
import app.rotina.state.CalendarFeeds;
import app.rotina.state.Job;
import app.rotina.state.People;
import app.rotina.state.People.Newcomer;
import app.rotina.state.Person;
import app.rotina.state.StateForTests;
import app.rotina.state.Stores;
import app.rotina.state.Task;
import app.rotina.state.Tasks;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The calendar that other programs subscribe to, read by a program that checks it. */
class RoutineCalendarTest {
    private static final String HOSTILE =
            "Ligar; para, todos\r\nBEGIN:VEVENT\r\n\u202E <img onerror=x> \uD83D\uDECD 超长"
                    .repeat(3);

    private static ServerForTests server;
    private static Person ana;
    private static Store store;

    @BeforeAll
    static void start() {
        server = new ServerForTests();
        store = server.bean(Stores.class).add(StateForTests.store("loja"));
        People people = server.bean(People.class);
        ana =
                people.add(
                        new Newcomer(
                                "ana@example.org",
                                "Ana",
                                "a long enough one",
                                store.locale(),
                                false));
        people.admit(ana.id(), store.id(), List.of(Job.ADVISER));
        server.bean(Tasks.class)
                .add(
                        store.id(),
                        new Task.Draft(
                                HOSTILE, Job.MARKETING, LocalDate.of(2026, 3, 10), BigDecimal.TEN),
                        "Ana");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void isACalendarThatValidates() throws Exception {
        String text = server.bean(RoutineCalendar.class).of(store, store.locale());
        Calendar calendar = read(text);
        assertThat(calendar.validate().hasErrors()).as("%s", calendar.validate()).isFalse();
        List<VEvent> events = calendar.getComponents("VEVENT");
        assertThat(events).hasSizeGreaterThanOrEqualTo(2);
        assertThat(text)
                .contains(
                        "RRULE:FREQ=DAILY",
                        "TZID=America/Sao_Paulo:",
                        "TZID:America/Sao_Paulo",
                        "DTSTART;VALUE=DATE:20260310",
                        "SUMMARY:Rotina diária");
        assertThat(text.lines()).allMatch(line -> bytes(line) <= 75);
        assertThat(text).doesNotContain("\u202E").contains("\r\n");
    }

    @Test
    void isTheSameWhileNothingChanges() {
        RoutineCalendar calendar = server.bean(RoutineCalendar.class);
        assertThat(calendar.of(store, store.locale()))
                .isEqualTo(calendar.of(store, store.locale()));
    }

    /** A calendar program that reads the rules comes to the same times as this one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "America/Sao_Paulo",
                "America/New_York",
                "Europe/Lisbon",
                "Asia/Shanghai",
                "Australia/Sydney",
                "Asia/Kolkata",
                "America/Santiago",
                "UTC"
            })
    void tellsTheZoneAsItIs(String id) {
        ZoneId zone = ZoneId.of(id);
        VTimeZone written = CalendarZone.of(zone);
        net.fortuna.ical4j.model.TimeZone read = new net.fortuna.ical4j.model.TimeZone(written);
        for (int month = 1; month <= 12; month++) {
            Instant at = LocalDateTime.of(2027, month, 20, 12, 0).atZone(zone).toInstant();
            assertThat(read.getOffset(at.toEpochMilli()))
                    .as("%s in month %d", id, month)
                    .isEqualTo(
                            ZonedDateTime.ofInstant(at, zone).getOffset().getTotalSeconds() * 1000);
        }
    }

    @Test
    void isReadByWhoKnowsItsAddressUntilThatIsReplaced() {
        CalendarFeeds feeds = server.bean(CalendarFeeds.class);
        feeds.renew(ana.id(), store.id());
        String first = feeds.secret(ana.id(), store.id()).orElseThrow();
        HttpResponse<String> answer = get(first, "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/calendar"));
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(get(first, tag).statusCode()).isEqualTo(304);
        feeds.renew(ana.id(), store.id());
        assertThat(get(first, "").statusCode()).isEqualTo(404);
        String second = feeds.secret(ana.id(), store.id()).orElseThrow();
        assertThat(get(second, "").statusCode()).isEqualTo(200);
        server.bean(People.class).dismiss(ana.id(), store.id());
        assertThat(get(second, "").statusCode()).isEqualTo(404);
        server.bean(People.class).admit(ana.id(), store.id(), List.of(Job.ADVISER));
        assertThat(get("guessed", "").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> get(String secret, String tag) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.url("/calendar/" + secret + ".ics"));
        return server.send(
                (tag.isEmpty() ? request : request.header("If-None-Match", tag)).build());
    }

    private static Calendar read(String text) throws Exception {
        return new CalendarBuilder().build(new StringReader(text));
    }

    private static int bytes(String line) {
        return line.getBytes(StandardCharsets.UTF_8).length;
    }
}
