package app.rotina.cli;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code rotina review}: what worked in a week, a fortnight or a month, what did not, what next.
 */
@Command(name = "review")
final class ReviewCommand implements Callable<Integer> {
    private final RotinaCommand root;

    @Parameters(paramLabel = "STORE")
    private String store = "";

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Which which = new Which();

    ReviewCommand(RotinaCommand root) {
        this.root = root;
    }

    /** Which period; any day of it. */
    static final class Which {
        @Option(
                names = "--month",
                required = true,
                paramLabel = "MONTH",
                descriptionKey = "rotina.review.month")
        private @Nullable YearMonth month;

        @Option(
                names = "--week",
                required = true,
                paramLabel = "DATE",
                descriptionKey = "rotina.review.week")
        private @Nullable LocalDate week;

        @Option(
                names = "--fortnight",
                required = true,
                paramLabel = "DATE",
                descriptionKey = "rotina.review.fortnight")
        private @Nullable LocalDate fortnight;

        String path(String store) {
            if (month != null) {
                return path(store, "monthly", month.atDay(1));
            }
            return week != null
                    ? path(store, "weekly", week)
                    : path(store, "fortnightly", fortnight);
        }

        private static String path(String store, String cadence, @Nullable LocalDate day) {
            return Client.path("/api/stores/{}/reviews/{}", store, cadence) + "?date=" + day;
        }
    }

    @Override
    public Integer call() {
        try (Client client = root.connect()) {
            String path = which.path(store);
            if (root.json()) {
                root.terminal().print(client.get(path).toString());
                return 0;
            }
            Reading reading = Reading.of(client, root, store);
            root.terminal()
                    .print(
                            client.speaking(reading.texts().locale())
                                    .text(path.replace("?", "/text?")));
            return 0;
        }
    }
}
