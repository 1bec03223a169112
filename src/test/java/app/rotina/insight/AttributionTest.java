package app.rotina.insight;

import static java.math.BigDecimal.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.rotina.insight.Attribution.Part;
import app.rotina.insight.Change.Additive;
import app.rotina.insight.Change.Factor;
import app.rotina.insight.Change.Term;
import app.rotina.kernel.MetricValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AttributionTest {
    private static final Term SESSIONS_CONVERSION_TICKET =
            Term.of(
                    factor("sessions", "10000", "9000"),
                    factor("conversion_rate", ".02", ".022"),
                    factor("average_order_value", "150", "140"));

    @Test
    void splitsAProductByTheLogarithmicMean() {
        Attribution why = Attribution.of(List.of(SESSIONS_CONVERSION_TICKET), 2);

        assertThat(why.gap()).isEqualTo("-2280.00");
        assertThat(why.parts())
                .containsExactly(
                        part("sessions", "-3039.12"),
                        part("conversion_rate", "2749.22"),
                        part("average_order_value", "-1990.10"));
    }

    @Test
    void splitsAProductWithAZeroByShapley() {
        // the mean over both orders: 10 × (0 + 50) ÷ 2 and 50 × (0 + 10) ÷ 2
        Term fromNothing = Term.of(factor("orders", "0", "10"), factor("ticket", "0", "50"));

        assertThat(Attribution.of(List.of(fromNothing), 2).parts())
                .containsExactly(part("orders", "250.00"), part("ticket", "250.00"));
    }

    @Test
    void agreesWithShapleyTakenOverEveryOrder() {
        List<Step> steps =
                List.of(step("3", "0"), step("-2", "5"), step("1.5", "-.5"), step("7", "7"));

        List<BigDecimal> fast = Shapley.split(steps);

        for (int i = 0; i < steps.size(); i++) {
            assertThat(fast.get(i).doubleValue()).isCloseTo(overAllOrders(steps, i), within(1e-9));
        }
    }

    @Test
    void givesADayWithoutOrdersAllToTheOrders() {
        Term none =
                Term.of(
                        factor("orders", "12", "0"),
                        new Factor(
                                "average_order_value",
                                MetricValue.known(new BigDecimal("80")),
                                MetricValue.missing("no_orders")));

        assertThat(Attribution.of(List.of(none), 2).parts())
                .containsExactly(part("orders", "-960.00"), part("average_order_value", "0.00"));
    }

    @Test
    void refusesAProductThatIsNotKnown() {
        Term unknown =
                Term.of(
                        new Factor(
                                "sessions",
                                MetricValue.known(BigDecimal.TEN),
                                MetricValue.missing("no_source")),
                        factor("conversion_rate", ".02", ".03"));

        assertThat(unknown.isKnown()).isFalse();
        assertThatThrownBy(() -> Attribution.of(List.of(unknown), 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no_source");
    }

    @Test
    void addsUpAMetricThatIsInSeveralTerms() {
        List<Change> changes =
                List.of(
                        Term.of(factor("orders", "10", "20"), factor("ticket", "5", "5")),
                        Term.of(factor("orders", "1", "0"), factor("marketplace_ticket", "9", "9")),
                        Additive.of("refunds", new BigDecimal("-3"), new BigDecimal("-10.5")));

        assertThat(Attribution.of(changes, 2).parts())
                .containsExactly(
                        part("orders", "41.00"),
                        part("ticket", "0.00"),
                        part("marketplace_ticket", "0.00"),
                        part("refunds", "-7.50"));
    }

    @Test
    void explainsTheExactGapWhereFactorsAreRounded() {
        BigDecimal rate = BigDecimal.ONE.divide(new BigDecimal("3"), 12, RoundingMode.HALF_UP);
        Term rounded =
                Term.of(
                        factor("sessions", "0", "3000000"),
                        new Factor("rate", MetricValue.known(rate), MetricValue.known(rate)),
                        factor("ticket", "100.01", "100.01"));

        Attribution why = Attribution.of(List.of(rounded), new BigDecimal("100010000"), 2);

        assertThat(why.gap()).isEqualTo("100010000.00");
        assertThat(sum(why)).isEqualByComparingTo("100010000");
        assertThatThrownBy(() -> Attribution.of(List.of(rounded), BigDecimal.ONE, 2))
                .hasMessageContaining("open");
    }

    @Test
    void explainsOffsettingDriversOfAGapOfZero() {
        Term offset = Term.of(factor("orders", "10", "20"), factor("ticket", "40", "20"));

        Attribution why = Attribution.of(List.of(offset), 2);

        assertThat(why.gap()).isEqualTo("0.00");
        assertThat(why.parts().getFirst().amount()).isEqualTo("277.26"); // 400 · ln 2
        assertThat(sum(why)).isEqualByComparingTo("0");
    }

    @Test
    void keepsWholeYen() {
        Term yen = Term.of(factor("orders", "3", "7"), factor("ticket", "333", "333.5"));

        assertThat(Attribution.of(List.of(yen), 0).gap()).isEqualTo("1336");
    }

    @Property(tries = 500)
    void sumsToTheGapToTheMinorUnit(@ForAll("manyChanges") List<Change> changes) {
        for (int decimals : List.of(0, 2, 3)) {
            Attribution why = Attribution.of(changes, decimals);
            assertThat(sum(why)).isEqualByComparingTo(why.gap());
            assertThat(why.gap()).isEqualByComparingTo(gap(changes, decimals));
        }
    }

    @Property(tries = 300)
    void staysWithinAMinorUnitOfTheExactParts(@ForAll("manyChanges") List<Change> changes) {
        Map<String, BigDecimal> fine = amounts(Attribution.of(changes, 6));
        BigDecimal lastDigits = largest(fine).multiply(new BigDecimal("1e-15")); // of a double
        Offset<BigDecimal> near = within(new BigDecimal(".011").add(lastDigits));
        amounts(Attribution.of(changes, 2))
                .forEach((metric, amount) -> assertThat(amount).isCloseTo(fine.get(metric), near));
    }

    @Property(tries = 300)
    void doesNotCareAboutTheOrder(@ForAll("manyChanges") List<Change> changes, @ForAll long seed) {
        List<Change> shuffled = new ArrayList<>();
        changes.forEach(change -> shuffled.add(shuffledFactors(change, new Random(seed))));
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(amounts(Attribution.of(shuffled, 2)))
                .isEqualTo(amounts(Attribution.of(changes, 2)));
    }

    @Property(tries = 200)
    void turnsAroundWithTime(@ForAll("positiveTerm") Term term) {
        Term back =
                new Term(
                        term.factors().stream()
                                .map(f ->
                                        new Factor(
                                                f.metric(),
                                                /* before= */ f.after(),
                                                /* after= */ f.before()))
                                .toList());
        Map<String, BigDecimal> forth = amounts(Attribution.of(List.of(term), 4));
        amounts(Attribution.of(List.of(back), 4))
                .forEach((metric, amount) ->
                        assertThat(amount.negate().doubleValue())
                                .isCloseTo(
                                        forth.getOrDefault(metric, ZERO).doubleValue(),
                                        offset(forth)));
    }

    private static Offset<Double> offset(Map<String, BigDecimal> amounts) {
        return within(.0002 + largest(amounts).doubleValue() * 1e-12);
    }

    private static BigDecimal largest(Map<String, BigDecimal> amounts) {
        return amounts.values().stream().map(BigDecimal::abs).reduce(ZERO, BigDecimal::max);
    }

    @Provide
    Arbitrary<List<Change>> manyChanges() {
        Arbitrary<Change> term = term(anyValue()).map(one -> one);
        Arbitrary<Change> positive = positiveTerm().map(one -> one);
        Arbitrary<Change> additive =
                Combinators.combine(metric(), anyValue(), anyValue()).as(Additive::of);
        return Arbitraries.oneOf(term, positive, additive).list().ofMinSize(1).ofMaxSize(12);
    }

    @Provide
    Arbitrary<Term> positiveTerm() {
        return term(value("0.0001", "100000"));
    }

    private static Arbitrary<Term> term(Arbitrary<BigDecimal> values) {
        return Combinators.combine(metric(), values, values)
                .as(Factor::of)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .uniqueElements(Factor::metric)
                .map(Term::new);
    }

    private static Arbitrary<String> metric() {
        return Arbitraries.of("sessions", "conversion", "ticket", "approval", "refunds", "late");
    }

    private static Arbitrary<BigDecimal> anyValue() {
        return Arbitraries.oneOf(
                Arbitraries.of(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ONE.negate()),
                value("-1000", "1000"),
                value("-1000000", "1000000"));
    }

    private static Arbitrary<BigDecimal> value(String from, String to) {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal(from), new BigDecimal(to))
                .ofScale(4);
    }

    private static Change shuffledFactors(Change change, Random random) {
        return switch (change) {
            case Additive additive -> additive;
            case Term(List<Factor> factors) -> {
                List<Factor> copy = new ArrayList<>(factors);
                Collections.shuffle(copy, random);
                yield new Term(copy);
            }
        };
    }

    private static BigDecimal gap(List<Change> changes, int decimals) {
        return changes.stream()
                .map(c -> c.after().known().get().subtract(c.before().known().get()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(decimals, RoundingMode.HALF_UP);
    }

    private static BigDecimal sum(Attribution why) {
        return why.parts().stream().map(Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Map<String, BigDecimal> amounts(Attribution why) {
        Map<String, BigDecimal> amounts = new HashMap<>();
        why.parts().forEach(part -> amounts.put(part.metric(), part.amount()));
        return amounts;
    }

    /** The mean, over all orders of switching factors to after, of what switching this one does. */
    private static double overAllOrders(List<Step> steps, int factor) {
        List<List<Integer>> orders = orders(steps.size());
        BigDecimal sum = BigDecimal.ZERO;
        for (List<Integer> order : orders) {
            List<Integer> earlier = order.subList(0, order.indexOf(factor));
            BigDecimal others = BigDecimal.ONE;
            for (int i = 0; i < steps.size(); i++) {
                Step step = steps.get(i);
                BigDecimal value = earlier.contains(i) ? step.after() : step.before();
                others = i == factor ? others : others.multiply(value);
            }
            sum = sum.add(others.multiply(steps.get(factor).change()));
        }
        return sum.divide(BigDecimal.valueOf(orders.size()), MathContext.DECIMAL128).doubleValue();
    }

    private static List<List<Integer>> orders(int size) {
        if (size == 0) {
            return List.of(List.of());
        }
        List<List<Integer>> all = new ArrayList<>();
        for (List<Integer> shorter : orders(size - 1)) {
            for (int at = 0; at <= shorter.size(); at++) {
                List<Integer> longer = new ArrayList<>(shorter);
                longer.add(at, size - 1);
                all.add(longer);
            }
        }
        return all;
    }

    private static Factor factor(String metric, String before, String after) {
        return Factor.of(metric, new BigDecimal(before), new BigDecimal(after));
    }

    private static Step step(String before, String after) {
        return new Step(new BigDecimal(before), new BigDecimal(after));
    }

    private static Part part(String metric, String amount) {
        return new Part(metric, new BigDecimal(amount));
    }
}
