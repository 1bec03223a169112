package app.rotina.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ImportTest extends WithStore {
    private static final String ORDERS = "order_id,placed_at,status,customer_id";
    private static final String ITEMS =
            "line_id,order_id,sku,product_name,quantity,unit_price,gross,amount";
    private static final Instant OLD = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NEW = Instant.parse("2026-03-15T00:00:00Z");

    @Test
    void findsNothingNewInTheSameFile() {
        String[] file = {
            ORDERS, "1,2026-03-02T10:00:00,approved,ana", "2,2026-03-03T10:00:00,approved,bia"
        };
        counts(shop.take(file), 2, 2, 0, 0);
        List<String> before = shop.everything();
        counts(shop.take(file), 2, 0, 0, 2);
        assertThat(shop.everything()).isEqualTo(before);
    }

    @Test
    @DisplayName("62: the same file under another name brings nothing")
    void findsNothingNewInTheSameFileUnderAnotherName() {
        String[] file = {ORDERS, order(1, 2), order(2, 3)};
        shop.take(file);
        counts(shop.takeNamed("other name.csv", file), 2, 0, 0, 2);
        assertThat(shop.value("orders", "2026-03-02", "2026-03-03")).isEqualTo("2");
    }

    @Test
    @DisplayName("63: overlapping ranges count once")
    void countsOverlappingRangesOnce() {
        shop.take(ORDERS, order(1, 2), order(2, 3), order(3, 4));
        counts(shop.take(ORDERS, order(2, 3), order(3, 4), order(4, 5)), 3, 1, 0, 2);
        assertThat(shop.value("orders", "2026-03-02", "2026-03-05")).isEqualTo("4");
    }

    @Test
    @DisplayName("64: the same number in two stores is two orders")
    void keepsTheSameNumberOfTwoStoresApart() {
        shop.take(ORDERS, order(1, 2));
        try (StoreForTests other =
                new StoreForTests(folder, StoreForTests.store("lua", "America/Sao_Paulo", "BRL"))) {
            counts(other.take(ORDERS, order(1, 2), order(2, 2)), 2, 2, 0, 0);
            assertThat(other.value("orders", "2026-03-02")).isEqualTo("2");
        }
        assertThat(shop.value("orders", "2026-03-02")).isEqualTo("1");
    }

    @Test
    void takesANewerFilesWord() {
        shop.takeWritten(OLD, ITEMS, "a,1,S,Saia,1,100,100,100");
        counts(shop.takeWritten(NEW, ITEMS, "a,1,S,Saia,1,100,100,90"), 1, 0, 1, 0);
        assertThat(shop.query("SELECT amount FROM fact_line")).containsExactly("90.0000");
    }

    @Test
    void neverLetsAnOlderFileOverwrite() {
        shop.takeWritten(NEW, ITEMS, "a,1,S,Saia,1,100,100,90");
        ImportReport report = shop.takeWritten(OLD, ITEMS, "a,1,S,Saia,1,100,100,100");
        counts(report, 1, 0, 0, 1);
        assertThat(report.older()).isEqualTo(1);
        assertThat(shop.query("SELECT amount FROM fact_line")).containsExactly("90.0000");
    }

    /** A copied file has a new time; what the rows know tells that it is the older one. */
    @Test
    void knowsAnOlderStateByTheRowsOwnDates() {
        String header = "order_id,placed_at,approved_at,status,customer_id";
        shop.takeWritten(OLD, header, "1,2026-03-02T10:00:00,2026-03-03T09:00:00,approved,ana");
        ImportReport report = shop.takeWritten(NEW, header, "1,2026-03-02T10:00:00,,open,ana");
        assertThat(report.older()).isEqualTo(1);
        assertThat(shop.value("approved_orders", "2026-03-02", "2026-03-03")).isEqualTo("1");
    }

    @Test
    void takesALastStateWhereAFileTellsAnOrderTwice() {
        counts(shop.take(ORDERS, order(1, 2), "1,2026-03-04T10:00:00,approved,ana"), 2, 1, 0, 1);
        assertThat(shop.value("orders", "2026-03-04")).isEqualTo("1");
        assertThat(shop.query("SELECT count(*) FROM fact_order")).containsExactly("1");
    }

    @Test
    void movesAnOrderToItsNewDay() {
        shop.take(ORDERS, order(1, 2), order(2, 3));
        shop.take(ORDERS, order(1, 3));
        assertThat(shop.value("orders", "2026-03-02")).isEqualTo("0");
        assertThat(shop.value("orders", "2026-03-03")).isEqualTo("2");
    }

    @Test
    void leavesNothingBehindWhenItIsCancelled() {
        shop.take(ORDERS, order(1, 2));
        List<String> before = shop.everything();
        ImportProgress stopped = new ImportProgress();
        stopped.cancel();
        assertThatThrownBy(() -> shop.take(stopped, ORDERS, order(2, 3)))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.IMPORT_CANCELLED));
        assertThat(shop.everything()).isEqualTo(before);
        assertThat(shop.landed()).hasSize(3);
    }

    @Test
    void leavesNothingBehindWhenReadingBreaksOff() {
        shop.take(ORDERS, order(1, 2));
        List<String> before = shop.everything();
        assertThatThrownBy(() -> shop.takeCut(ORDERS, order(2, 3), order(3, 3)))
                .hasMessageContaining("cut");
        assertThat(shop.everything()).isEqualTo(before);
        assertThat(shop.landed()).hasSize(3);
        counts(shop.take(ORDERS, order(2, 3), order(3, 3)), 2, 2, 0, 0);
    }

    /** All files of one import are kept, or none. */
    @Test
    void undoesTheFirstFileWhenTheSecondCannotBeRead() {
        Path good = shop.file(ORDERS, order(1, 2));
        Path strange = shop.file("nobody,knows", "1,2");
        assertThatThrownBy(() -> shop.takeFiles(List.of(good, strange)))
                .isInstanceOf(RotinaException.class);
        assertThat(shop.value("orders", "2026-03-02")).isEqualTo("no_source");
        assertThat(shop.landed()).isEmpty();
    }

    @Test
    void showsTheSameMoneyOnBothSides() {
        ImportReport report =
                shop.take(
                        ITEMS,
                        "a,1,S,Saia,1,100,100,90.0001",
                        "b,1,S,Saia,1,?,?,?",
                        "c,1,S,Saia,2,5,10,10");
        ImportReport.ControlTotal control = Objects.requireNonNull(report.control());
        assertThat(control.source()).isEqualByComparingTo("100.0001");
        assertThat(control.warehouse()).isEqualByComparingTo("100.0001");
        assertThat(report.quarantined()).isEqualTo(1);
    }

    @Test
    void addsUpDailyRowsOfTheSameKey() {
        String header = "day,platform,campaign,spend";
        shop.take(header, "2026-03-02,google,x,10", "2026-03-02,google,x,5");
        assertThat(shop.value("ad_spend", "2026-03-02")).isEqualTo("15");
        shop.take(header, "2026-03-02,google,x,10", "2026-03-02,google,x,6");
        assertThat(shop.value("ad_spend", "2026-03-02")).isEqualTo("16");
    }

    @Test
    void writesDownWhatItDid() {
        shop.take(ORDERS, order(1, 2));
        assertThat(shop.warehouse().log().latest("ipe", 5))
                .singleElement()
                .satisfies(entry -> assertThat(entry.inserted()).isEqualTo(1))
                .satisfies(entry -> assertThat(entry.who()).isEqualTo("ana"));
    }

    static String order(int id, int day) {
        return "%d,2026-03-%02dT10:00:00,approved,c%d".formatted(id, day, id);
    }

    static void counts(
            ImportReport report, long read, long inserted, long updated, long unchanged) {
        assertThat(
                        Map.of(
                                "read",
                                report.read(),
                                "in",
                                report.inserted(),
                                "up",
                                report.updated(),
                                "same",
                                report.unchanged()))
                .isEqualTo(Map.of("read", read, "in", inserted, "up", updated, "same", unchanged));
        assertThat(report.read())
                .isEqualTo(
                        report.inserted()
                                + report.updated()
                                + report.unchanged()
                                + report.quarantined());
    }
}
