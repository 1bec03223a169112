package app.rotina.warehouse;

import static app.rotina.warehouse.ImportTest.counts;
import static app.rotina.warehouse.ImportTest.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.RotinaException;
import app.rotina.metrics.IpeShop;
import app.rotina.warehouse.Quarantine.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The warehouse is what was landed: it can be lost, cut off and built anew. */
class RebuildTest extends WithStore {
    private static final String ORDERS = "order_id,placed_at,status,customer_id";
    private static final String RETAIL =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";
    private static final String SPEND = "day,platform,campaign,spend";

    @Test
    void givesTheSameFromTheLandedRows() {
        shop.close();
        shop = IpeShop.open(folder);
        shop.take(ORDERS, order(2001, 9), order(2002, 10));
        shop.takeWritten(
                Instant.parse("2026-01-01T00:00:00Z"), ORDERS, order(2001, 8), order(2003, 8));
        shop.take(ORDERS, order(2002, 11));
        shop.take(SPEND, "2026-03-09,google,x,10", "2026-03-09,google,x,5");
        shop.take(SPEND, "2026-03-09,google,x,10", "2026-03-09,google,x,6");
        assertSameWhenRebuilt(shop);
    }

    @Test
    void keepsEqualRowsOfOverlappingFilesApart() {
        try (StoreForTests gifts =
                new StoreForTests(folder, StoreForTests.store("gift", "Europe/London", "GBP"))) {
            String row = "536365,85123A,HEART,6,2026-03-02 08:26:00,2.55,17850,United Kingdom";
            gifts.take(RETAIL, row);
            gifts.take(
                    RETAIL,
                    row,
                    row,
                    "536366,85123A,HEART,1,2026-03-02 09:26:00,2.55,17850,France");
            assertThat(gifts.value("units", "2026-03-02")).isEqualTo("13");
            assertSameWhenRebuilt(gifts);
        }
    }

    @Test
    void takesAMendedRowAndAsksNoMore() {
        String[] file = {ORDERS, order(1, 2), "2,yesterday,approved,bia"};
        assertThat(shop.take(file).quarantined()).isEqualTo(1);
        Waiting waiting = waiting().getFirst();
        assertThat(waiting.value()).isEqualTo("yesterday");
        assertThat(waiting.line()).isEqualTo(3);
        assertThat(waiting.column()).isEqualTo("placed_at");
        counts(
                shop.mend(
                        Map.of(
                                waiting.id(),
                                List.of("2", "2026-03-02T11:00:00", "approved", "bia"))),
                1,
                1,
                0,
                0);
        assertThat(waiting()).isEmpty();
        assertThat(shop.value("orders", "2026-03-02")).isEqualTo("2");
        counts(shop.take(file), 2, 0, 0, 2);
        assertThat(waiting()).isEmpty();
        assertSameWhenRebuilt(shop);
    }

    @Test
    void waitsAnewWhereTheMendedRowStillDoesNotFit() {
        shop.take(ORDERS, order(1, 2), "2,yesterday,approved,bia");
        long id = waiting().getFirst().id();
        shop.mend(Map.of(id, List.of("2", "tomorrow", "approved", "bia")));
        assertThat(waiting())
                .singleElement()
                .returns("tomorrow", Waiting::value)
                .returns(id, Waiting::id);
        shop.mend(Map.of(id, List.of("2", "tomorrow", "approved", "bia")));
        assertThat(waiting()).singleElement().returns(id, Waiting::id);
        shop.warehouse().imports().rebuild(shop.store());
        assertThat(waiting()).singleElement().returns("tomorrow", Waiting::value);
    }

    @Test
    void keepsTheWaitingRowOnceAndForgetsTheDismissed() {
        String[] file = {ORDERS, "2,yesterday,approved,bia"};
        shop.take(file);
        shop.take(file);
        assertThat(waiting()).hasSize(1);
        shop.warehouse().quarantine().dismiss("ipe", waiting().getFirst().id());
        counts(shop.take(file), 1, 0, 0, 1);
        assertThat(waiting()).isEmpty();
        shop.warehouse().imports().rebuild(shop.store());
        assertThat(waiting()).isEmpty();
    }

