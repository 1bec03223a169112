package app.rotina.report;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The figures of all cells: plain ones, and computed ones with what their formulas come to. */
final class SheetCells {
    private final Map<Spot, BigDecimal> numbers;
    private final Map<Spot, SheetFormula> formulas;
    private final Map<Spot, Optional<BigDecimal>> computed = new HashMap<>();

    SheetCells(SheetLayout layout) {
        this(layout.numbers(), layout.formulas());
    }

    SheetCells(Map<Spot, BigDecimal> numbers, Map<Spot, SheetFormula> formulas) {
        this.numbers = numbers;
        this.formulas = formulas;
    }

    Map<Spot, BigDecimal> numbers() {
        return numbers;
    }

    Map<Spot, SheetFormula> formulas() {
        return formulas;
    }

    /** What each formula comes to, by the cell's name; empty for an empty text. */
    Map<String, Optional<BigDecimal>> results() {
        Map<String, Optional<BigDecimal>> results = new LinkedHashMap<>();
        formulas.keySet().forEach(spot -> results.put(spot.name(), at(spot)));
        return results;
    }

    /** A cell's figure; empty: it holds none. */
    Optional<BigDecimal> at(Spot spot) {
        SheetFormula formula = formulas.get(spot);
        if (formula == null) {
            return Optional.ofNullable(numbers.get(spot));
        }
        Optional<BigDecimal> known = computed.get(spot);
        if (known == null) {
            known = formula.value(this::at);
            computed.put(spot, known);
        }
        return known;
    }
}
