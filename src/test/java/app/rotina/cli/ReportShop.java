package app.rotina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.api.ServerForTests;
import app.rotina.kernel.Store;
import app.rotina.kernel.Store.DriverIdentity;
import app.rotina.kernel.Store.GoalBasis;
import app.rotina.kernel.Texts;
import app.rotina.state.StateForTests;
import app.rotina.state.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/**
 * A server with a shop of 300 days, whose names are as bad as names can be; it loses its chat on
 * the last Thursday, and has goals for April and for its chat.
 */
public final class ReportShop implements AutoCloseable {
    public static final LocalDate LAST = LocalDate.parse("2026-04-19");
    public static final LocalDate BAD_DAY = LocalDate.parse("2026-04-16");
    public static final String NAME = "Ipê & <b>Filhos</b> *Ltda*";
    public static final List<String> PRODUCTS =
            List.of(
                    "<img src=x onerror=alert(1)>",
                    "=HYPERLINK(\"http://example.org\")",
                    "\u202Eevil \uD83D\uDECD " + "x".repeat(150),
                    "Saia & Cia");
    private static final int DAYS = 300;
    private static final int ORDERS = 30;

    public final ServerForTests server = new ServerForTests();

    public ReportShop() {
        server.server().announce();
        server.bean(Stores.class).add(store());
        try {
            Path folder = StateForTests.lastingFolder();
            Path orders = folder.resolve("orders.csv");
            Path lines = folder.resolve("lines.csv");
            write(orders, lines);
            run("import", "shop", orders.toString(), lines.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run("goal", "shop", "--metric=net_revenue", "--month=2026-04", "--value=88000");
        run(
                "goal",
                "shop",
                "--metric=net_revenue",
                "--month=2026-04",
                "--value=29000",
                "--channel=chat");
    }

    public static Store store() {
        return new Store(
                "shop",
                NAME,
                ZoneId.of("America/Sao_Paulo"),
                Currency.getInstance("BRL"),
                Texts.BRAZIL,
                GoalBasis.APPROVED,
                DriverIdentity.SESSIONS_CONVERSION_TICKET);
    }

    private static void write(Path orderFile, Path lineFile) throws IOException {
        StringBuilder orders = new StringBuilder("order_id,placed_at,status,channel\n");
        StringBuilder lines =
                new StringBuilder("line_id,order_id,sku,product_name,quantity,amount\n");
        for (int day = 0; day < DAYS; day++) {
            LocalDate date = LAST.minusDays(day);
            for (int n = 0; n < ORDERS; n++) {
                boolean chat = n % 3 == 0;
                if (chat && date.equals(BAD_DAY)) {
                    continue;
                }
                int id = ORDERS * day + n;
                String name = PRODUCTS.get(n % PRODUCTS.size()).replace("\"", "\"\"");
                orders.append("%d,%sT10:00:00,,%s\n".formatted(id, date, chat ? "chat" : "site"));
                lines.append(
                        "%1$d,%1$d,\"%2$s\",\"%2$s\",1,%3$d.%4$02d\n"
                                .formatted(id, name, 90 + (7 * day + 11 * n) % 20, n));
            }
        }
        Files.writeString(orderFile, orders);
        Files.writeString(lineFile, lines);
    }

    /** Runs a command that must do. */
    public String run(String... arguments) {
        TerminalForTests.Run run =
                TerminalForTests.raw(TerminalForTests.with(arguments, "--data=" + server.folder()));
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out();
    }

    @Override
    public void close() {
        server.close();
    }
}
