package app.rotina.routine;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.routine.Causes.Cause;
import app.rotina.routine.Segments.Both;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Small shops: a few channels by a few states, a few orders each. */
class CauseSearchTest {
    private static final LocalDate DAY = LocalDate.parse("2026-04-16");
    private static final Comparison DAYS =
            Comparison.of(DAY, IntStream.rangeClosed(1, 4).mapToObj(DAY::minusWeeks).toList());
    private static final List<String> CHANNELS = List.of("site", "chat", "marketplace");
    private static final List<String> STATES = List.of("SP", "RJ", "MG");
    private static final int SHOPS = 400;

    @Test
    void seldomNamesASegmentOfADayOnWhichNothingHappened() {
        long named =
                IntStream.range(0, SHOPS)
                        .filter(seed -> !causes(new SplittableRandom(seed), "none").isEmpty())
                        .count();

        assertThat(named).isLessThan(SHOPS / 12);
    }

    @Test
    void namesAChannelThatWentMissing() {
        long named =
                IntStream.range(0, SHOPS)
                        .filter(seed -> {
                            List<Cause> causes = causes(new SplittableRandom(seed), "chat");
                            return !causes.isEmpty()
                                    && causes.getFirst().where().equals(Map.of("channel", "chat"));
                        })
                        .count();

        assertThat(named).isGreaterThan(SHOPS * 9 / 10);
    }

    /** 4 to 11 orders a day and segment, of 100 on average. */
    private static List<Cause> causes(SplittableRandom chance, String lost) {
        Segments money = new Segments(List.of("channel", "region"), new HashMap<>());
        for (String channel : CHANNELS) {
            for (String state : STATES) {
                double orders = 4 + chance.nextInt(8);
                BigDecimal came = day(channel.equals(lost) ? 0 : orders, chance);
                Both both = new Both(came, BigDecimal.ZERO, BigDecimal.ZERO);
                for (LocalDate usual : DAYS.usual().keySet()) {
                    both =
                            both.plus(
                                    usual(
                                            day(orders, chance),
                                            DAYS.usual().getOrDefault(usual, BigDecimal.ZERO)));
                }
                money.cells().put(List.of(channel, state), both);
            }
        }
        Both total = money.total();
        BigDecimal expected = total.usual().setScale(2, RoundingMode.HALF_UP);
        BigDecimal gap = total.actual().subtract(expected).setScale(2, RoundingMode.HALF_UP);
        return new CauseSearch("net_revenue", gap, expected.movePointLeft(2))
                .inSum(money, expected, DAYS)
                .named();
    }

    private static Both usual(BigDecimal amount, BigDecimal weight) {
        BigDecimal weighed = amount.multiply(weight);
        return new Both(BigDecimal.ZERO, weighed, weighed.multiply(amount));
    }

    /** The money of a number of orders by chance, each worth what it happens to be. */
    private static BigDecimal day(double orders, SplittableRandom chance) {
        double money = 0;
        for (double wait = -Math.log(1 - chance.nextDouble());
                wait < orders;
                wait -= Math.log(1 - chance.nextDouble())) {
            money += 100 * Math.exp(chance.nextGaussian() * .6 - .18);
        }
        return BigDecimal.valueOf(money);
    }
}
