package app.rotina.routine;

import app.rotina.kernel.DataFolder;
import app.rotina.kernel.Store;
import app.rotina.routine.ActionKeeping.Said;
import app.rotina.state.Action;
import app.rotina.state.Actions;
import app.rotina.state.StateDatabase;
import app.rotina.state.StateForTests;
import app.rotina.warehouse.StoreForTests;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Two hundred days of a shop of six products that sell some ten pieces a day each; since the day of
 * new photos the first sells twice as many.
 */
final class PhotoShop implements AutoCloseable {
    static final LocalDate PHOTOS = LocalDate.parse("2025-09-15");
    static final LocalDate LAST = PHOTOS.plusDays(13);
    static final List<String> PRODUCTS =
            List.of("Saia", "Blusa", "Vestido", "Calça", "Bolsa", "Cinto");

    final StoreForTests shop;
    private final StateDatabase database;
    private final Actions actions;
    private final ActionKeeping keeping;
    private final ActionEffects effects;
    private final EffectBook book;

    PhotoShop(Path folder) {
        shop = new StoreForTests(folder);
        database =
                StateDatabase.open(new DataFolder(Path.of("unused")), StateForTests.newDatabase());
        Clock clock = SampleShop.noon(LAST.plusDays(1));
        actions = StateForTests.actions(StateForTests.client(database), clock);
        StateForTests.add(StateForTests.client(database), shop.store());
        keeping = new ActionKeeping(shop.catalog(), shop.metrics(), actions);
        Seasons seasons =
                SeasonsForTests.of(
                        shop.metrics(), shop.warehouse(), StateForTests.client(database));
        TouchedDays touched = new TouchedDays(shop.metrics(), seasons, actions);
        effects = new ActionEffects(shop.catalog(), actions, touched, clock);
        book =
                new EffectBook(
                        StateForTests.stores(StateForTests.client(database)),
                        actions,
                        effects,
                        StateForTests.judgements(StateForTests.client(database), clock),
                        shop.warehouse(),
                        clock);
        sell();
    }

    private void sell() {
        Random random = new Random(4);
        List<String> orders = new ArrayList<>(List.of("order_id,placed_at,status,channel"));
        List<String> items =
                new ArrayList<>(
                        List.of(
                                "line_id,order_id,sku,product_name,quantity,unit_price,gross,amount"));
        for (LocalDate day = PHOTOS.minusDays(186); !day.isAfter(LAST); day = day.plusDays(1)) {
            for (String product : PRODUCTS) {
                boolean helped = product.equals("Saia") && !day.isBefore(PHOTOS);
                int pieces = (helped ? 2 : 1) * (8 + random.nextInt(5));
                String id = day + "-" + product;
                orders.add("%s,%sT10:00:00,,site".formatted(id, day));
                items.add(
                        "%1$s,%1$s,%2$s,%2$s,%3$d,50,%4$d,%4$d"
                                .formatted(id, product, pieces, 50 * pieces));
            }
        }
        shop.take(orders.toArray(String[]::new));
        shop.take(items.toArray(String[]::new));
    }

    Store store() {
        return shop.store();
    }

    Action record(String metric, LocalDate from, String... where) {
        return keeping.add(
                store(), new Said("Fotos novas", metric, from, null, List.of(where)), "ana");
    }

    ActionEffect effect(Action action) {
        return effects.of(store(), action.id(), null);
    }

    ActionEffect effect(Action action, LocalDate asOf) {
        return effects.of(store(), action.id(), asOf);
    }

    EffectBook book() {
        return book;
    }

    /** Pieces of a product that nobody had told of. */
    void sellLate(String product, LocalDate day, int pieces) {
        String id = day + "-late-" + product;
        shop.take("order_id,placed_at,status,channel", "%s,%sT10:00:00,,site".formatted(id, day));
        shop.take(
                "line_id,order_id,sku,product_name,quantity,unit_price,gross,amount",
                "%1$s,%1$s,%2$s,%2$s,%3$d,50,%4$d,%4$d"
                        .formatted(id, product, pieces, 50 * pieces));
    }

    void forget(Action action) {
        actions.remove(store().id(), action.id());
    }

    List<Action> recorded() {
        return actions.of(store().id());
    }

    @Override
    public void close() {
        shop.close();
        database.close();
    }
}
