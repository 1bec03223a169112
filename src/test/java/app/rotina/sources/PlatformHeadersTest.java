package app.rotina.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The platforms' whole headers, as docs/profiles.md says where they are known from, with rows made
 * up.
 */
class PlatformHeadersTest {
    private static final String NUVEMSHOP =
            "Número do Pedido;E-mail;Data;Status do Pedido;Status do Pagamento;Status do Envio;Moeda;Subtotal;Desconto;Valor do Frete;Total;Nome do comprador;CPF / CNPJ;Telefone;Nome para a entrega;Telefone para a entrega;Endereço;Número;Complemento;Bairro;Cidade;Código postal;Estado;País;Forma de Entrega;Forma de Pagamento;Cupom de Desconto;Anotações do Comprador;Anotações do Vendedor;Data de pagamento;Data de envio;Nome do Produto;Valor do Produto;Quantidade Comprada;SKU;Canal;Código de rastreio do envio;Identificador da transação no meio de pagamento;Identificador do pedido;Produto Fisico;Pessoa que registrou a venda;Local de venda;Vendedor;Data e hora do cancelamento;Motivo do cancelamento";
    private static final String MERCADO_LIVRE =
            "N.º de venda;Data da venda;Estado;Descrição do status;Pacote de diversos produtos;Pertence a um kit;Unidades;Receita por produtos (BRL);Receita por acréscimo no preço (pago pelo comprador);Taxa de parcelamento equivalente ao acréscimo;Tarifa de venda e impostos (BRL);Receita por envio (BRL);Tarifas de envio (BRL);Cancelamentos e reembolsos (BRL);Total (BRL);Mês de faturamento das suas tarifas;Venda por publicidade;SKU;# de anúncio;Título do anúncio;Variação;Preço unitário de venda do anúncio (BRL);Tipo de anúncio;Comprador;CPF;Cidade;Estado;CEP;País";
    private static final String TAOBAO =
            "订单编号,买家会员名,买家支付宝账号,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,买家实际支付金额,买家实际支付积分,订单状态,买家留言,收货人姓名,收货地址 ,运送方式,联系电话 ,联系手机,订单创建时间,订单付款时间 ,宝贝标题 ,宝贝种类 ,物流单号 ,物流公司,订单备注,宝贝总数量,店铺Id,店铺名称,订单关闭原因,卖家服务费,买家服务费,发票抬头,是否手机订单,分阶段订单信息,特权订金订单id,定金排名,修改后的sku,修改后的收货地址,异常信息,天猫卡券抵扣,集分宝抵扣,是否是O2O交易";

    @TempDir private Path folder;

    @Test
    void readsNuvemshopsSalesWithAllTheirColumns() {
        Taken taken =
                written(
                        NUVEMSHOP,
                        ";",
                        Map.ofEntries(
                                Map.entry("Número do Pedido", "1001"),
                                Map.entry("E-mail", "a@example.org"),
                                Map.entry("Data", "10/01/2026 09:30:00"),
                                Map.entry("Status do Pedido", "Aberto"),
                                Map.entry("Status do Pagamento", "Confirmado"),
                                Map.entry("Moeda", "BRL"),
                                Map.entry("Subtotal", "179.80"),
                                Map.entry("Desconto", "10.00"),
                                Map.entry("Valor do Frete", "15.00"),
                                Map.entry("Total", "184.80"),
                                Map.entry("Cidade", "Blumenau"),
                                Map.entry("Estado", "SC"),
                                Map.entry("País", "BR"),
                                Map.entry("Forma de Pagamento", "Pix"),
                                Map.entry("Data de pagamento", "11/01/2026"),
                                Map.entry("Data de envio", "12/01/2026"),
                                Map.entry("Nome do Produto", "Blusa"),
                                Map.entry("Valor do Produto", "89.90"),
                                Map.entry("Quantidade Comprada", "2"),
                                Map.entry("SKU", "B-1"),
                                Map.entry("Canal", "Loja online"),
                                Map.entry("Vendedor", "Bia Exemplo")));

        assertThat(taken.delivery.name()).isEqualTo("nuvemshop/orders");
        assertThat(taken.rejected).isEmpty();
        assertThat(taken.facts("order").getFirst())
                .containsEntry("region", "SC")
                .containsEntry("payment_method", "Pix")
                .containsEntry("agent", "Bia Exemplo")
                .containsEntry("shipped_at", Instant.parse("2026-01-12T03:00:00Z"));
        assertThat(taken.sum("line", "amount")).isEqualByComparingTo("179.80");
    }

