package app.rotina.cli;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.routine.QuickEntry;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code rotina entry}: figures of a day that no file brings, entered by hand. */
@Command(name = "entry")
final class EntryCommand implements Callable<Integer> {
    private final RotinaCommand root;

    @Parameters(index = "0", paramLabel = "STORE")
    private String store = "";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "NAME=FIGURE",
            descriptionKey = "rotina.entry.figures")
    private List<String> figures = List.of();

    @Option(names = "--date", required = true, paramLabel = "DATE")
    private LocalDate date = LocalDate.EPOCH;

    EntryCommand(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Map<String, String> named = named();
        try (Client client = root.connect()) {
            String path = Client.path("/api/stores/{}/entries/{}", store, date.toString());
            JsonNode entry =
                    named.isEmpty() ? client.get(path) : client.put(path, Map.of("figures", named));
            root.answer(entry, () -> text(entry, Reading.of(client, root, store)));
            return 0;
        }
    }

    private Map<String, String> named() {
        Map<String, String> named = new LinkedHashMap<>();
        for (String figure : figures) {
            int at = figure.indexOf('=');
            if (at < 1 || named.put(figure.substring(0, at), figure.substring(at + 1)) != null) {
                throw new RotinaException(Problem.BAD_ARGUMENT, figure);
            }
        }
        return named;
    }

    private String text(JsonNode entry, Reading reading) {
        String day = reading.date(date.toString());
        JsonNode entered = entry.path("entered");
        if (entered.isEmpty()) {
            return reading.say("cli.entry.nothing", day, String.join(", ", QuickEntry.names()));
        }
        Table table = new Table(List.of(false, true));
        entered.properties()
                .forEach(one ->
                        table.row(
                                "  " + one.getKey(),
                                figure(one.getKey(), one.getValue(), reading)));
        return reading.say("cli.entry.entered", day) + "\n" + table;
    }

    private static String figure(String name, JsonNode value, Reading reading) {
        return QuickEntry.isMoney(name) ? reading.money(value) : reading.count(value);
    }
}
