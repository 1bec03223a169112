package app.rotina.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way visits come to the site.
 *
 * @param share its part of the site's orders
 * @param ease how readily its visits buy, against all
 * @param ad what is paid for it; absence: it is free
 */
record Lane(
        Word marketingChannel,
        Word source,
        Word medium,
        Word campaign,
        double share,
        double ease,
        @Nullable Ad ad) {

    /**
     * The advertising behind a lane.
     *
     * @param clickPrice in cents on an ordinary day
     * @param clickRate clicks per impression
     */
    record Ad(Word platform, double clickPrice, double clickRate) {}

    static final String GOOGLE = "Google Ads";

    /** Marketing channel, source, medium, campaign, share, ease; platform, click price and rate. */
    private static final String TABLE =
            """
            Busca orgânica|google|organic|(not set)|.20|1.0
            Busca paga|google|cpc|Marca|.08|1.9|Google Ads|62|.110
            Busca paga|google|cpc|Shopping|.08|1.1|Google Ads|98|.014
            Busca paga|google|cpc|Genérica|.03|.7|Google Ads|165|.031
            Social pago|meta|cpc|Coleção Nova|.10|.5|Meta Ads|88|.012
            Social pago|meta|cpc|Remarketing|.08|1.4|Meta Ads|115|.019
            Social pago|meta|cpc|Catálogo|.04|.9|Meta Ads|95|.016
            Social pago|tiktok|cpc|Looks|.02|.35|TikTok Ads|60|.009
            Direto|(direct)|(none)|(not set)|.15|1.3
            E-mail|newsletter|email|Novidades|.08|1.7
            Social orgânico|instagram|social|(not set)|.08|.6
            Afiliados|blogs|affiliate|(not set)|.06|1.1
            """;

    static final List<Lane> ALL = TABLE.lines().map(Lane::parse).toList();

    static final Weighted<Lane> BY_ORDERS = Weighted.of(ALL, Lane::share);

    boolean isOf(String platform) {
        return ad != null && ad.platform().toString().equals(platform);
    }

    private static Lane parse(String line) {
        String[] cells = line.split("\\|", -1);
        return new Lane(
                Word.of(cells[0]),
                Word.of(cells[1]),
                Word.of(cells[2]),
                Word.of(cells[3]),
                Double.parseDouble(cells[4]),
                Double.parseDouble(cells[5]),
                cells.length > 6 ? ad(cells) : null);
    }

    private static Ad ad(String[] cells) {
        return new Ad(
                Word.of(cells[6]), Double.parseDouble(cells[7]), Double.parseDouble(cells[8]));
    }
}