    @Test
    void readsAListOfAbandonedCarts() {
        Taken taken =
                written(
                        "Carrinho;Data;Total;Cliente;E-mail;Ação",
                        ";",
                        Map.of(
                                "Carrinho", "90001",
                                "Data", "10/01/2026 09:30",
                                "Total", "R$ 179,80",
                                "Cliente", "Pessoa Exemplo",
                                "E-mail", "a@example.org"));

        assertThat(taken.delivery.name()).isEqualTo("nuvemshop/carts");
        assertThat(taken.sum("cart", "amount")).isEqualByComparingTo("179.80");
    }

    @Test
    void readsMercadoLivreWhereverTheSalesStateStands() {
        Map<String, String> sale =
                Map.of(
                        "N.º de venda", "2000001",
                        "Data da venda", "5 de junho de 2026 17:35 hs.",
                        "Unidades", "1",
                        "Receita por produtos (BRL)", "60.00",
                        "SKU", "B-1",
                        "Descrição do status", "Venda cancelada pelo comprador",
                        "Estado", "São Paulo");
        Taken both = written(MERCADO_LIVRE, ";", sale);
        Taken plain =
                written(
                        MERCADO_LIVRE.replace("Descrição do status;", ""),
                        ";",
                        with(sale, "Estado", "Cancelada pelo comprador"));
        Taken packed =
                written(
                        MERCADO_LIVRE,
                        ";",
                        with(sale, "Descrição do status", "Pacote de 2 produtos"));

        assertThat(both.delivery.profile()).isEqualTo("mercado-livre");
        assertThat(both.facts("order").getFirst())
                .containsEntry("status", "cancelled")
                .containsEntry("source_status", "Venda cancelada pelo comprador");
        assertThat(plain.facts("order").getFirst()).containsEntry("status", "cancelled");
        assertThat(packed.facts("order")).isEmpty();
    }

    @Test
    void readsTaobaosOrdersWithAllTheirColumns() {
        Taken taken =
                Taken.from(
                        file(
                                TAOBAO,
                                ",",
                                Charset.forName("GB18030"),
                                Map.ofEntries(
                                        Map.entry("订单编号", "=\"190000000000000001\""),
                                        Map.entry("买家会员名", "测试买家甲"),
                                        Map.entry("买家应付货款", "598"),
                                        Map.entry("买家应付邮费", "0"),
                                        Map.entry("总金额", "598"),
                                        Map.entry("买家实际支付金额", "598"),
                                        Map.entry("订单状态", "买家已付款，等待卖家发货"),
                                        Map.entry("联系手机", "'13000000000"),
                                        Map.entry("订单创建时间", "2016/5/23 22:02"),
                                        Map.entry("订单付款时间 ", "2016/5/23 22:03"),
                                        Map.entry("宝贝标题 ", "连衣裙"),
                                        Map.entry("宝贝总数量", "1"),
                                        Map.entry("订单关闭原因", "订单未关闭"))),
                        Shelf.context(Shelf.china()));

        assertThat(taken.delivery.name()).isEqualTo("taobao-orders/orders");
        assertThat(taken.rejected).isEmpty();
        assertThat(taken.facts("order").getFirst())
                .containsEntry("status", "approved")
                .containsEntry("approved_at", Instant.parse("2016-05-23T14:03:00Z"));
        assertThat(taken.sum("line", "amount")).isEqualByComparingTo("598");
    }

