package app.rotina.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.Days;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.SourceCounts.Counted;
import app.rotina.state.SourceCounts.DayCount;
import app.rotina.state.SourceHooks;
import app.rotina.sync.Reconciliation.Mended;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every shop does that tells of its orders at once and can be counted, whoever's it is. */
abstract class TellingShop<P extends TellingShop.Shop> extends WithApi<P> {
    private static final String ORIGIN = "https://rotina.example";

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private String hook = "";

    TellingShop(String connector, Supplier<P> platform) {
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

        /** What it says when an order changes. */
        Told message(long order);

        SubscriptionsForTests told();
    }

    @Test
    void bringsAnOrderThatTheShopTellsOf() {
        told(() -> {
            long order = shop.sell("10.00");
            assertThat(send(shop.message(order))).isEqualTo(200);
            assertThat(waiting()).isEqualTo(1);
            take();
            assertThat(metric("placed_revenue")).isEqualByComparingTo("10");
            assertThat(waiting()).isZero();
        });
        assertTold(hook);
    }

    /** Each topic once, at this address. */
    private void assertTold(String path) {
        assertThat(shop.told().byTopic()).containsOnlyKeys(hooking().topics());
        assertThat(shop.told().byTopic().values())
                .containsOnly(List.of(ORIGIN + "/api/hooks/" + path));
    }

    @Test
    void takesBackWhatItToldTheShopToTell() {
        told(() -> {
            String before = hook;
            hook = renew(ORIGIN);
            assertTold(hook);
            Told told = shop.message(shop.sell("10.00"));
            assertThat(send(before, told)).isEqualTo(410);
            assertThat(send(told)).isEqualTo(200);

            String others = hooking().topics().getFirst();
            shop.told().add(1, others, ORIGIN + "/api/hooks/another-stores");
            assertThat(rotina.syncs.disconnect(connected.store, connected.connection().id()))
                    .isTrue();
            assertThat(shop.told().byTopic())
                    .isEqualTo(Map.of(others, List.of(ORIGIN + "/api/hooks/another-stores")));
            assertThat(send(told)).isEqualTo(410);
        });
    }

    @Test
    void saysWhereTheShopDidNotTakeItBackAndAsksAgain() {
        told(() -> {
            shop.told().stuck = true;
            hook = renew(ORIGIN);
            assertThat(isStray()).isTrue();

            shop.told().stuck = false;
            hook = renew(ORIGIN);
            assertThat(isStray()).isFalse();
            assertTold(hook);

            api.closedForMaintenance = true;
            assertThat(rotina.syncs.disconnect(connected.store, connected.connection().id()))
                    .isFalse();
            assertThat(rotina.syncs.of(connected.store)).isEmpty();
            assertThat(send(shop.message(shop.sell("10.00")))).isEqualTo(410);
        });
    }

    /** What stands empty in the form stays as it was; nothing is ever signed with no secret. */
    @Test
    void keepsTheSecretsThatNobodySaysAnew() {
        told(() -> {
            String before = hook;
            Map<String, String> empty = new TreeMap<>(said());
            empty.replaceAll((field, any) -> field.equals("address") ? any : " ");
            reconnect(empty, ORIGIN);

            assertTold(hook);
            Told told = shop.message(shop.sell("10.00"));
            assertThat(send(told)).isEqualTo(200);
            assertThat(send(before, told)).isEqualTo(410);
            Told unsigned = told.signed(hooking().signature(), hooking().signed(), "\0");
            assertThat(send(unsigned)).isEqualTo(401);
            take();
            assertThat(metric("placed_revenue")).isEqualByComparingTo("10");
        });
    }

    @Test
    void keepsOtherKeysWhereTheShopWillNotTellAnyMore() {
        told(() -> {
            reconnect(said(), "http://localhost");

            assertThat(rotina.server.bean(Hooks.class).of(connected.connection())).isEmpty();
            assertThat(shop.told().all).isEmpty();
            connected.pull();
        });
    }

    private void reconnect(Map<String, String> said, String origin) {
        rotina.syncs.reconnect(
                connected.store,
                connected.connection().id(),
                said,
                path -> {
                    hook = path.substring(path.lastIndexOf('/') + 1);
                    return origin + path;
                });
    }

    private boolean isStray() {
        return rotina.server
                .bean(Hooks.class)
                .isStray(connected.store, connected.connection().id());
    }

    @Test
    void believesNothingThatIsNotSignedWithTheAppsSecret() {
        told(() -> {
            Told told = shop.message(shop.sell("10.00"));
            String header = hooking().signature();
            String secret = said().getOrDefault(hooking().secret(), "");
            Told changed = new Told(told.body() + " ", told.headers());

            assertThat(send(changed)).isEqualTo(401);
            assertThat(send(told.signed(header, hooking().signed(), "guessed"))).isEqualTo(401);
            assertThat(send(told.signed(header, hooking().signed(), hook))).isEqualTo(401);
            Hooking.Written other =
                    hooking().signed() == Hooking.Written.HEX
                            ? Hooking.Written.BASE64
                            : Hooking.Written.HEX;
            assertThat(send(told.signed(header, other, secret))).isEqualTo(401);
            assertThat(send(new Told(told.body(), Map.of()))).isEqualTo(401);
            assertThat(waiting()).isZero();
        });
    }

