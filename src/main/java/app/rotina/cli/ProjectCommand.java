package app.rotina.cli;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code rotina project}: will the month make it, and what would it take. */
@Command(name = "project")
final class ProjectCommand implements Callable<Integer> {
    private final RotinaCommand root;

    @Parameters(paramLabel = "STORE")
    private String store = "";

    @Option(names = "--month", required = true, paramLabel = "MONTH")
    private YearMonth month = YearMonth.of(1970, 1);

    @Option(names = "--as-of", paramLabel = "DATE")
    private @Nullable LocalDate asOf;

    @Option(names = "--metric", paramLabel = "METRIC")
    private @Nullable String metric;

    ProjectCommand(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Client client = root.connect()) {
            JsonNode outlook = client.get(path());
            root.answer(
                    outlook,
                    () -> new ProjectText(outlook, Reading.of(client, root, store)).text());
            return 0;
        }
    }

    private String path() {
        String path = Client.path("/api/stores/{}/outlooks/{}", store, month.toString());
        String day = asOf == null ? "" : "as_of=" + asOf;
        String of = metric == null ? "" : "metric=" + Client.encoded(metric);
        return path + "?" + day + (day.isEmpty() || of.isEmpty() ? "" : "&") + of;
    }
}
