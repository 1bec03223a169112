package app.rotina.sources;

import app.rotina.sources.Delivery.Control;
import app.rotina.sources.Delivery.Emission;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps what was read, so that tests can ask about it by the facts it becomes. */
final class Taken implements RowSink {
    final List<SourceRow> rows = new ArrayList<>();
    final List<RejectedRow> rejected = new ArrayList<>();
    final Delivery delivery;
    List<Warning> warnings = List.of();

    Taken(Delivery delivery) {
        this.delivery = delivery;
    }

    static Taken from(Path file, ReadingContext context) {
        return all(file, context).getFirst();
    }

    static List<Taken> all(Path file, ReadingContext context) {
        List<Taken> all = new ArrayList<>();
        for (SourceFile source :
                SourceFile.open(file, String.valueOf(file.getFileName()), context)) {
            try (source) {
                Taken taken = new Taken(source.delivery());
                source.read(taken);
                taken.warnings = source.warnings();
                all.add(taken);
            }
        }
        return all;
    }

    @Override
    public void take(SourceRow row) {
        rows.add(row);
    }

    @Override
    public void reject(RejectedRow row) {
        rejected.add(row);
    }

    /** The fact's fields of every row that becomes it; absent values are left out. */
    List<Map<String, Object>> facts(String fact) {
        return delivery.emissions().stream()
                .filter(emission -> emission.fact().equals(fact))
                .flatMap(this::facts)
                .toList();
    }

    /** A field that the fact must have. */
    static Object field(Map<String, Object> fact, String name) {
        return Objects.requireNonNull(fact.get(name), name);
    }

    BigDecimal sum(String fact, String field, String... kinds) {
        return facts(fact).stream()
                .filter(one -> kinds.length == 0 || List.of(kinds).contains(one.get("kind")))
                .map(one -> (BigDecimal) one.getOrDefault(field, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The control total on the side of the source. */
    BigDecimal controlOfSource() {
        Control control = control();
        return rows.stream()
                .map(row -> value(row, control.column()))
                .map(value -> value == null ? BigDecimal.ZERO : (BigDecimal) value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The same on the side of the facts. */
    BigDecimal controlOfFacts() {
        Control control = control();
        return facts(control.fact()).stream()
                .map(one -> signed(one, control))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Nullable Object value(SourceRow row, String column) {
        for (int i = 0; i < delivery.fields().size(); i++) {
            if (delivery.fields().get(i).name().equals(column)) {
                return row.values()[i];
            }
        }
        throw new IllegalArgumentException(column);
    }

    List<String> reasons() {
        return rejected.stream().map(RejectedRow::reason).toList();
    }

    private Control control() {
        Control control = delivery.control();
        if (control == null) {
            throw new IllegalStateException("no control");
        }
        return control;
    }

    private static BigDecimal signed(Map<String, Object> fact, Control control) {
        BigDecimal amount = (BigDecimal) fact.getOrDefault(control.field(), BigDecimal.ZERO);
        boolean negative = control.negativeKinds().contains(String.valueOf(fact.get("kind")));
        return negative ? amount.negate() : amount;
    }

    private Stream<Map<String, Object>> facts(Emission emission) {
        return rows.stream()
                .filter(row -> becomes(row, emission))
                .map(row -> fields(row, emission));
    }

    private boolean becomes(SourceRow row, Emission emission) {
        String when = emission.when();
        return when == null || Boolean.TRUE.equals(value(row, when));
    }

    private Map<String, Object> fields(SourceRow row, Emission emission) {
        return emission.columns().entrySet().stream()
                .filter(entry -> value(row, entry.getValue()) != null)
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> known(value(row, entry.getValue())),
                                (a, b) -> b,
                                LinkedHashMap::new));
    }

    private static Object known(@Nullable Object value) {
        if (value == null) {
            throw new IllegalStateException();
        }
        return value;
    }
}
