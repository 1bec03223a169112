package app.rotina.sample;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * The shop's customers, numbered as they register. Where one lives follows from the number, so a
 * customer who comes back is the same one and nobody has to be remembered.
 */
final class Customers implements AutoCloseable {
    private final long seed;
    private final Weighted<Place> places = Place.all();
    private final Rows rows;

    Customers(Path folder, long seed, LocalTimes times) {
        this.seed = seed;
        rows =
                new Rows(
                        folder.resolve("customers.csv"),
                        times,
                        "customer_id,country,region,city,registered_at");
    }

    /** The customers from before the first day of the sample. */
    void writeEarlier(long count, long firstStart) {
        Draws draws = Draws.of(seed, LocalDate.EPOCH, Draws.Stream.CUSTOMERS);
        long year = 365L * 86_400;
        for (long id = 0; id < count; id++) {
            long from = firstStart - year + id * year / count;
            write(id, from + (long) (draws.unit() * year / count));
        }
    }

    void write(long id, long registeredAt) {
        Place home = home(id);
        rows.numbered('C', id)
                .word(Words.BRAZIL)
                .word(home.region())
                .word(home.city())
                .instant(registeredAt)
                .end();
    }

    Place home(long id) {
        return places.at(Draws.unit(seed ^ (id * 0x9E3779B97F4A7C15L)));
    }

    @Override
    public void close() {
        rows.close();
    }
}
