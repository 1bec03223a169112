package app.rotina.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the platforms' own exports become. */
class PlatformFilesTest {
    @TempDir private Path folder;

    @Test
    @DisplayName("61: an order's further lines take what only its first line says")
    void readsNuvemshopSales() {
        Taken taken = Taken.from(Shelf.shared("exports/nuvemshop/vendas.csv"), reais());

        assertThat(taken.delivery.name()).isEqualTo("nuvemshop/orders");
        assertThat(taken.delivery.group()).isEqualTo("order_id");
        assertThat(taken.rejected).isEmpty();
        List<Map<String, Object>> orders = taken.facts("order");
        assertThat(orders).hasSize(4);
        assertThat(orders.get(1)).isEqualTo(orders.get(0));
        assertThat(orders.getFirst())
                .containsEntry("order_id", "1001")
                .containsEntry("placed_at", Instant.parse("2026-01-10T12:30:00Z"))
                .containsEntry("approved_at", Instant.parse("2026-01-10T03:00:00Z"))
                .containsEntry("status", "approved")
                .containsEntry("knows_approval", true)
                .containsEntry("order_shipping", new BigDecimal("15.0000"))
                .containsEntry("payment_method", "Cartão de crédito");
        assertThat(orders.get(2)).containsEntry("coupon", "volta10");
        assertThat(orders.get(3)).containsEntry("status", "refused").doesNotContainKey("coupon");
        assertThat(taken.sum("line", "amount")).isEqualByComparingTo("459.50");
        assertThat(taken.facts("line").get(1)).containsEntry("sku", "fbfcb01");
    }

    @Test
    void leavesNoTraceOfAContact() {
        Taken taken = Taken.from(Shelf.shared("exports/nuvemshop/vendas.csv"), reais());

        String all =
                taken.rows.stream()
                        .map(row -> List.of(stringsOf(row)).toString())
                        .toList()
                        .toString();
        assertThat(all).doesNotContainIgnoringCase("rafael").doesNotContain("11144477735");
        assertThat(taken.facts("order").get(0).get("customer_id"))
                .isEqualTo(taken.facts("order").get(2).get("customer_id"))
                .isNotEqualTo(taken.facts("order").get(3).get("customer_id"));
    }

    @Test
    @DisplayName(
            "72, 78: a refund without a date is dated when it is seen; a cancelled order is none")
    void readsRefundedAndCancelledOrders() {
        Taken taken =
                written(
                        "vendas.csv",
                        """
                        Número do Pedido;E-mail;Data;Status do Pedido;Status do Pagamento;Subtotal;Desconto;Valor do Frete;Total;Data de pagamento;Nome do Produto;Valor do Produto;Quantidade Comprada;SKU
                        1;a@exemplo.com;10/01/2026 09:30:00;Aberto;Reembolsado;100,00;10,00;5,00;95,00;10/01/2026;Blusa;50,00;2;B-1
                        2;b@exemplo.com;10/01/2026 09:30:00;Cancelado;Pendente;50,00;0,00;5,00;55,00;;Blusa;50,00;1;B-1
                        3;c@exemplo.com;10/01/2026 09:30:00;Aberto;Confirmado;50,00;0,00;5,00;55,00;;Blusa;50,00;1;B-1
                        4;d@exemplo.com;10/01/2026 09:30:00;Aberto;Em disputa;50,00;0,00;5,00;55,00;;Blusa;50,00;1;B-1
                        """);

        List<Map<String, Object>> refunds =
                taken.facts("line").stream().filter(l -> "refund".equals(l.get("kind"))).toList();
        assertThat(refunds).hasSize(1);
        assertThat(refunds.getFirst())
                .containsEntry("order_id", "1")
                .containsEntry("amount", new BigDecimal("90.0000"))
                .containsEntry("observed", true)
                .doesNotContainKey("occurred_at");
        assertThat(taken.facts("order"))
                .extracting(order -> order.get("status"))
                .containsExactly("approved", "cancelled", "approved", "unknown");
        assertThat(taken.facts("order").get(2)).containsEntry("knows_approval", false);
        assertThat(taken.warnings).extracting(Warning::key).contains("new_words");
    }

