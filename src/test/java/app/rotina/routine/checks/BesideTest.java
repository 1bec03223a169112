package app.rotina.routine.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.rotina.kernel.DataFolder;
import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.routine.DaySoFar;
import app.rotina.routine.SeasonsForTests;
import app.rotina.routine.checks.Evidence.Line;
import app.rotina.routine.checks.Evidence.Note;
import app.rotina.state.Action;
import app.rotina.state.ActionKind;
import app.rotina.state.Actions;
import app.rotina.state.StateDatabase;
import app.rotina.state.StateForTests;
import app.rotina.warehouse.StoreForTests;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What checks of a day are shown with beside metrics; it is noon of a Wednesday in São Paulo. */
class BesideTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-02-04");
    private static final Instant NOON = Instant.parse("2026-02-04T15:00:00Z");
    private static final Check MIDDAY =
            new Checks(StateForTests.noOwnChecks(), StateForTests.noRoutineChoices())
                    .of("midday_pulse");

    @TempDir Path folder;
    private JdbcClient state;

    @BeforeEach
    void open() {
        state =
                StateForTests.client(
                        StateDatabase.open(
                                new DataFolder(Path.of("unused")), StateForTests.newDatabase()));
    }

    @Test
    void saysWhatCameByTheHourThatDataReach() {
        try (StoreForTests shop = shop("2026-02-04T13:30:00Z", "08:10", "10:20")) {
            assertThat(lines(shop, TODAY))
                    .extracting(BesideTest::said)
                    .containsExactly("placed_revenue 10:30 200 150", "orders 10:30 2 1.5");
        }
    }

    /** A file that was made after its last order tells that nothing came since. */
    @Test
    void seesThatNothingCameSince() {
        try (StoreForTests shop = shop("2026-02-04T14:59:00Z", "08:10")) {
            assertThat(lines(shop, TODAY))
                    .extracting(BesideTest::said)
                    .containsExactly("placed_revenue 11:59 100 250", "orders 11:59 1 2.5");
        }
    }

    @Test
    void cannotTellOfADayThatHasNotCome() {
        try (StoreForTests shop = shop("2026-02-04T14:59:00Z")) {
            MetricValue none = MetricValue.missing("not_delivered");
            assertThat(lines(shop, TODAY))
                    .extracting(Line::now, Line::before)
                    .containsOnly(tuple(none, none));
        }
    }

    @Test
    void tellsADayThatIsOverByTheChecksOwnHour() {
        try (StoreForTests shop = shop("2026-02-04T14:59:00Z", "08:10")) {
            assertThat(lines(shop, TODAY.minusWeeks(1)))
                    .extracting(BesideTest::said)
                    .containsExactly("placed_revenue 12:00 300 200", "orders 12:00 3 2");
        }
    }

    @Test
    void namesTheCampaignsOfTheDay() {
        try (StoreForTests shop = new StoreForTests(folder)) {
            StateForTests.add(state, shop.store());
            Actions actions = StateForTests.actions(state, clock());
            CampaignsToday campaigns = new CampaignsToday(actions);
            assertThat(campaigns.notes(shop.store(), item(TODAY)))
                    .extracting(Note::state)
                    .containsExactly("none");
            add(actions, "Saldos", ActionKind.CAMPAIGN, TODAY.minusDays(3), TODAY.plusDays(2));
            add(actions, "Fim", ActionKind.CAMPAIGN, TODAY.minusDays(3), TODAY);
            add(actions, "Volta às aulas", ActionKind.CAMPAIGN, TODAY, TODAY.plusDays(9));
            add(actions, "Frete", ActionKind.CAMPAIGN, TODAY.minusDays(30), null);
            add(actions, "Relâmpago", ActionKind.CAMPAIGN, TODAY, TODAY);
            add(actions, "Ontem", ActionKind.CAMPAIGN, TODAY.minusDays(9), TODAY.minusDays(1));
            add(actions, "Amanhã", ActionKind.CAMPAIGN, TODAY.plusDays(1), null);
            add(actions, "Preço", ActionKind.PRICE, TODAY, null);
            assertThat(campaigns.notes(shop.store(), item(TODAY)))
                    .extracting(note -> note.name() + " " + note.state() + " " + note.day())
                    .containsExactly(
                            "Relâmpago one_day 2026-02-04",
                            "Volta às aulas starts 2026-02-13",
                            "Fim ends 2026-02-04",
                            "Saldos runs 2026-02-06",
                            "Frete open 2026-01-05");
        }
    }

    private static void add(
            Actions actions, String name, ActionKind kind, LocalDate from, @Nullable LocalDate to) {
        actions.add(
                "ipe",
                new Action.Draft(
                        name,
                        "net_revenue",
                        from,
                        null,
                        to,
                        List.of(),
                        new Action.Change(kind, "", "", ""),
                        null),
                "ana");
    }

    /**
     * Two Wednesdays before, one with two orders by half past ten and a third later, one with less.
     */
    private StoreForTests shop(String made, String... today) {
        StoreForTests shop = new StoreForTests(folder);
        List<String> orders = new ArrayList<>(List.of("order_id,placed_at,status"));
        List<String> lines =
                new ArrayList<>(List.of("line_id,order_id,sku,product_name,quantity,amount"));
        List<String> placed =
                new ArrayList<>(
                        List.of(
                                "2026-01-28T08:00:00",
                                "2026-01-28T10:29:00",
                                "2026-01-28T11:00:00",
                                "2026-01-28T20:00:00",
                                "2026-01-21T09:00:00",
                                "2026-01-21T11:58:00",
                                "2026-01-21T23:00:00"));
        for (String time : today) {
            placed.add(TODAY + "T" + time + ":00");
        }
        for (String at : placed) {
            orders.add("%s,%s,".formatted(orders.size(), at));
            lines.add("%1$s,%1$s,s,Saia,1,100".formatted(lines.size()));
        }
        shop.takeWritten(Instant.parse(made), orders.toArray(String[]::new));
        shop.takeWritten(Instant.parse(made), lines.toArray(String[]::new));
        return shop;
    }

    private List<Line> lines(StoreForTests shop, LocalDate day) {
        StateForTests.add(state, shop.store());
        return new SoFar(
                        new DaySoFar(
                                shop.metrics(),
                                SeasonsForTests.of(shop.metrics(), shop.warehouse(), state),
                                shop.warehouse()),
                        clock())
                .lines(shop.store(), item(day));
    }

    private static Clock clock() {
        return Clock.fixed(NOON, ZoneOffset.UTC);
    }

    private static Agenda.Item item(LocalDate day) {
        return new Agenda.Item(
                MIDDAY,
                new Turn(Cadence.DAILY, Days.only(day)),
                Agenda.State.DUE,
                day,
                null,
                null,
                null,
                List.of(),
                null);
    }

    private static String said(Line line) {
        return "%s %s %s %s"
                .formatted(line.metric(), line.until(), plain(line.now()), plain(line.before()));
    }

    private static String plain(MetricValue value) {
        return value.known().orElseThrow().stripTrailingZeros().toPlainString();
    }
}
