package app.rotina.sample;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An invented Brazilian fashion shop as files a store would import, each named for what is in it
 * and with the product's own field names for its header, and {@code truth.json}, which no import
 * may read. The same size gives the same bytes on every machine. Nothing in it is anybody's data.
 */
public final class SampleStore {
    public static final Store STORE =
            new Store(
                    "sample",
                    "Maré Mansa Moda (exemplo)",
                    ZoneId.of("America/Sao_Paulo"),
                    Currency.getInstance("BRL"),
                    Locale.of("pt", "BR"),
                    Store.GoalBasis.APPROVED,
                    Store.DriverIdentity.SESSIONS_CONVERSION_TICKET);

    private static final long FULL = 1 << 20;

    private SampleStore() {}

    /** Hears how far the writing is. */
    @FunctionalInterface
    public interface Progress {
        Progress SILENT = (done, all) -> {};

        void days(int done, int all);
    }

    /**
     * Writes all files into the folder, over what is there, and returns how many orders it wrote.
     */
    public static long write(Path folder, SampleSize size, Progress progress) {
        try {
            Files.createDirectories(folder);
            return draw(folder, size, progress);
        } catch (IOException | UncheckedIOException e) {
            throw unwritable(folder, e);
        }
    }

    private static long draw(Path folder, SampleSize size, Progress progress) {
        LocalTimes times = new LocalTimes(size.days(), STORE.zone());
        try (Shop shop = new Shop(folder, size, times)) {
            shop.open();
            for (Plan.Day day : shop.plan().days()) {
                shop.live(day);
                progress.days(day.index() + 1, times.days());
            }
            writeTruth(folder, size, shop, new TruthFile(times, STORE.zone()));
            return shop.ordersWritten();
        }
    }

    private static RotinaException unwritable(Path folder, Exception cause) {
        boolean isFull = folder.toFile().isDirectory() && folder.toFile().getUsableSpace() < FULL;
        return new RotinaException(
                isFull ? Problem.DISK_FULL : Problem.BAD_ARGUMENT, cause, folder.toString());
    }

    private static void writeTruth(Path folder, SampleSize size, Shop shop, TruthFile file) {
        ObjectNode truth =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("store", STORE.id())
                        .put("zone", STORE.zone().getId())
                        .put("currency", STORE.currency().getCurrencyCode())
                        .put("orders_asked", size.orders())
                        .put("seed", size.seed())
                        .put("from", size.days().from().toString())
                        .put("to", size.days().to().toString());
        truth.set("incidents", file.incidents(shop.incidents().losses()));
        truth.set("total", file.total(shop.truth()));
        truth.set("months", file.months(shop.truth()));
        ObjectNode channels = truth.putObject("channel_months");
        for (Order.Channel channel : Order.Channel.values()) {
            channels.set(channel.word.toString(), file.months(shop.truth(channel)));
        }
        truth.set("days", file.days(shop.truth()));
        file.write(folder, truth);
    }
}
