package app.rotina.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.api.ServerForTests;
import app.rotina.cli.ReportShop;
import app.rotina.goals.CommercialCalendar;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.kernel.Texts;
import app.rotina.meeting.MeetingBook.Whom;
import app.rotina.routine.checks.Routines;
import app.rotina.state.Job;
import app.rotina.state.Meeting;
import app.rotina.state.Meeting.Cadence;
import app.rotina.state.Meeting.Item;
import app.rotina.state.Meeting.Kind;
import app.rotina.state.Meeting.Topic;
import app.rotina.state.Meetings;
import app.rotina.state.Notices;
import app.rotina.state.People;
import app.rotina.state.People.Newcomer;
import app.rotina.state.Person;
import app.rotina.state.StoreSettings;
import app.rotina.state.Suggestions;
import app.rotina.state.Task;
import app.rotina.state.Tasks;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Meetings from their agenda to the tasks that follow, and notices to those they are for. */
class MeetingsTest {
    private static final Store STORE = ReportShop.store();

    private static ReportShop shop;

    @BeforeAll
    static void open() {
        shop = new ReportShop();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void goesFromTheAgendaToMinutesAndATask() {
        Tasks tasks = bean(Tasks.class);
        tasks.add("shop", draft("Atrasada", LocalDate.parse("2026-04-01")), "Ana");
        MeetingBook book = bean(MeetingBook.class);
        book.suggest(STORE, " Trocar o café ", "Rui");
        MeetingDates dates = bean(MeetingDates.class);
        LocalDate before = dates.next(STORE, Cadence.WEEKLY);

        Meeting meeting = book.begin(STORE, Cadence.WEEKLY, "Ana");

        assertThat(meeting.items())
                .extracting(item -> item.topic().kind())
                .contains(Kind.REVIEW, Kind.OVERDUE, Kind.SUGGESTION);
        assertThat(book.begin(STORE, Cadence.WEEKLY, "Rui")).isEqualTo(meeting);
        assertThat(bean(Suggestions.class).open("shop")).isEmpty();
        assertThat(dates.next(STORE, Cadence.WEEKLY)).isAfterOrEqualTo(before);
        writesAndCloses(book, meeting);
    }

    private static void writesAndCloses(MeetingBook book, Meeting meeting) {
        Meetings meetings = bean(Meetings.class);
        Item last = meeting.items().getLast();
        assertThat(last.topic().title()).isEqualTo("Trocar o café");
        book.write(meeting, last.id(), "Comprar do bom\nna sexta", "Ana");
        meetings.attend(meeting, List.of("Ana", "Rui"));
        book.bringUp(meeting, "Férias");
        Meeting now = meetings.of("shop", meeting.id());
        Task task = book.task(STORE, now, last.id(), Whom.of("design"), "Ana");

        assertThat(task.title()).isEqualTo("Comprar do bom");
        assertThat(task.job()).isEqualTo(Job.DESIGN);
        assertThat(task.due()).isEqualTo(bean(MeetingDates.class).next(STORE, Cadence.WEEKLY));
        assertThat(book.task(STORE, now, last.id(), Whom.MANAGER, "Rui")).isEqualTo(task);
        assertThat(book.tasks(now)).containsEntry(last.id(), task);
        for (Item about : now.items()) {
            if (about.topic().kind() == Kind.OVERDUE) {
                Task late = book.task(STORE, now, about.id(), Whom.MANAGER, "Rui");
                assertThat(late.title()).isEqualTo(about.topic().title());
                assertThat(book.tasks(now)).containsEntry(about.id(), late);
            }
        }
        assertThat(now.present()).containsExactly("Ana", "Rui");
        assertThat(now.items().getLast().topic().title()).isEqualTo("Férias");
        meetings.close(now, "Ana");
        assertThatThrownBy(() -> book.write(now, last.id(), "depois", "Rui"))
                .isInstanceOf(RotinaException.class);
        assertThat(meetings.of("shop", meeting.id()).isOpen()).isFalse();
    }

    @Test
    void isDueOnADayThatPeopleWork() {
        CommercialCalendar calendar = CommercialCalendar.of("BR");
        for (Cadence cadence : Cadence.values()) {
            assertThat(bean(MeetingDates.class).ahead(STORE, cadence).limit(60))
                    .doesNotHaveDuplicates()
                    .isSorted()
                    .allMatch(calendar::isWorkday);
        }
    }

    @Test
    void wasNeverDueBeforeTheStoreBegan() {
        LocalDate begun = bean(Routines.class).turns(STORE).begun();
        for (Cadence cadence : Cadence.values()) {
            assertThat(bean(MeetingDates.class).ahead(STORE, cadence).limit(3))
                    .allMatch(day -> !day.isBefore(begun));
        }
    }

    @Test
    void goesByTheWeekOfTheStore() {
        StoreSettings settings = bean(StoreSettings.class);
        settings.beginWeeksOn("shop", DayOfWeek.WEDNESDAY);
        try {
            assertThat(bean(MeetingDates.class).ahead(STORE, Cadence.WEEKLY).limit(8))
                    .noneMatch(day -> day.getDayOfWeek() == DayOfWeek.MONDAY)
                    .anyMatch(day -> day.getDayOfWeek() == DayOfWeek.WEDNESDAY);
        } finally {
            settings.beginWeeksOn("shop", DayOfWeek.MONDAY);
        }
    }

    @Test
    void givesATaskToAPersonOfTheStoreAlone() {
        MeetingBook book = bean(MeetingBook.class);
        Person buyer = person("buyer.of.tasks@example.org", Job.PURCHASING);
        Meeting meeting = book.begin(STORE, Cadence.FORTNIGHTLY, "Ana");
        Item item = meeting.items().getFirst();

        assertThatThrownBy(() -> book.task(STORE, meeting, item.id(), Whom.of("424242"), "Ana"))
                .isInstanceOf(RotinaException.class);
        Task task = book.task(STORE, meeting, item.id(), Whom.of("" + buyer.id()), "Ana");
        assertThat(task.job()).isEqualTo(Job.PURCHASING);
        assertThat(task.holder()).isEqualTo(new Task.Holder(buyer.id(), buyer.name()));
    }

    @Test
    void tellsItsAgendaInThreeLanguages() {
        for (Locale locale : Texts.LOCALES) {
            List<Topic> topics = bean(Agenda.class).of(STORE, Cadence.FORTNIGHTLY, locale);
            assertThat(topics)
                    .isNotEmpty()
                    .allSatisfy(topic ->
                            assertThat(topic.title() + topic.detail())
                                    .doesNotContain("meetings.", "reviews.", "checks.", "{0}"));
        }
    }

    @Test
    void standsOnTheListOfThoseItIsForUntilTheyReadIt() {
        Notices notices = bean(Notices.class);
        Person agent = person("agent@example.org", Job.SERVICE_AGENT);
        Person buyer = person("buyer@example.org", Job.PURCHASING);
        Notices.Notice notice =
                notices.add(
                        "shop",
                        new Notices.Draft("Frete mudou", "", Set.of(Job.SERVICE_AGENT)),
                        "Ana");

        assertThat(notices.unread("shop", agent, Set.of(Job.SERVICE_AGENT))).contains(notice);
        assertThat(notices.unread("shop", buyer, Set.of(Job.PURCHASING))).doesNotContain(notice);
        Notices.Notice own =
                notices.add("shop", new Notices.Draft("Troca", "", Set.of()), agent.name());
        assertThat(notices.unread("shop", agent, Set.of(Job.SERVICE_AGENT))).doesNotContain(own);
        assertThat(notices.unread("shop", buyer, Set.of(Job.PURCHASING))).contains(own);
        notices.remove("shop", own.id());
        notices.read("shop", notice.id(), agent);
        notices.read("shop", notice.id(), agent);
        assertThat(notices.unread("shop", agent, Set.of(Job.SERVICE_AGENT))).isEmpty();
        assertThat(notices.of("shop", notice.id()).read()).containsOnlyKeys(agent.id());
        notices.remove("shop", notice.id());
        assertThat(notices.all("shop")).isEmpty();
        notices.restore("shop", notice.id());
        assertThat(notices.all("shop")).hasSize(1);
    }

    @Test
    void saysItOnTheCommandLine() {
        assertThat(shop.run("meeting", "shop", "--suggest=Falar do frete")).isNotBlank();
        assertThat(shop.run("meeting", "shop", "--cadence=fortnightly"))
                .contains("Falar do frete", "Reunião quinzenal");
        assertThat(shop.run("review", "shop", "--week=" + ReportShop.BAD_DAY))
                .contains("Revisão semanal", "O que custou dinheiro");
        assertThat(shop.run("review", "shop", "--month=2026-03", "--json"))
                .contains("\"worked\"", "\"net_revenue\"");
    }

    private static Task.Draft draft(String title, LocalDate due) {
        return new Task.Draft(title, Job.MANAGER, due, BigDecimal.ZERO);
    }

    private static Person person(String email, Job job) {
        People people = bean(People.class);
        Person person =
                people.add(new Newcomer(email, email, "a long enough one", Locale.ENGLISH, false));
        people.admit(person.id(), "shop", Set.of(job));
        return person;
    }

    private static <T> T bean(Class<T> type) {
        ServerForTests server = shop.server;
        return server.bean(type);
    }
}