    @Test
    @DisplayName("105: Mercado Livre's header is on row 6, and packages only add up their parts")
    void readsMercadoLivre() throws IOException {
        Path file = folder.resolve("vendas.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Vendas BR");
            sheet.value(0, 0, "Vendas");
            sheet.value(2, 0, "Relatório de exemplo");
            row(
                    sheet,
                    5,
                    "N.º de venda",
                    "Data da venda",
                    "Estado",
                    "Unidades",
                    "Receita por produtos (BRL)",
                    "Receita por envio (BRL)",
                    "Cancelamentos e reembolsos (BRL)",
                    "Total (BRL)",
                    "SKU",
                    "Título do anúncio");
            row(
                    sheet,
                    6,
                    "2000001",
                    "5 de junho de 2026 17:35 hs.",
                    "Pacote de 2 produtos",
                    "",
                    100,
                    "",
                    "",
                    100,
                    "",
                    "");
            row(
                    sheet,
                    7,
                    "2000002",
                    "5 de junho de 2026 17:35 hs.",
                    "Entregue",
                    1,
                    60,
                    8.5,
                    "",
                    68.5,
                    "B-1",
                    "Blusa");
            row(
                    sheet,
                    8,
                    "2000003",
                    "5 de junho de 2026 17:35 hs.",
                    "Entregue",
                    2,
                    40,
                    "",
                    -40,
                    0,
                    "S-1",
                    "Saia");
        }
        Taken taken = Taken.from(file, reais());

