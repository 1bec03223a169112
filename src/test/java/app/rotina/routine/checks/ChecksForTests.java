package app.rotina.routine.checks;

import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metrics;
import app.rotina.routine.DaySoFar;
import app.rotina.routine.DemandOutlook;
import app.rotina.routine.MonthOutlooks;
import app.rotina.routine.Seasons;
import app.rotina.state.CheckAnswers;
import app.rotina.state.StateForTests;
import app.rotina.warehouse.Warehouse;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The parts of the routine put together as the server does it. */
public record ChecksForTests(
        Routines routines,
        Checking checking,
        Agendas agendas,
        Answering answering,
        Arranging arranging) {

    /** What a shop measures its routine by. */
    public record Shop(Catalog catalog, Metrics metrics, Warehouse warehouse, Seasons seasons) {}

    public static ChecksForTests of(Shop shop, JdbcClient state, Clock clock) {
        Routines routines =
                new Routines(
                        new Checks(
                                StateForTests.ownChecks(state, clock),
                                StateForTests.routineChoices(state, clock)),
                        new Packs(),
                        StateForTests.routineChoices(state, clock),
                        StateForTests.ownChecks(state, clock),
                        new Routines.Calendars(
                                shop.seasons(),
                                StateForTests.stores(state),
                                StateForTests.settings(state)));
        CheckAnswers answers = StateForTests.checkAnswers(state, clock);
        Agendas agendas =
                new Agendas(
                        routines,
                        answers,
                        StateForTests.checkResults(state, clock),
                        StateForTests.traces(state),
                        shop.warehouse(),
                        clock);
        return new ChecksForTests(
                routines,
                new Checking(
                        shop.catalog(),
                        shop.metrics(),
                        shop.seasons(),
                        routines,
                        List.of(new StockJudges.UnrealStock(shop.metrics())),
                        StateForTests.checkResults(state, clock),
                        StateForTests.notes(state, clock)),
                agendas,
                new Answering(
                        routines,
                        answers,
                        StateForTests.checkResults(state, clock),
                        new Photos(routines, StateForTests.attachments(state, clock), clock),
                        StateForTests.notes(state, clock),
                        clock),
                new Arranging(
                        routines,
                        agendas,
                        new Packs(),
                        StateForTests.routineChoices(state, clock),
                        StateForTests.ownChecks(state, clock),
                        StateForTests.settings(state),
                        shop.catalog(),
                        shop.metrics(),
                        clock));
    }

    /** What checks are shown with beside metrics. */
    static List<Beside> besides(Shop shop, JdbcClient state, Clock clock) {
        return List.of(
                new SoFar(new DaySoFar(shop.metrics(), shop.seasons(), shop.warehouse()), clock),
                new CampaignsToday(StateForTests.actions(state, clock)));
    }

    /** What is told ahead: how much of each product is asked for, and what a month will bring. */
    public record Ahead(DemandOutlook demand, MonthOutlooks months) {}

    /** What goes through the checks of weeks and fortnights as the server does it. */
    public static Checking rounds(Shop shop, JdbcClient state, Clock clock, Ahead ahead) {
        return new Checking(
                shop.catalog(),
                shop.metrics(),
                shop.seasons(),
                of(shop, state, clock).routines(),
                List.of(
                        new StockJudges.RunsOut(shop.metrics(), ahead.demand()),
                        new StockJudges.BrokenGrade(shop.metrics()),
                        new StockJudges.UnrealStock(shop.metrics()),
                        new LeftA(shop.metrics()),
                        new AgentsBelow(shop.metrics()),
                        new LateSources(shop.warehouse()),
                        new TrafficStage(shop.catalog(), shop.metrics(), shop.seasons()),
                        new GoalJudges.Projection(ahead.months()),
                        new GoalJudges.ChannelGoal(ahead.months())),
                StateForTests.checkResults(state, clock),
                StateForTests.notes(state, clock));
    }
}
