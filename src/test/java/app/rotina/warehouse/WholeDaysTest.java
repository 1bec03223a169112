package app.rotina.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Days that a connection brings whole, beside files of the same days. */
class WholeDaysTest extends WithStore {
    private static final String HEADER =
            "Day,Campaign name,Ad set name,Amount spent (BRL),Impressions,Link clicks,Purchases";

    @Test
    void takesAwayWhatADayHasNoLonger() {
        shop.take(ad("2026-03-02", "1", "Verão", "10.00"), ad("2026-03-02", "2", "Kits", "5.00"));
        shop.take(ad("2026-03-02", "1", "Verão", "10.00"));

        assertThat(shop.value("ad_spend", "2026-03-02")).isEqualTo("10");
        RebuildTest.assertSameWhenRebuilt(shop);
    }

    @Test
    void keepsOnlyTheDayOfARowThatWaits() {
        shop.take(
                ad("2026-03-02", "1", "Verão", "10.00"),
                ad("2026-03-02", "2", "Kits", "5.00"),
                ad("2026-03-03", "1", "Verão", "3.00"),
                ad("2026-03-03", "2", "Kits", "2.00"));
        shop.take(ad("2026-03-02", "1", "Verão", "10.00"), ad("2026-03-03", "1", "Verão", "3x"));

        assertThat(shop.value("ad_spend", "2026-03-02")).isEqualTo("10");
        assertThat(shop.value("ad_spend", "2026-03-03")).isEqualTo("5");
        RebuildTest.assertSameWhenRebuilt(shop);
    }

    @Test
    void knowsACampaignByItsNumber() {
        shop.take(ad("2026-03-02", "1", "Verão", "10.00"));
        ImportReport again = shop.take(ad("2026-03-02", "1", "Verão 2026", "10.00"));

        assertThat(again.updated()).isEqualTo(1);
        assertThat(shop.value("ad_spend", "2026-03-02")).isEqualTo("10");
        assertThat(shop.query("SELECT campaign FROM fact_ad_day")).containsExactly("Verão 2026");
    }

    @Test
    void keepsTwoCampaignsOfOneNameAndTwoAccountsApart() {
        shop.take(ad("2026-03-02", "1", "Verão", "10.00"), ad("2026-03-02", "2", "Verão", "5.00"));
        shop.take(ad("2026-03-02", "1", "Verão", "7.00").replace("\"111\"", "\"222\""));

        assertThat(shop.value("ad_spend", "2026-03-02")).isEqualTo("22");
    }

    @Test
    void countsADayThatAFileHasTooByTheConnection() {
        shop.take(
                HEADER,
                "2026-03-01,Verão,Mulheres,4.00,100,9,1",
                "2026-03-02,Verão,Mulheres,6.00,100,9,1",
                "2026-03-02,Verão,Homens,4.00,100,9,1");
        shop.take(ad("2026-03-02", "1", "Verão", "11.00"));
        assertThat(shop.value("ad_spend", "2026-03-01", "2026-03-02")).isEqualTo("15");
        assertThat(shop.value("ad_spend", "2026-03-02")).isEqualTo("11");

        shop.take(HEADER, "2026-03-02,Verão,,99.00,100,9,1");

        assertThat(shop.value("ad_spend", "2026-03-02")).isEqualTo("11");
        RebuildTest.assertSameWhenRebuilt(shop);
    }

    @Test
    void countsOtherPlatformsOfTheDayAllTheSame() {
        shop.take(HEADER, "2026-03-02,Verão,Mulheres,6.00,100,9,1");
        shop.take(
                "Day,Campaign,Cost,Impr.,Clicks,Currency code", "2026-03-02,Marca,2.50,100,9,BRL");
        shop.take(ad("2026-03-02", "1", "Verão", "11.00"));

        assertThat(shop.value("ad_spend", "2026-03-02")).isEqualTo("13.5");
    }