        assertThat(taken.delivery.profile()).isEqualTo("mercado-livre");
        assertThat(taken.rejected).isEmpty();
        assertThat(taken.rows).hasSize(3);
        assertThat(taken.facts("order")).hasSize(2);
        assertThat(taken.sum("line", "amount", "product")).isEqualByComparingTo("100");
        assertThat(taken.sum("line", "amount", "refund")).isEqualByComparingTo("40");
        assertThat(taken.facts("order").getFirst())
                .containsEntry("placed_at", Instant.parse("2026-06-05T20:35:00Z"))
                .containsEntry("channel", "marketplace");
    }

    @Test
    @DisplayName(
            "29, 67, 78: Taobao in GBK: quoted ids, unpaid is no revenue, closed after payment is refunded")
    void readsTaobaoOrders() throws IOException {
        Path file = folder.resolve("ExportOrderList.csv");
        Files.writeString(
                file,
                """
                订单编号,买家会员名,买家应付货款,买家应付邮费,总金额,买家实际支付金额,订单状态,订单创建时间,订单付款时间,宝贝标题,宝贝总数量,订单关闭原因
                "=\""190000000000000001\""\",测试买家甲,"1,200.00",10.00,"1,210.00","1,210.00",交易成功,2026-06-18 00:05:00,2026-06-18 00:06:00,连衣裙,2,
                '190000000000000002,测试买家乙,99.00,0.00,99.00,0.00,等待买家付款,2026-06-18 10:00:00,,衬衫,1,
                '190000000000000003,测试买家甲,50.00,0.00,50.00,50.00,交易关闭,2026-06-18 11:00:00,2026-06-18 11:01:00,衬衫,1,退款
                '190000000000000004,测试买家丙,50.00,0.00,50.00,0.00,交易关闭,2026-06-18 11:00:00,,衬衫,1,买家不想买了
                1.9E+17,测试买家丁,50.00,0.00,50.00,50.00,交易成功,2026-06-18 11:00:00,2026-06-18 11:01:00,衬衫,1,
                """,
                Charset.forName("GB18030"));
        Taken taken = Taken.from(file, Shelf.context(Shelf.china()));

        assertThat(taken.delivery.profile()).isEqualTo("taobao-orders");
        assertThat(taken.reasons()).containsExactly("id_destroyed");
        assertThat(taken.facts("order"))
                .extracting(order -> order.get("status"))
                .containsExactly("approved", "open", "approved", "cancelled");
        assertThat(taken.facts("order").getFirst())
                .containsEntry("order_id", "190000000000000001")
                .containsEntry("approved_at", Instant.parse("2026-06-17T16:06:00Z"));
        assertThat(taken.sum("line", "amount", "refund")).isEqualByComparingTo("50");
    }

    @Test
    @DisplayName("15, 16: Google Ads with title lines above and a total below, in two languages")
    void readsGoogleAds() {
        Taken titled =
                Taken.from(
                        Shelf.shared("exports/google_ads/campaign_report_ptbr_title.csv"), reais());
        Taken portuguese =
                written(
                        "anuncios.csv",
                        """
                        Relatório de campanhas;;;;
                        Dia;Campanha;Custo;Impr.;Cliques
                        01/08/2026;Inverno;1.150,50;10.000;320
                        02/08/2026;Inverno; --;9.000;280
                        Total;;1.150,50;19.000;600
                        """);

        assertThat(titled.delivery.profile()).isEqualTo("google-ads");
        assertThat(titled.rows).hasSize(3);
        assertThat(titled.sum("ad_day", "spend")).isEqualByComparingTo("350.75");
        assertThat(portuguese.rejected).isEmpty();
        assertThat(portuguese.facts("ad_day").getFirst())
                .containsEntry("day", LocalDate.of(2026, 8, 1))
                .containsEntry("spend", new BigDecimal("1150.5000"))
                .containsEntry("impressions", 10_000L);
        assertThat(portuguese.facts("ad_day").get(1)).doesNotContainKey("spend");
    }

    @Test
    void readsMetaAdsInTwoLanguages() {
        Taken english =
                Taken.from(
                        Shelf.shared("exports/meta_ads/ads_manager_en_ad_level.csv"),
                        Shelf.context(Shelf.store("America/New_York", "USD", "en-US")));
        Taken portuguese =
                Taken.from(Shelf.shared("exports/meta_ads/ads_manager_ptbr.csv"), reais());

        assertThat(english.sum("ad_day", "spend")).isEqualByComparingTo("2400");
        assertThat(english.facts("ad_day").getFirst())
                .containsEntry("ad_group", "US, 25-34")
                .containsEntry("conversion_value", new BigDecimal("5040.0000"));
        assertThat(portuguese.sum("ad_day", "spend")).isEqualByComparingTo("300.49");
    }

    @Test
    @DisplayName("32: an advertising account in dollars is not added to a store in reais")
    void refusesAFileOfAnotherCurrency() {
        Path file = Shelf.shared("exports/meta_ads/ads_manager_en_ad_level.csv");

        assertThatThrownBy(() -> Taken.from(file, reais()))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.OTHER_CURRENCY))
                .hasMessageContaining("USD")
                .hasMessageContaining("BRL");
    }

    @Test
    void refusesAnAdReportThatAddsUpSeveralDays() {
        Taken taken =
                written(
                        "meta.csv",
                        """
                        Reporting starts,Reporting ends,Campaign name,Amount spent (BRL),Impressions
                        2026-08-01,2026-08-01,A,10.00,100
                        2026-08-02,2026-08-31,A,310.00,3100
                        """);

        assertThat(taken.rows).hasSize(1);
        assertThat(taken.reasons()).containsExactly("range_of_days");
        assertThat(taken.rejected.getFirst().control()).isNull();
    }

    @Test
    void readsGa4ByDayAndSource() {
        Taken taken =
                written(
                        "ga4.csv",
                        """
                        # ----------------------------------------
                        # Aquisição de tráfego
                        # Data de início: 20260801
                        # ----------------------------------------

                        Data,Origem / mídia da sessão,Categoria do dispositivo,Sessões,Usuários ativos
                        20260801,google / cpc,mobile,120,101
                        20260801,(direct) / (none),desktop,80,77
                        """);

        assertThat(taken.delivery.profile()).isEqualTo("ga4");
        assertThat(taken.facts("traffic_day").getFirst())
                .containsEntry("day", LocalDate.of(2026, 8, 1))
                .containsEntry("source", "google")
                .containsEntry("medium", "cpc")
                .containsEntry("visitors", 101L)
                .containsEntry("sessions", 120L);
    }

    @Test
    void doesNotTakeAReportWithoutDays() {
        Path file = Shelf.shared("exports/ga4/pages_and_screens.csv");

        assertThatThrownBy(() -> Taken.from(file, reais()))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.FILE_NOT_RECOGNISED));
    }

    private Taken written(String name, String text) {
        try {
            Path file = Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
            return Taken.from(file, reais());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void row(Worksheet sheet, int row, Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] instanceof Number number) {
                sheet.value(row, i, number);
            } else if (!cells[i].equals("")) {
                sheet.value(row, i, cells[i].toString());
            }
        }
    }

    private static String stringsOf(SourceRow row) {
        return Arrays.toString(row.values());
    }

    private static ReadingContext reais() {
        return Shelf.context(Shelf.brazil());
    }
}
