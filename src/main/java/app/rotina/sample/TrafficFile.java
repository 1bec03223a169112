package app.rotina.sample;

import app.rotina.sample.Draws.Stream;
import app.rotina.sample.Incident.Kind;
import app.rotina.sample.Order.Channel;
import app.rotina.sample.Order.Device;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes {@code traffic.csv}: the site's visits of every day by lane, device and landing page. */
final class TrafficFile implements AutoCloseable {
    private static final double LEFT_WHEN_PAUSED = .05;
    private static final List<Landing> LANDINGS =
            List.of(
                    new Landing(Word.of("/"), .42),
                    new Landing(Word.of("/produto"), .37),
                    new Landing(Word.of("/colecao"), .21));

    private final Incidents incidents;
    private final Ledger truth;
    private final Rows rows;

    private record Landing(Word path, double share) {}

    private record Source(Lane lane, Device device, Landing landing) {}

    TrafficFile(Path folder, LocalTimes times, Incidents incidents, Ledger truth) {
        this.incidents = incidents;
        this.truth = truth;
        rows =
                new Rows(
                        folder.resolve("traffic.csv"),
                        times,
                        "day,channel,marketing_channel,source,medium,campaign,device,landing,"
                                + "sessions,visitors,page_views,add_to_carts,checkouts");
    }

    /** Writes the day and returns the visits there would have been, lane by lane. */
    int[] write(ShopDay day, long seed) {
        Draws draws = Draws.of(seed, day.plan().date(), Stream.TRAFFIC);
        return Lane.ALL.stream().mapToInt(lane -> write(day, lane, draws)).toArray();
    }

    private int write(ShopDay day, Lane lane, Draws draws) {
        int visits = 0;
        for (Device device : Device.values()) {
            for (Landing landing : LANDINGS) {
                visits += write(day, new Source(lane, device, landing), draws);
            }
        }
        return visits;
    }

    private int write(ShopDay day, Source source, Draws draws) {
        double buyers =
                Channel.SITE.share
                        * source.lane().share()
                        * source.device().share
                        * source.landing().share();
        double perBuyer = 1 / (source.device().conversion * source.lane().ease());
        int expected = draws.poisson(day.plan().visitStrength() * buyers * perBuyer);
        Optional<Incident> pause =
                incidents.today(Kind.AD_ACCOUNT_PAUSED).filter(one -> one.isPaused(source.lane()));
        int sessions = pause.isPresent() ? draws.poisson(expected * LEFT_WHEN_PAUSED) : expected;
        int visitors = sessions - draws.poisson(sessions * .13);
        pause.map(incidents::loss)
                .ifPresent(loss -> loss.add(Measure.SITE_VISITS, day.index(), expected - sessions));
        truth.add(Measure.SITE_VISITS, day.index(), sessions);
        truth.add(Measure.VISITORS, day.index(), Math.max(0, visitors));
        writeSource(day, source);
        rows.number(sessions).number(Math.max(0, visitors));
        writeDepth(day, source, sessions, draws);
        return expected;
    }

    private void writeSource(ShopDay day, Source source) {
        Lane lane = source.lane();
        rows.date(day.index())
                .word(Channel.SITE.word)
                .word(lane.marketingChannel())
                .word(lane.source())
                .word(lane.medium())
                .word(lane.campaign())
                .word(source.device().word)
                .word(source.landing().path());
    }

    private void writeDepth(ShopDay day, Source source, int sessions, Draws draws) {
        double ease = day.plan().conversion() * source.lane().ease();
        int carts = Math.min(sessions, draws.poisson(sessions * Math.min(.6, .085 * ease)));
        rows.number(sessions + draws.poisson(sessions * 2.3))
                .number(carts)
                .number(carts - Math.min(carts, draws.poisson(carts * .52)))
                .end();
    }

    @Override
    public void close() {
        rows.close();
    }
}
