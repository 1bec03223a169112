package app.rotina.warehouse;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.kernel.StoreKey;
import app.rotina.warehouse.Erasure.Erased;
import app.rotina.warehouse.Quarantine.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ana bought three times, wrote once and left a cart; Bia bought once. */
class ErasureTest {
    private static final byte[] SECRET = "a key of these tests only".getBytes(UTF_8);
    private static final String ANA = "ana.exemplo@loja.example";
    private static final String SALES =
            "Número do Pedido;E-mail;Data;Status do Pedido;Status do Pagamento;Subtotal;Desconto;Valor do Frete;Total;Data de pagamento;Nome do Produto;Valor do Produto;Quantidade Comprada;SKU";
    private static final String[] ORDERS = {
        SALES,
        sale(1, ANA, "10/03/2026 09:30:00", "50,00"),
        sale(2, "bia@loja.example", "10/03/2026 10:30:00", "70,00"),
        sale(3, "ANA.Exemplo@loja.example", "11/03/2026 09:30:00", "80,00"),
        sale(4, ANA, "12/03/2026 09:30:00", "90,00")
    };
    private static final String[] BAD = {
        SALES,
        sale(8, ANA, "32/03/2026 09:30:00", "50,00"),
        sale(9, "bia@loja.example", "33/03/2026 10:30:00", "70,00")
    };

    @TempDir Path folder;
    private StoreForTests shop;

