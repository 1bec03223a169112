package app.rotina.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.Days;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.SourceCounts.Counted;
import app.rotina.state.SourceCounts.DayCount;
import app.rotina.sync.Reconciliation.Mended;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every shop does whose orders can be counted by day, whoever's it is. */
abstract class CountedShop<P extends CountedShop.Shop> extends WithApi<P> {
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    CountedShop(String connector, Supplier<P> platform) {
        super(connector, platform);
    }

    /** A shop of tests, as seen from here. */
    interface Shop extends ApiForTests.Platform {

        /** It is this time there. */
        void at(Instant now);

        /** Sells something. */
        long sell(String total);

        /** The order is of this total now. */
        void change(long order, String total);

        void delete(long order);

        BigDecimal sold();

        /** When it sold or gave back something last. */
        Instant last();
    }

    @Test
    void countsByDayWhatTheShopHasAndMendsWhatDiffersAlone() {
        long gone = sales();
        assertThat(connected.count().drift()).isEmpty();
        assertThat(day(connected.count(), 4).sourceSum()).isEqualByComparingTo("15");

        noon(8);
        shop.sell("7.50");
        shop.delete(gone);
        connected.pull();
        Counted counted = connected.count();
        assertThat(counted.drift())
                .extracting(DayCount::day)
                .containsExactlyInAnyOrder(today.minusDays(9), today.minusDays(8));
        assertThat(day(counted, 9).gone()).isEqualTo(1);
        assertThat(day(counted, 8).lacking()).isEqualTo(1);

        Mended mended = mend();
        assertThat(mended.gone()).isEqualTo(1);
        assertThat(mended.counted().drift()).isEmpty();
        assertThat(metric("placed_revenue")).isEqualByComparingTo(shop.sold());
        connected.rebuild();
        assertThat(metric("placed_revenue")).isEqualByComparingTo(shop.sold());
    }

    @Test
    void countsAgainWhereTheListMovesWhileItIsRead() {
        long gone = sales();
        noon(3);
        for (int i = 0; i < 210; i++) {
            shop.sell("1.00");
        }
        noon(2);
        shop.sell("1.00");
        connected.pull();
        api.afterEachPage =
                () -> {
                    api.afterEachPage = () -> {};
                    shop.delete(gone);
                };

        assertThat(day(connected.count(), 9).gone()).isEqualTo(1);
    }

    @Test
    void countsNothingBeforeAllWasFetchedOnce() {
        connect();

        assertThatThrownBy(connected::count)
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.COUNT_TOO_EARLY));
    }

    /** Two orders a day, fetched; the first of them. */
    private long sales() {
        long first = 0;
        for (int back = 9; back >= 2; back--) {
            noon(back);
            long order = shop.sell("10.00");
            first = first == 0 ? order : first;
            shop.sell("5.00");
        }
        connect();
        connected.pull();
        return first;
    }

    private void noon(int back) {
        shop.at(today.minusDays(back).atTime(LocalTime.of(15, 0)).toInstant(ZoneOffset.UTC));
    }

    private Mended mend() {
        return connected.mend(
                rotina.server
                        .bean(Reconciliation.class)
                        .driftDays(connected.connection())
                        .toArray(LocalDate[]::new));
    }

    private DayCount day(Counted counted, int back) {
        return counted.days().stream()
                .filter(each -> each.day().equals(today.minusDays(back)))
                .findFirst()
                .orElseThrow();
    }

    @Override
    Days span() {
        LocalDate last = shop.last().atOffset(ZoneOffset.UTC).toLocalDate();
        return new Days(LocalDate.parse("2026-02-28"), last.isAfter(today) ? last : today);
    }
}
