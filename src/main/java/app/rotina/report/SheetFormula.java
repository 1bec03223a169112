package app.rotina.report;

import app.rotina.report.Spot.Area;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A live formula of the planning sheet: what the spreadsheet program computes, and the same
 * computed here, to be stored beside it. Where a part is missing the cell stays empty, never zero.
 */
sealed interface SheetFormula {

    /** In the language of the file format, English and with commas. */
    String text();

    Optional<BigDecimal> value(Function<Spot, Optional<BigDecimal>> cells);

    /** One cell less another. */
    record Difference(Spot of, Spot less) implements SheetFormula {
        @Override
        public String text() {
            return "IF(COUNT(%1$s,%2$s)=2,%1$s-%2$s,\"\")".formatted(of.name(), less.name());
        }

        @Override
        public Optional<BigDecimal> value(Function<Spot, Optional<BigDecimal>> cells) {
            return cells.apply(of).flatMap(a -> cells.apply(less).map(a::subtract));
        }
    }

    /** One cell less some others, all of which must be known. */
    record Rest(Spot of, List<Spot> less) implements SheetFormula {
        @Override
        public String text() {
            return "IF(COUNT(%1$s,%2$s)=%3$d,%1$s-SUM(%2$s),\"\")"
                    .formatted(of.name(), names(less), less.size() + 1);
        }

        @Override
        public Optional<BigDecimal> value(Function<Spot, Optional<BigDecimal>> cells) {
            Optional<BigDecimal> sum = new SumOfAll(less).value(cells);
            return cells.apply(of).flatMap(whole -> sum.map(whole::subtract));
        }
    }

    /** The sum of cells that must all be known. */
    record SumOfAll(List<Spot> spots) implements SheetFormula {
        @Override
        public String text() {
            return "IF(COUNT(%1$s)=%2$d,SUM(%1$s),\"\")".formatted(names(spots), spots.size());
        }

        @Override
        public Optional<BigDecimal> value(Function<Spot, Optional<BigDecimal>> cells) {
            List<BigDecimal> known = known(spots.stream(), cells);
            return known.size() == spots.size() ? Optional.of(sum(known)) : Optional.empty();
        }
    }

    /** The sum of those cells that are known; empty if none is. */
    record SumOfAny(List<Spot> spots) implements SheetFormula {
        @Override
        public String text() {
            return "IF(COUNT(%1$s)=0,\"\",SUM(%1$s))".formatted(names(spots));
        }

        @Override
        public Optional<BigDecimal> value(Function<Spot, Optional<BigDecimal>> cells) {
            List<BigDecimal> known = known(spots.stream(), cells);
            return known.isEmpty() ? Optional.empty() : Optional.of(sum(known));
        }
    }

    /** The sum of an area that must be known throughout. */
    record SumThrough(Area area) implements SheetFormula {
        @Override
        public String text() {
            return "IF(COUNT(%1$s)=ROWS(%1$s),SUM(%1$s),\"\")".formatted(area.name());
        }

        @Override
        public Optional<BigDecimal> value(Function<Spot, Optional<BigDecimal>> cells) {
            List<BigDecimal> known = known(area.spots(), cells);
            return known.size() == area.rows() ? Optional.of(sum(known)) : Optional.empty();
        }
    }

    /** The sum of what is known of an area; empty if nothing is. */
    record SumOfKnown(Area area) implements SheetFormula {
        @Override
        public String text() {
            return "IF(COUNT(%1$s)=0,\"\",SUM(%1$s))".formatted(area.name());
        }

        @Override
        public Optional<BigDecimal> value(Function<Spot, Optional<BigDecimal>> cells) {
            List<BigDecimal> known = known(area.spots(), cells);
            return known.isEmpty() ? Optional.empty() : Optional.of(sum(known));
        }
    }

    /** The quotient of two sums; areas, if any, must be known on equally many days. */
    record Quotient(List<Spot> numerators, List<Spot> denominators, List<Area> alike)
            implements SheetFormula {
        @Override
        public String text() {
            String counts =
                    alike.stream()
                            .skip(1)
                            .map(area -> ",COUNT(%s)=COUNT(%s)".formatted(first(), area.name()))
                            .collect(Collectors.joining());
            return "IF(AND(COUNT(%1$s)=%2$d,COUNT(%3$s)=%4$d%5$s),"
                            .formatted(
                                    names(numerators),
                                    numerators.size(),
                                    names(denominators),
                                    denominators.size(),
                                    counts)
                    + "IF(SUM(%2$s)<>0,SUM(%1$s)/SUM(%2$s),\"\"),\"\")"
                            .formatted(names(numerators), names(denominators));
        }

        @Override
        public Optional<BigDecimal> value(Function<Spot, Optional<BigDecimal>> cells) {
            boolean sameDays =
                    alike.stream().map(area -> known(area.spots(), cells).size()).distinct().count()
                            <= 1;
            Optional<BigDecimal> divisor = new SumOfAll(denominators).value(cells);
            return new SumOfAll(numerators)
                    .value(cells)
                    .filter(dividend -> sameDays)
                    .flatMap(dividend ->
                            divisor.filter(value -> value.signum() != 0)
                                    .map(value -> divide(dividend, value)));
        }

        private String first() {
            return alike.getFirst().name();
        }

        private static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
            return dividend.divide(divisor, MathContext.DECIMAL64);
        }
    }

    /** A cell's figure, or else this one. */
    record OrElse(Spot spot, Optional<BigDecimal> otherwise) implements SheetFormula {
        @Override
        public String text() {
            return "IF(COUNT(%1$s)=1,%1$s,%2$s)"
                    .formatted(
                            spot.name(), otherwise.map(BigDecimal::toPlainString).orElse("\"\""));
        }

        @Override
        public Optional<BigDecimal> value(Function<Spot, Optional<BigDecimal>> cells) {
            return cells.apply(spot).or(() -> otherwise);
        }
    }

    /** By how much of the other one a cell changed; empty where the other is zero. */
    record Change(Spot of, Spot before) implements SheetFormula {
        @Override
        public String text() {
            return "IF(COUNT(%1$s,%2$s)=2,IF(%2$s<>0,%1$s/%2$s-1,\"\"),\"\")"
                    .formatted(of.name(), before.name());
        }

        @Override
        public Optional<BigDecimal> value(Function<Spot, Optional<BigDecimal>> cells) {
            return new Quotient(List.of(of), List.of(before), List.of())
                    .value(cells)
                    .map(quotient -> quotient.subtract(BigDecimal.ONE));
        }
    }

    private static String names(List<Spot> spots) {
        return spots.stream().map(Spot::name).collect(Collectors.joining(","));
    }

    private static List<BigDecimal> known(
            Stream<Spot> spots, Function<Spot, Optional<BigDecimal>> cells) {
        return spots.map(cells).flatMap(Optional::stream).toList();
    }

    private static BigDecimal sum(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
