package app.rotina.cli;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
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

    @Option(names = "--what-if", paramLabel = "METRIC=CHANGE")
    private List<String> whatIf = List.of();

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
        List<String> query = new ArrayList<>();
        if (asOf != null) {
            query.add("as_of=" + asOf);
        }
        if (metric != null) {
            query.add("metric=" + Client.encoded(metric));
        }
        whatIf.forEach(one -> query.add("what_if=" + Client.encoded(one)));
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }
}