    @Test
    void readsMetasDaysWhateverThePeriodOfTheReport() {
        Taken portuguese =
                written(
                        "Nome da conta,Nome da campanha,Nome do conjunto de anúncios,Nome do anúncio,Dia,Impressões,Moeda,Valor gasto (BRL),Configuração de atribuição,Compras,Custo por compra,Cliques no link,Alcance,Início dos relatórios,Encerramento dos relatórios",
                        ",",
                        Map.of(
                                "Nome da campanha", "Inverno",
                                "Dia", "2026-08-02",
                                "Impressões", "627",
                                "Valor gasto (BRL)", "8.97",
                                "Compras", "1",
                                "Início dos relatórios", "2026-08-01",
                                "Encerramento dos relatórios", "2026-08-31"));
        Taken chinese =
                written(
                        "广告系列名称,天,展示次数,已花费金额 (BRL),链接点击量,报告开始日期,报告结束日期",
                        ",",
                        Map.of(
                                "广告系列名称", "冬季",
                                "天", "2026-08-02",
                                "展示次数", "10",
                                "已花费金额 (BRL)", "1.50"));

        assertThat(portuguese.delivery.profile()).isEqualTo("meta-ads");
        assertThat(portuguese.facts("ad_day").getFirst())
                .containsEntry("day", LocalDate.of(2026, 8, 2))
                .containsEntry("campaign", "Inverno");
        assertThat(chinese.delivery.profile()).isEqualTo("meta-ads");
        assertThat(chinese.sum("ad_day", "spend")).isEqualByComparingTo("1.50");
    }

    @Test
    void readsGoogleAdsWithCurrencyAndCampaignIds() {
        Taken taken =
                Taken.from(
                        text(
                                """
                                Campaign report
                                "September 1, 2026 - September 3, 2026"
                                Day,Campaign,Campaign ID,Currency code,Cost,Impr.,Clicks,Conversions,Conv. value
                                2026-09-01,Brand search,111,BRL,"1,204.50","48,210","1,930",96.00,"9,120.00"
                                2026-09-02,"Generic, search",222,BRL,300.00,9000,300,--,0
                                Total: Account,,,,"1,504.50",57210,2230,96.00,"9,120.00"
                                """),
                        Shelf.context(Shelf.brazil()));

        assertThat(taken.delivery.profile()).isEqualTo("google-ads");
        assertThat(taken.rejected).isEmpty();
        assertThat(taken.sum("ad_day", "spend")).isEqualByComparingTo("1504.50");
    }

    @Test
    void readsGa4InThreeLanguages() {
        for (String header :
                List.of(
                        "Date,Session source / medium,Session default channel group,Device category,Sessions,Total users",
                        "Data,Origem / mídia da sessão,Grupo de canais padrão da sessão,Categoria do dispositivo,Sessões,Total de usuários",
                        "日期,会话来源/媒介,会话默认渠道组,设备类别,会话数,用户总数")) {
            Taken taken =
                    Taken.from(
                            text(header + "\n20260801,google / cpc,Paid Search,mobile,120,101\n"),
                            Shelf.context(Shelf.brazil()));
            assertThat(taken.delivery.profile()).as(header).isEqualTo("ga4");
            assertThat(taken.facts("traffic_day").getFirst())
                    .containsEntry("marketing_channel", "Paid Search")
                    .containsEntry("source", "google")
                    .containsEntry("visitors", 101L);
        }
    }

    private static Map<String, String> with(Map<String, String> row, String column, String cell) {
        Map<String, String> changed = new HashMap<>(row);
        changed.put(column, cell);
        return changed;
    }

    private Taken written(String header, String sign, Map<String, String> row) {
        return Taken.from(
                file(header, sign, StandardCharsets.UTF_8, row), Shelf.context(Shelf.brazil()));
    }

    /** One row; a header that comes twice gets its cell in the first place. */
    private Path file(String header, String sign, Charset encoding, Map<String, String> row) {
        List<String> names = Arrays.asList(header.split(sign, -1));
        List<String> cells = new ArrayList<>(Collections.nCopies(names.size(), ""));
        row.forEach((name, cell) -> {
            if (names.contains(name)) {
                cells.set(names.indexOf(name), cell);
            }
        });
        return text(header + "\n" + String.join(sign, cells) + "\n", encoding);
    }

    private Path text(String text) {
        return text(text, StandardCharsets.UTF_8);
    }

    private Path text(String text, Charset encoding) {
        try {
            return Files.writeString(folder.resolve("export.csv"), text, encoding);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
