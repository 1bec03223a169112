package app.rotina.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code rotina why}: which drivers and segments made a day, or several, what they were. */
@Command(name = "why")
final class WhyCommand implements Callable<Integer> {
    private final RotinaCommand root;

    @Parameters(paramLabel = "STORE")
    private String store = "";

    @ArgGroup(multiplicity = "1")
    private When when = new When();

    @Option(names = "--metric", paramLabel = "METRIC")
    private @Nullable String metric;

    @Option(names = "--against", paramLabel = "AGAINST", defaultValue = "target")
    private String against = "target";

    WhyCommand(RotinaCommand root) {
        this.root = root;
    }

    /** A day, or the first and the last of several. */
    static final class When {
        @Option(names = "--date", required = true, paramLabel = "DATE")
        private @Nullable LocalDate date;

        @ArgGroup(exclusive = false, multiplicity = "1")
        private @Nullable Span span;

        String query() {
            return span == null
                    ? "from=%s&to=%s".formatted(date, date)
                    : "from=%s&to=%s".formatted(span.from, span.to);
        }
    }

    static final class Span {
        @Option(names = "--from", required = true, paramLabel = "DATE")
        private LocalDate from = LocalDate.EPOCH;

        @Option(names = "--to", required = true, paramLabel = "DATE")
        private LocalDate to = LocalDate.EPOCH;
    }

    @Override
    public Integer call() {
        try (Client client = root.connect()) {
            JsonNode told = client.get(path());
            root.answer(told, () -> text(told, Reading.of(client, root, store)));
            return 0;
        }
    }

    private String path() {
        String path =
                Client.path("/api/stores/{}/why", store)
                        + "?"
                        + when.query()
                        + "&against="
                        + Client.encoded(against);
        return metric == null ? path : path + "&metric=" + Client.encoded(metric);
    }

    private static String text(JsonNode told, Reading reading) {
        String metric = told.path("metric").asString();
        List<String> parts = new ArrayList<>();
        parts.add(head(told, reading, metric));
        parts.addAll(new CauseText(reading, metric).blocks(told.path("why")));
        return String.join("\n\n", parts.stream().filter(part -> !part.isBlank()).toList());
    }

    private static String head(JsonNode told, Reading reading, String metric) {
        String from = told.path("from").asString();
        String to = told.path("to").asString();
        List<String> lines = new ArrayList<>();
        lines.add(
                from.equals(to)
                        ? reading.date(from)
                        : reading.say("cli.why.days", reading.date(from), reading.date(to)));
        lines.add(
                told.path("actual").isNull()
                        ? reading.say("cli.why.unknown", reading.label(metric))
                        : reading.say(
                                "cli.why." + told.path("why").path("against").asString() + "_is",
                                reading.label(metric),
                                reading.figure(metric, told.path("actual")),
                                reading.figure(metric, told.path("expected")),
                                reading.difference(metric, told.path("why").path("gap"))));
        if (!told.path("left_out").isEmpty() && !told.path("actual").isNull()) {
            lines.add(reading.say("cli.why.left_out", told.path("left_out").size()));
        }
        return String.join("\n", lines);
    }
}