    @BeforeEach
    void open() {
        shop = new StoreForTests(folder);
        shop.take(ORDERS);
        shop.take(
                "id da conversa,início,cliente,email,atendente",
                "c-1,2026-03-10T09:00:00,," + ANA + ",Caio",
                "c-2,2026-03-10T09:10:00,,bia@loja.example,Caio");
        shop.take(
                "ID do carrinho;Data de abandono;E-mail;Total",
                "77;11/03/2026 12:00:00;" + ANA + ";99,00");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void takesAPersonOutOfEveryFileAndKeepsEveryFigure() {
        String token = tokenOf("1");
        assertThat(filesWith(token)).isNotEmpty();
        Map<String, String> before = figures();
        Erased erased = forget(ANA);
        assertThat(erased).isEqualTo(new Erased(5, 3, 0));
        assertThat(figures()).isEqualTo(before);
        shop.close();
        assertThat(filesWith(token)).isEmpty();
        shop = new StoreForTests(folder);
        assertThat(tokenOf("1")).startsWith("forgotten-").isEqualTo(tokenOf("4"));
    }

    @Test
    void leavesEverybodyElse() {
        String bia = tokenOf("2");
        forget(ANA);
        assertThat(tokenOf("2")).isEqualTo(bia);
        assertThat(forget("nobody@loja.example")).isEqualTo(new Erased(0, 0, 0));
        assertThat(tokenOf("2")).isEqualTo(bia);
    }

    @Test
    void keepsAPersonAwayWhenTheWarehouseIsBuiltAnew() {
        forget(ANA);
        List<String> after = shop.everything();
        shop.warehouse().imports().rebuild(shop.store());
        assertThat(shop.everything()).isEqualTo(after);
        assertThat(tokenOf("1")).startsWith("forgotten-");
    }

    @Test
    void keepsAPersonAwayWhenTheSameFileComesAgain() {
        String token = tokenOf("1");
        forget(ANA);
        Map<String, String> before = figures();
        assertThat(shop.take(ORDERS).unchanged()).isEqualTo(4);
        assertThat(figures()).isEqualTo(before);
        assertNowhere(token);
    }

    @Test
    void keepsAPersonAwayWhenTheirOrderChangesOrTheyComeBack() {
        String token = tokenOf("1");
        String other = tokenOf("2");
        forget(ANA);
        String standIn = tokenOf("1");
        shop.take(
                SALES,
                sale(1, ANA, "10/03/2026 09:30:00", "55,00"),
                sale(5, ANA, "13/03/2026 09:30:00", "10,00"),
                sale(6, "bia@loja.example", "13/03/2026 09:40:00", "10,00"));
        assertThat(shop.value("placed_revenue", "2026-03-10")).isEqualTo("125");
        assertThat(tokenOf("1")).isEqualTo(standIn);
        assertThat(tokenOf("5")).isEqualTo("null");
        assertThat(tokenOf("6")).isEqualTo(other);
        assertNowhere(token);
    }

    @Test
    void keepsAPersonAwayWhenACartOrAChatChanges() {
        String token = tokenOf("1");
        forget(ANA);
        String standIn = shop.query("SELECT customer_id FROM fact_cart").getFirst();
        shop.take(
                "ID do carrinho;Data de abandono;E-mail;Total",
                "77;11/03/2026 12:00:00;" + ANA + ";49,00");
        assertThat(shop.query("SELECT amount FROM fact_cart")).containsExactly("49.0000");
        assertThat(shop.query("SELECT customer_id FROM fact_cart")).containsExactly(standIn);
        assertNowhere(token);
    }

    @Test
    void emptiesWhatThePersonHasInQuarantine() {
        shop.take(BAD);
        assertThat(waiting()).hasSize(2);
        assertThat(forget(ANA).quarantined()).isEqualTo(1);
        assertThat(waiting())
                .singleElement()
                .satisfies(row -> assertThat(row.cells()).contains("bia@loja.example"));
        assertThat(shop.query("SELECT octet_length(sealed) FROM quarantine WHERE status <> 'open'"))
                .containsExactly("0");
        ImportReport again = shop.take(BAD);
        assertThat(again.unchanged()).isEqualTo(1);
        shop.take(SALES, sale(8, ANA, "35/03/2026 09:30:00", "50,00"));
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void forgetsCustomersByTheNumberTheirSourceGivesThem() {
        shop.take("order_id,placed_at,customer_id,agent", "90,2026-03-10T10:00:00,C-17,C-17");
        assertThat(forget("C-17").rows()).isEqualTo(1);
        assertThat(tokenOf("90")).startsWith("forgotten-");
        assertThat(shop.query("SELECT agent FROM fact_order WHERE order_id = '90'"))
                .containsExactly("C-17");
    }

    @Test
    void losesTheQuarantineWithTheKey() {
        shop.take(BAD);
        Map<String, String> before = figures();
        assertThat(shop.warehouse().erasure().forgetQuarantine(shop.store()))
                .isEqualTo(new Erased(0, 0, 2));
        shop.key(new StoreKey(StoreKey.newSecret()));
        assertThat(waiting()).isEmpty();
        assertThat(figures()).isEqualTo(before);
        shop.take(BAD);
        assertThat(waiting()).hasSize(2);
    }

    /**
     * A value that slipped into another column is refused there; its words are nobody's business.
     */
    @Test
    void keepsNoRawValueOfAQuarantinedRowInClear() {
        shop.take(SALES, sale(8, "x", ANA, "50,00"));
        assertThat(waiting().getFirst().arguments()).contains(ANA);
        shop.close();
        assertThat(filesWith(ANA)).isEmpty();
        shop = new StoreForTests(folder);
    }

    private Erased forget(String contact) {
        Set<String> names = Erasure.names(shop.store(), shop.key(), List.of(contact));
        Erased erased = shop.warehouse().erasure().forget(shop.store(), shop.key(), names);
        Set<String> marks = names.stream().map(shop.key()::mark).collect(Collectors.toSet());
        shop.key(new StoreKey(SECRET, marks));
        return erased;
    }

    private void assertNowhere(String token) {
        shop.close();
        assertThat(filesWith(token)).isEmpty();
        shop = new StoreForTests(folder);
        shop.key(new StoreKey(SECRET));
    }

    private List<Waiting> waiting() {
        return shop.warehouse().quarantine().waiting("ipe", shop.key());
    }

    private String tokenOf(String order) {
        return shop.query(
                        "SELECT customer_id FROM fact_order WHERE order_id = '%s'".formatted(order))
                .getFirst();
    }

    private Map<String, String> figures() {
        Map<String, String> figures = new TreeMap<>();
        for (var metric : shop.catalog().shown()) {
            for (int day = 9; day <= 13; day++) {
                String date = "2026-03-%02d".formatted(day);
                figures.put(metric.id() + " " + date, shop.value(metric.id(), date));
            }
        }
        shop.query(
                        "SELECT order_id || ' ' || coalesce(customer_kind, '-') FROM resolved_order ORDER BY 1")
                .forEach(kind -> figures.put("kind " + kind, ""));
        return figures;
    }

    /** The store's files that hold the text, byte by byte; what came in is not among them. */
    private List<Path> filesWith(String text) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder.resolve("in")))
                    .filter(file -> contains(file, text))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file, ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sale(int order, String email, String placed, String price) {
        return "%d;%s;%s;Aberto;Confirmado;%s;0,00;5,00;%s;12/03/2026;Saia;%s;1;S-1"
                .formatted(order, email, placed, price, price, price);
    }
}
