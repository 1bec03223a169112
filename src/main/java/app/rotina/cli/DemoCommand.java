package app.rotina.cli;

import app.rotina.api.Server;
import app.rotina.kernel.DataFolder;
import app.rotina.kernel.RotinaException;
import app.rotina.sample.SampleStore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code rotina demo}: an invented shop's morning report, and its cockpit in the browser. */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {
    private static final String STORE = SampleStore.STORE.id();
    private static final int DAYS_CHECKED = 13;

    /** Longer rounds, and how many days back one of them lies that is over. */
    private static final Map<String, Integer> PERIODS =
            Map.of("weekly", 7, "fortnightly", 16, "monthly", 31);

    private static final BigDecimal GROWTH = new BigDecimal("1.15");

    private final RotinaCommand root;

    @Option(names = "--port", paramLabel = "PORT")
    private int port = 8080;

    @Option(names = "--orders", paramLabel = "N")
    private long orders = 60_000;

    @Option(names = "--seed", paramLabel = "S")
    private long seed = 1;

    @Option(names = "--fresh")
    private boolean fresh;

    DemoCommand(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        LocalDate yesterday =
                LocalDate.ofInstant(Clock.systemUTC().instant(), SampleStore.STORE.zone())
                        .minusDays(1);
        DataFolder folder = root.folder("rotina-demo");
        DemoFolder demo = new DemoFolder(folder);
        String content = "%d orders, seed %d, until %s".formatted(orders, seed, yesterday);
        demo.prepare(content, fresh);
        Server server = root.start(folder, new Server.Place("127.0.0.1", port));
        try {
            open(server, demo, content, yesterday);
        } catch (RotinaException | Refusal e) {
            server.close();
            throw e;
        }
        ServeCommand.serve(server, root);
        return 0;
    }

    private void open(Server server, DemoFolder demo, String content, LocalDate yesterday) {
        try (Client client = root.client(server)) {
            if (!demo.holds(content)) {
                root.terminal().tell(root.texts().say("cli.demo_making"));
                SampleCommand.make(
                        client, root, STORE, new SampleCommand.Wanted(orders, seed, yesterday));
                setGoal(client, YearMonth.from(yesterday));
                check(client, yesterday.minusDays(DAYS_CHECKED), yesterday);
                demo.mark(content);
            }
            JsonNode close = CloseCommand.close(client, STORE, yesterday);
            root.answer(close, () -> report(client, close));
        }
    }

    /** The close, and below it what there is to do. */
    private String report(Client client, JsonNode close) {
        Reading reading = Reading.of(client, root, STORE);
        JsonNode tasks =
                client.speaking(reading.texts().locale())
                        .get(Client.path("/api/stores/{}/tasks", STORE));
        return Stream.concat(
                        Stream.of(
                                new CloseText(close, reading).text(),
                                "",
                                reading.say("tasks.title")),
                        new CheckText(reading).tasks(tasks).stream())
                .collect(Collectors.joining("\n"));
    }

    /**
     * The mornings of the last days, and the rounds of the last weeks and months, so that there is
     * something to do, and something done.
     */
    private static void check(Client client, LocalDate from, LocalDate to) {
        PERIODS.forEach((cadence, days) -> {
            check(client, to.minusDays(2L * days), cadence);
            check(client, to.minusDays(days), cadence);
        });
        from.datesUntil(to.plusDays(1)).forEach(day -> check(client, day, "daily"));
    }

    private static void check(Client client, LocalDate day, String cadence) {
        String path = Client.path("/api/stores/{}/checks/{}", STORE, day.toString());
        client.post(path + "?cadence=" + cadence, Map.of());
    }

    /** Last year's month and a little more, as an owner would ask for. */
    private static void setGoal(Client client, YearMonth month) {
        YearMonth before = month.minusYears(1);
        JsonNode total =
                client.get(
                                Client.path(
                                        "/api/stores/{}/query?metrics=net_revenue&from={}&to={}",
                                        STORE,
                                        before.atDay(1).toString(),
                                        before.atEndOfMonth().toString()))
                        .path("total");
        BigDecimal goal =
                new BigDecimal(total.path("net_revenue").asString())
                        .multiply(GROWTH)
                        .setScale(-3, RoundingMode.UP);
        client.put(
                Client.path("/api/stores/{}/goals/{}/net_revenue", STORE, month.toString()),
                Map.of("value", goal.toPlainString()));
    }
}
