package app.rotina.routine;

import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.metrics.Answer;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metrics;
import app.rotina.metrics.Question;
import app.rotina.state.Action;
import app.rotina.state.Action.Change;
import app.rotina.state.Action.Draft;
import app.rotina.state.Action.Place;
import app.rotina.state.ActionKind;
import app.rotina.state.Actions;
import app.rotina.warehouse.Measures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records what a store did, after checking that its effect can be looked for. */
@Component
public final class ActionKeeping {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_VALUE = 100;
    private static final int LONGEST_REASON = 500;
    private static final int AROUND = 365;

    private final Catalog catalog;
    private final Metrics metrics;
    private final Actions actions;

    ActionKeeping(Catalog catalog, Metrics metrics, Actions actions) {
        this.catalog = catalog;
        this.metrics = metrics;
        this.actions = actions;
    }

    /**
     * What somebody says they did.
     *
     * @param time of its first day, by the store's clock; absence: nobody said
     * @param to absence: it goes on
     * @param where {@code dimension=value} each; absence or empty: the whole store
     * @param kind such as {@code price}; absence: of no kind
     * @param was the value before, a decimal number for a bid, a budget, a price or a stock
     * @param task what it was done for; absence: no task
     */
    public record Said(
            @Nullable String name,
            @Nullable String metric,
            @Nullable LocalDate from,
            @Nullable LocalTime time,
            @Nullable LocalDate to,
            @Nullable List<String> where,
            @Nullable String kind,
            @Nullable String was,
            @Nullable String became,
            @Nullable String reason,
            @Nullable Long task) {

        public Said(
                @Nullable String name,
                @Nullable String metric,
                @Nullable LocalDate from,
                @Nullable LocalDate to,
                @Nullable List<String> where) {
            this(name, metric, from, null, to, where, null, null, null, null, null);
        }
    }

    public Action add(Store store, Said said, String who) {
        return actions.add(store.id(), checked(store, said), who);
    }

    /** What is to be recorded; refuses an effect that nobody could look for. */
    public Draft checked(Store store, Said said) {
        String name = said.name() == null ? "" : said.name().strip();
        @Nullable LocalDate from = said.from();
        @Nullable LocalDate to = said.to();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new RotinaException(Problem.BAD_ARGUMENT, "name " + name);
        }
        if (from == null || (to != null && to.isBefore(from))) {
            throw new RotinaException(Problem.BAD_ARGUMENT, from + " … " + to);
        }
        String metric = catalog.of(said.metric() == null ? "" : said.metric()).id();
        List<Place> places = places(store, metric, said.where());
        places.forEach(place -> requireKnown(store, metric, place, from));
        return new Draft(name, metric, from, said.time(), to, places, change(said), said.task());
    }

    /** The parts of the store, each of which the metric can be taken by. */
    public List<Place> places(Store store, String metric, @Nullable List<String> said) {
        List<Place> places =
                (said == null ? List.<String>of() : said)
                        .stream()
                                .filter(each -> !each.isBlank())
                                .map(each -> place(store, metric, each.strip()))
                                .toList();
        TouchedDays.requireOneSplit(places);
        return places;
    }

    private static Change change(Said said) {
        ActionKind kind =
                said.kind() == null || said.kind().isEmpty()
                        ? ActionKind.OTHER
                        : ActionKind.of(said.kind());
        return new Change(
                kind, value(kind, said.was()), value(kind, said.became()), reason(said.reason()));
    }

    static String reason(@Nullable String said) {
        return words(said, LONGEST_REASON);
    }

    static String value(ActionKind kind, @Nullable String said) {
        String value = words(said, LONGEST_VALUE);
        boolean number = kind.measure() != ActionKind.Measure.WORDS;
        if (number && !value.isEmpty() && !value.matches("\\d{1,13}(\\.\\d{1,4})?")) {
            throw new RotinaException(Problem.BAD_ARGUMENT, kind.id() + " " + value);
        }
        return value;
    }

    private static String words(@Nullable String said, int longest) {
        String words = said == null ? "" : said.strip();
        if (words.length() > longest) {
            throw new RotinaException(Problem.BAD_ARGUMENT, words);
        }
        return words;
    }

    private Place place(Store store, String metric, String text) {
        int at = text.indexOf('=');
        if (at < 1 || at == text.length() - 1) {
            throw new RotinaException(Problem.ACTION_PLACES, text);
        }
        String dimension = text.substring(0, at).strip();
        if (!Measures.DIMENSIONS.contains(dimension) || !metrics.has(store, metric, dimension)) {
            throw new RotinaException(
                    Problem.UNKNOWN_DIMENSION,
                    dimension,
                    String.join(", ", dimensions(store, metric)));
        }
        return new Place(dimension, text.substring(at + 1).strip());
    }

    private void requireKnown(Store store, String metric, Place place, LocalDate from) {
        Days around = new Days(from.minusDays(AROUND), from.plusDays(AROUND));
        if (!values(store, metric, place.dimension(), around).contains(place.value())) {
            throw new RotinaException(
                    Problem.UNKNOWN_PLACE,
                    place.dimension() + "=" + place.value(),
                    from.toString());
        }
    }

    /** The values of a dimension that occur on these days, those with the most first. */
    public List<String> values(Store store, String metric, String dimension, Days days) {
        Question question = new Question(List.of(metric), List.of(dimension), days, Map.of());
        return metrics.answer(store, question).rows().stream()
                .sorted(
                        Comparator.comparing((Answer.Row row) ->
                                        row.values()
                                                .getOrDefault(metric, MetricValue.missing(""))
                                                .known()
                                                .orElse(BigDecimal.ZERO))
                                .reversed())
                .map(row -> row.keys().getOrDefault(dimension, ""))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** What a metric can be taken by. */
    public List<String> dimensions(Store store, String metric) {
        return Measures.DIMENSIONS.stream()
                .filter(dimension -> metrics.has(store, metric, dimension))
                .toList();
    }
}
