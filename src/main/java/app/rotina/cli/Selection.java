package app.rotina.cli;

import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of commands that look at a store's days, and at some values of its dimensions. */
final class Selection {
    @Option(names = "--from", required = true, paramLabel = "DATE")
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--to", required = true, paramLabel = "DATE")
    private LocalDate to = LocalDate.EPOCH;

    @Option(names = "--where", paramLabel = "DIMENSION=VALUE")
    private List<String> where = List.of();

    /** As the API takes it. */
    String query() {
        StringBuilder query = new StringBuilder("from=%s&to=%s".formatted(from, to));
        where.forEach(one -> query.append("&where=").append(Client.encoded(one)));
        return query.toString();
    }
}