    @Test
    void keepsAReplayOnce() {
        told(() -> {
            Told told = shop.message(shop.sell("10.00"));
            for (int i = 0; i < 5; i++) {
                assertThat(send(told)).isEqualTo(200);
            }
            assertThat(waiting()).isEqualTo(1);
            take();

            assertThat(send(told)).isEqualTo(200);
            assertThat(waiting()).isEqualTo(hooking().delivery().isEmpty() ? 1 : 0);
            take();
            assertThat(metric("placed_revenue")).isEqualByComparingTo("10");
            assertThat(metric("orders")).isEqualByComparingTo("1");
        });
    }

    /** What changes while it is asked for is asked for once more. */
    @Test
    void missesNoChangeThatIsToldWhileAnotherIsTakenIn() {
        told(() -> {
            long order = shop.sell("10.00");
            send(shop.message(order));
            api.afterEachPage =
                    () -> {
                        api.afterEachPage = () -> {};
                        shop.at(Instant.now().plusSeconds(1));
                        shop.change(order, "25.00");
                        send(shop.message(order));
                    };
            take();

            assertThat(metric("placed_revenue")).isEqualByComparingTo("25");
        });
    }

    @Test
    void endsWithWhatTheShopHasWhateverTheOrderOfItsMessages() {
        told(() -> {
            Random random = new Random(3);
            List<Told> messages = new ArrayList<>();
            List<Long> orders = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                shop.at(Instant.now().minusSeconds(3_600L - i));
                if (i < 8 || random.nextInt(4) == 0) {
                    orders.add(shop.sell("1.00"));
                } else {
                    shop.change(orders.get(random.nextInt(orders.size())), i + ".50");
                }
                messages.add(shop.message(orders.get(random.nextInt(orders.size()))));
            }
            orders.forEach(each -> messages.add(shop.message(each)));
            Collections.shuffle(messages, random);
            messages.addAll(messages.subList(0, 20));
            for (Told each : messages) {
                assertThat(send(each)).isEqualTo(200);
                if (random.nextInt(15) == 0) {
                    take();
                }
            }
            take();

            assertThat(metric("placed_revenue")).isEqualByComparingTo(shop.sold());
        });
    }

    @Test
    void saysWhatTheShopDoesNotTakeAndOpensNothing() {
        connect();

        assertThatThrownBy(() -> renew("http://localhost"))
                .isInstanceOf(RotinaException.class)
                .hasMessageNotContaining(ApiForTests.SECRET);

        assertThat(rotina.server.bean(Hooks.class).of(connected.connection())).isEmpty();
    }

    @Test
    void countsByDayWhatTheShopHasAndMendsWhatDiffersAlone() {
        long gone = sales();
        assertThat(count().drift()).isEmpty();
        assertThat(day(count(), 4).sourceSum()).isEqualByComparingTo("15");

        noon(8);
        shop.sell("7.50");
        shop.delete(gone);
        connected.pull();
        Counted counted = count();
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

        assertThat(day(count(), 9).gone()).isEqualTo(1);
    }

    @Test
    void countsNothingBeforeAllWasFetchedOnce() {
        connect();

        assertThatThrownBy(this::count)
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

    /** Connected and told of, while nobody else takes anything in. */
    private void told(Runnable work) {
        shop.at(Instant.now().minusSeconds(60));
        connect();
        hook = renew(ORIGIN);
        rotina.server
                .bean(OneAtATime.class)
                .alone(
                        connected.store,
                        () -> {
                            work.run();
                            return true;
                        });
    }

    private String renew(String origin) {
        return rotina.server
                .bean(Hooks.class)
                .renew(connected.store, connected.connection().id(), path -> origin + path)
                .path();
    }

    private Hooking hooking() {
        return Connectors.of(connected.connection().connector()).hooking().orElseThrow();
    }

    private int send(Told told) {
        return send(hook, told);
    }

    private static int send(String path, Told told) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(rotina.server.url("/api/hooks/" + path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(told.bytes()));
        told.headers().forEach(request::header);
        return rotina.server.send(request.build()).statusCode();
    }

    private int waiting() {
        return rotina.server.bean(SourceHooks.class).waiting(connected.connection(), 100).size();
    }

    private void take() {
        rotina.server.bean(HookQueue.class).take(connected.store, connected.connection());
    }

    private Counted count() {
        return rotina.server
                .bean(Reconciliation.class)
                .count(connected.store, connected.connection().id());
    }

    private Mended mend() {
        Reconciliation reconciliation = rotina.server.bean(Reconciliation.class);
        return reconciliation.mend(
                connected.store,
                connected.connection().id(),
                reconciliation.driftDays(connected.connection()));
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
        return new Days(LocalDate.parse("2026-02-28"), last);
    }
}
