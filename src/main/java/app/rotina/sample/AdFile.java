package app.rotina.sample;

import app.rotina.sample.Draws.Stream;
import app.rotina.sample.Incident.Kind;
import app.rotina.sample.Lane.Ad;
import app.rotina.sample.Order.Channel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes {@code spend.csv}: what every creative of every campaign cost and says it brought. */
final class AdFile implements AutoCloseable {
    private static final double CLICKS_PER_VISIT = 1.14;
    private static final double CLAIMED_PER_ORDER = 1.2;
    private static final double TICKET = 29_000;
    private static final double CHAT_CLICKS_PER_ORDER = 1.6;
    private static final Word GROUP = Word.of("Mulheres 25-44");
    private static final List<Creative> CREATIVES =
            List.of(new Creative(Word.of("Vídeo A"), .62), new Creative(Word.of("Foto B"), .38));
    private static final Ad CHAT_AD = new Ad(Word.of("Meta Ads"), 120, .017);
    private static final Word CHAT_CAMPAIGN = Word.of("Conversas");

    private final Incidents incidents;
    private final Ledger truth;
    private final Rows rows;

    private record Creative(Word name, double share) {}

    private record Campaign(Ad ad, Word name, Channel channel) {}

    /** What a campaign does on a day, all creatives together. */
    private record Effort(double clicks, double clickPrice, double orders) {}

    AdFile(Path folder, LocalTimes times, Incidents incidents, Ledger truth) {
        this.incidents = incidents;
        this.truth = truth;
        rows =
                new Rows(
                        folder.resolve("spend.csv"),
                        times,
                        "day,platform,campaign,ad_group,creative,channel,spend,impressions,"
                                + "clicks,conversions,conversion_value");
    }

    /** Writes the day; visits are those there would have been, lane by lane. */
    void write(ShopDay day, int[] visits, long seed) {
        Draws draws = Draws.of(seed, day.plan().date(), Stream.ADS);
        double price = draws.factor(.06) * (day.plan().conversion() > 1.25 ? 1.4 : 1);
        for (int i = 0; i < visits.length; i++) {
            Lane lane = Lane.ALL.get(i);
            Ad ad = lane.ad();
            if (ad != null) {
                double orders = day.plan().orders() * Channel.SITE.share * lane.share();
                write(
                        day,
                        new Campaign(ad, lane.campaign(), Channel.SITE),
                        new Effort(visits[i] * CLICKS_PER_VISIT, ad.clickPrice() * price, orders),
                        draws);
            }
        }
        double chats = day.plan().orders() * Channel.CHAT.share;
        write(
                day,
                new Campaign(CHAT_AD, CHAT_CAMPAIGN, Channel.CHAT),
                new Effort(chats * CHAT_CLICKS_PER_ORDER, CHAT_AD.clickPrice() * price, chats / 4),
                draws);
    }

    private void write(ShopDay day, Campaign campaign, Effort effort, Draws draws) {
        Optional<Incident> pause =
                incidents
                        .today(Kind.AD_ACCOUNT_PAUSED)
                        .filter(one -> campaign.ad().platform().toString().equals(Lane.GOOGLE));
        for (Creative creative : CREATIVES) {
            int clicks = draws.poisson(effort.clicks() * creative.share());
            long spend = Math.round(clicks * effort.clickPrice());
            int orders = draws.poisson(effort.orders() * creative.share() * CLAIMED_PER_ORDER);
            int impressions = clicks + draws.poisson(clicks / campaign.ad().clickRate());
            long value = Math.round(orders * TICKET * draws.factor(.08));
            writeNames(day, campaign, creative);
            if (pause.isPresent()) {
                incidents.loss(pause.get()).add(Measure.AD_SPEND, day.index(), spend);
                rows.money(0).number(0).number(0).number(0).money(0).end();
            } else {
                truth.add(Measure.AD_SPEND, day.index(), spend);
                rows.money(spend).number(impressions).number(clicks).number(orders).money(value);
                rows.end();
            }
        }
    }

    private void writeNames(ShopDay day, Campaign campaign, Creative creative) {
        rows.date(day.index())
                .word(campaign.ad().platform())
                .word(campaign.name())
                .word(GROUP)
                .word(creative.name())
                .word(campaign.channel().word);
    }

    @Override
    public void close() {
        rows.close();
    }
}