    @Test
    void hasADismissedRowWaitAgain() {
        shop.take(ORDERS, "2,yesterday,approved,bia");
        long id = waiting().getFirst().id();
        shop.warehouse().quarantine().dismiss("ipe", id);
        shop.warehouse().imports().rebuild(shop.store());
        shop.warehouse().quarantine().restore("ipe", id);
        assertThat(waiting()).singleElement().returns("yesterday", Waiting::value);
        assertThat(shop.warehouse().quarantine().countDismissed("ipe")).isZero();
    }

    /** What was given up before with the same fault stays given up. */
    @Test
    void hasTheRowsWaitAgainThatWereGivenUpTogether() {
        shop.take(
                ORDERS, "1,yesterday,approved,bia", "2,never,approved,bia", "3,then,approved,bia");
        List<Long> ids = waiting().stream().map(Waiting::id).toList();
        Quarantine quarantine = shop.warehouse().quarantine();
        long first = quarantine.dismiss("ipe", ids.subList(0, 1));
        long both = quarantine.dismiss("ipe", ids.subList(1, 3));

        assertThat(quarantine.restoreTogether("ipe", both)).isEqualTo(ids.subList(1, 3));
        assertThat(waiting()).extracting(Waiting::id).isEqualTo(ids.subList(1, 3));
        assertThat(quarantine.countDismissed("ipe")).isEqualTo(1);

        quarantine.restore("ipe", ids.getFirst());
        quarantine.dismiss("ipe", ids.getFirst());
        assertThatThrownBy(() -> quarantine.restoreTogether("ipe", first))
                .isInstanceOf(RotinaException.class);
        assertThatThrownBy(() -> quarantine.restoreTogether("ipe", both))
                .isInstanceOf(RotinaException.class);
    }

    @Test
    void keepsEqualBadRowsApartWhenTheyComeAgain() {
        String bad = "2,yesterday,approved,bia";
        counts(shop.take(ORDERS, bad, bad), 2, 0, 0, 0);
        List<Long> ids = waiting().stream().map(Waiting::id).toList();
        counts(shop.take(ORDERS, bad, "3,never,approved,bia", bad), 3, 0, 0, 0);
        assertThat(waiting()).extracting(Waiting::id).hasSize(3).containsAll(ids);
    }

    /** The process died after the commit, before the landed rows were confirmed. */
    @Test
    void confirmsAnImportThatTheWarehouseKnows() throws IOException {
        shop.take(ORDERS, order(1, 2));
        rename("000001.json", "000001.json.pending");
        counts(shop.take(ORDERS, order(2, 3)), 1, 1, 0, 0);
        assertThat(shop.landed()).contains("000001.json", "000002.json");
        assertSameWhenRebuilt(shop);
    }

    /** The process died after landing, before the commit. */
    @Test
    void undoesAnImportThatTheWarehouseDoesNotKnow() throws IOException {
        shop.take(ORDERS, order(1, 2));
        Path landed = shop.engine().landedFolder("ipe");
        for (String end : List.of(".parquet", ".rejected.parquet", ".json")) {
            String pending = end.equals(".json") ? ".json.pending" : end;
            Files.copy(landed.resolve("000001" + end), landed.resolve("000002" + pending));
        }
        shop.take(ORDERS, order(3, 4));
        assertThat(shop.value("orders", "2026-03-02", "2026-03-04")).isEqualTo("2");
        assertSameWhenRebuilt(shop);
    }

    @Test
    void comesBackFromALostDatabase() throws IOException {
        shop.take(ORDERS, order(1, 2));
        List<String> before = shop.everything();
        shop.close();
        try (Stream<Path> files = Files.list(folder.resolve("warehouse"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        shop = new StoreForTests(folder);
        shop.warehouse().imports().rebuild(shop.store());
        assertThat(shop.everything()).isEqualTo(before);
    }

    private List<Waiting> waiting() {
        return shop.warehouse().quarantine().waiting("ipe", shop.key());
    }

    private void rename(String from, String to) throws IOException {
        Path landed = shop.engine().landedFolder("ipe");
        Files.move(landed.resolve(from), landed.resolve(to));
    }

    static void assertSameWhenRebuilt(StoreForTests shop) {
        List<String> before = shop.everything();
        shop.warehouse().imports().rebuild(shop.store());
        assertThat(shop.everything()).isEqualTo(before);
    }
}