    @Test
    @DisplayName("104: a purchase that Meta tells under several kinds of action is one")
    void neverAddsKindsOfAction() {
        shop.take(
                """
                {"type":"RECORD","stream":"campaigns","record":{"account_id":"111","account_currency":"BRL","campaign_id":"1","campaign_name":"Verão",\
                "date_start":"2026-03-02","date_stop":"2026-03-02","spend":"10.00","impressions":"100","inline_link_clicks":"7",\
                "actions":[{"action_type":"link_click","value":"7"},{"action_type":"offsite_conversion.fb_pixel_purchase","value":"2"},\
                {"action_type":"purchase","value":"3"},{"action_type":"onsite_web_purchase","value":"3"},{"action_type":"omni_purchase","value":"3"}],\
                "action_values":[{"action_type":"offsite_conversion.fb_pixel_purchase","value":"80.00"},{"action_type":"omni_purchase","value":"120.50"}]}}\
                """);
        shop.take(
                """
                {"type":"RECORD","stream":"campaigns","record":{"account_id":"111","account_currency":"BRL","campaign_id":"2","campaign_name":"Kits",\
                "date_start":"2026-03-03","date_stop":"2026-03-03","spend":"1.00","impressions":"100",\
                "actions":[{"action_type":"offsite_conversion.fb_pixel_purchase","value":"2"}]}}\
                """);

        assertThat(
                        shop.query(
                                "SELECT conversions || ' ' || coalesce(conversion_value, 0) FROM fact_ad_day ORDER BY day"))
                .containsExactly("3.0000 120.5000", "2.0000 0.0000");
    }

    @Test
    void refusesARowOfSeveralDays() {
        ImportReport report =
                shop.take(
                        ad("2026-03-02", "1", "Verão", "10.00")
                                .replace(
                                        "\"date_stop\":\"2026-03-02\"",
                                        "\"date_stop\":\"2026-03-08\""));

        assertThat(report.quarantined()).isEqualTo(1);
    }

    @Test
    void makesMoneyOfMillionthsAndRoundsWhatWasComputed() {
        shop.take(
                """
                {"type":"RECORD","stream":"campaigns","record":{"customer":{"id":"333","currencyCode":"BRL"},"campaign":{"id":"9","name":"Marca"},\
                "segments":{"date":"2026-03-02"},"metrics":{"costMicros":"12345678","impressions":"1000","clicks":"50",\
                "conversions":2.3333333333333335,"conversionsValue":149.99995}}}\
                """);

        assertThat(
                        shop.query(
                                "SELECT spend || ' ' || conversions || ' ' || conversion_value FROM fact_ad_day"))
                .containsExactly("12.3457 2.3333 150.0000");
    }

    @Test
    @DisplayName("101: a sample, and numbers held back, are called an estimate row by row")
    void labelsWhatIsNoFullCount() {
        shop.take(
                visits("google", "{\"samplingMetadatas\":[{\"samplesReadCount\":\"500000\"}]}"),
                visits("bing", "{\"subjectToThresholding\":true}"),
                visits("(direct)", "{\"dataLossFromOtherRow\":true}"),
                visits("newsletter", "{\"currencyCode\":\"BRL\"}"));

        assertThat(
                        shop.query(
                                "SELECT source || ' ' || coalesce(estimate, '–') FROM fact_traffic_day ORDER BY source"))
                .containsExactly(
                        "(direct) other", "bing thresholded", "google sampled", "newsletter –");
        assertThat(shop.value("sessions", "2026-03-02")).isEqualTo("40");
    }

    @Test
    void countsVisitsThatAFileHasTooByTheConnection() {
        shop.take(
                "Date,Session source / medium,Sessions,Total users",
                "20260301,google / organic,70,60",
                "20260302,google / organic,50,40");
        shop.take(visits("google", "{}"));

        assertThat(shop.value("sessions", "2026-03-01")).isEqualTo("70");
        assertThat(shop.value("sessions", "2026-03-02")).isEqualTo("10");
    }

    private static String visits(String source, String about) {
        return """
        {"type":"RECORD","stream":"traffic","record":{"date":"20260302","sessionSource":"%s","sessionMedium":"organic","sessionDefaultChannelGroup":"Organic Search",\
        "sessions":"10","totalUsers":"8","screenPageViews":"30","addToCarts":"2","checkouts":"1","property":"444","about":%s}}\
        """
                .formatted(source, about);
    }

    private static String ad(String day, String id, String name, String spend) {
        return """
        {"type":"RECORD","stream":"campaigns","record":{"account_id":"111","account_currency":"BRL","campaign_id":"%s","campaign_name":"%s",\
        "spend":"%s","impressions":"100","inline_link_clicks":"7","date_start":"%s","date_stop":"%4$s"}}\
        """
                .formatted(id, name, spend, day);
    }
}
