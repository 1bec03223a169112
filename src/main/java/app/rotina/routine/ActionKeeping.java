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
import app.rotina.state.Action.Draft;
import app.rotina.state.Action.Place;
import app.rotina.state.Actions;
import app.rotina.warehouse.Measures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records what a store did, after checking that its effect can be looked for. */
@Component
public final class ActionKeeping {
    private static final int LONGEST_NAME = 200;
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
     * @param to absence: it goes on
     * @param where {@code dimension=value} each; absence or empty: the whole store
     */
    public record Said(
            @Nullable String name,
            @Nullable String metric,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable List<String> where) {}

    public Action add(Store store, Said said, String who) {
        return actions.add(store.id(), checked(store, said), who);
    }

    private Draft checked(Store store, Said said) {
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
        List<String> where = said.where() == null ? List.of() : said.where();
        List<Place> places =
                where.stream()
                        .filter(each -> !each.isBlank())
                        .map(each -> place(store, metric, each.strip()))
                        .toList();
        TouchedDays.requireOneSplit(places);
        places.forEach(place -> requireKnown(store, metric, place, from));
        return new Draft(name, metric, from, to, places);
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
