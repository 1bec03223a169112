package app.rotina.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.rotina.warehouse.ImportReport.ControlTotal;
import app.rotina.warehouse.Uploads.Upload;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each platform's files on their way into a warehouse: recognised, every record accounted for, the
 * money the same on both sides, and nothing new when they come again.
 */
class PlatformImportsTest {
    private static final Instant WRITTEN = Instant.parse("2026-09-01T00:00:00Z");

    @TempDir private Path folder;

    @Test
    @DisplayName("61: Shopify's totals stand on an order's first line only")
    void takesShopifysOrders() {
        try (StoreForTests shop = store("America/New_York", "USD")) {
            ImportReport report = whole(shop, shared("shopify/okaaaaayyy.csv"), "shopify/orders");

            assertThat(report.read()).isEqualTo(57);
            assertThat(report.quarantined()).isZero();
            assertThat(sum(shop, "count(*)", "order")).isEqualByComparingTo("50");
            assertThat(shop.number("SELECT sum(order_total) FROM fact_order"))
                    .isEqualByComparingTo(sumOf("shopify/okaaaaayyy.csv", "Total"));
            assertThat(shop.number("SELECT sum(revenue) FROM resolved_order"))
                    .isEqualByComparingTo(sumOf("shopify/okaaaaayyy.csv", "Subtotal"));
            assertThat(shop.number("SELECT sum(amount) FROM fact_line WHERE kind = 'refund'"))
                    .isEqualByComparingTo(sumOf("shopify/okaaaaayyy.csv", "Refunded Amount"));
        }
    }

    @Test
    void leavesUnpaidShopifyOrdersOutOfTheApproved() {
        try (StoreForTests shop = store("Asia/Karachi", "PKR")) {
            whole(shop, shared("shopify/abdullahyasir54.csv"), "shopify/orders");

            assertThat(shop.number("SELECT count(*) FROM fact_order WHERE status = 'approved'"))
                    .isEqualByComparingTo("20");
            assertThat(shop.number("SELECT count(*) FROM fact_order WHERE approved_at IS NULL"))
                    .isEqualByComparingTo("94");
        }
    }

    @Test
    void refundsAnOrderOfSeveralLinesOnce() {
        try (StoreForTests shop = store("America/New_York", "USD")) {
            whole(
                    shop,
                    text(
                            "Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Cancelled at,Refunded Amount",
                            "#1,a@example.org,refunded,2026-08-02 10:00:00 -0400,USD,50.00,5.00,4.00,59.00,10.00,2026-08-02 10:00:00 -0400,2,Blouse,20.00,B-1,,59.00",
                            "#1,a@example.org,,,,,,,,,2026-08-02 10:00:00 -0400,1,Skirt,20.00,S-1,,",
                            "#2,b@example.org,partially_refunded,2026-08-02 10:00:00 -0400,USD,20.00,5.00,0.00,25.00,0.00,2026-08-02 10:00:00 -0400,1,Skirt,20.00,S-1,,8.00"),
                    "shopify/orders");

            assertThat(
                            shop.query(
                                    "SELECT kind || ' ' || sum(amount) FROM fact_line GROUP BY kind ORDER BY 1"))
                    .containsExactly(
                            "product 80.0000",
                            "refund 58.0000",
                            "shipping_refund 5.0000",
                            "tax 4.0000");
            assertThat(shop.number("SELECT revenue FROM resolved_order WHERE order_id = '#1'"))
                    .isEqualByComparingTo("50");
        }
    }

    @Test
    void takesShopifysVariantsAndLeavesItsPictures() {
        try (StoreForTests shop = store("America/New_York", "USD")) {
            ImportReport report =
                    whole(
                            shop,
                            text(
                                    "Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Price,Cost per item,Image Src,Status",
                                    "blouse,Blouse,<p>x</p>,Ipê,Apparel,Blouses,,true,Size,P,Color,Blue,B-P,99.90,30.00,a.png,active",
                                    "blouse,,,,,,,,,M,,Blue,B-M,99.90,30.00,,",
                                    "blouse,,,,,,,,,,,,,,,b.png,"),
                            "shopify/products");

            assertThat(report.read()).isEqualTo(3);
            assertThat(
                            shop.query(
                                    "SELECT concat_ws(' ', sku, product, product_name, category, size, colour, cost) FROM fact_product ORDER BY sku"))
                    .containsExactly(
                            "B-M blouse Blouse Blouses M Blue 30.0000",
                            "B-P blouse Blouse Blouses P Blue 30.0000");
        }
    }

    @Test
    void takesWooCommercesOrderLines() {
        try (StoreForTests shop = brazil()) {
            ImportReport report =
                    whole(
                            shop,
                            text(
                                    "Order Number,Order Status,Order Date,Customer Note,First Name (Billing),City (Billing),State Code (Billing),Country Code (Billing),Email (Billing),Payment Method Title,Cart Discount Amount,Order Subtotal Amount,Order Shipping Amount,Order Refund Amount,Order Total Amount,SKU,Item #,Item Name,Quantity (- Refund),Item Cost,Coupon Code",
                                    "71,Completed,2026-08-02 10:30,,Ana,Santos,SP,BR,a@example.org,Pix,10.00,139.80,15.00,0,144.80,B-1,1,Blusa,1,99.90,VOLTA",
                                    "71,Completed,2026-08-02 10:30,,Ana,Santos,SP,BR,a@example.org,Pix,10.00,139.80,15.00,0,144.80,S-1,2,Saia,1,39.90,VOLTA",
                                    "72,Refunded,2026-08-03 10:30,,Bia,Santos,SP,BR,b@example.org,Pix,0,99.90,15.00,114.90,114.90,B-1,1,Blusa,1,99.90,",
                                    "73,Pending payment,2026-08-03 10:30,,Bia,Santos,SP,BR,b@example.org,Pix,0,99.90,15.00,0,114.90,B-1,1,Blusa,1,99.90,"),
                            "woocommerce/orders");

            assertThat(Objects.requireNonNull(report.control()).source())
                    .isEqualByComparingTo("339.60");
            assertThat(shop.number("SELECT revenue FROM resolved_order WHERE order_id = '71'"))
                    .isEqualByComparingTo("129.80");
            assertThat(shop.number("SELECT sum(amount) FROM fact_line WHERE kind = 'refund'"))
                    .isEqualByComparingTo("99.90");
            assertThat(shop.query("SELECT status FROM fact_order ORDER BY order_id"))
                    .containsExactly("approved", "approved", "open");
        }
    }

    @Test
    void takesWooCommercesAnalyticsInThreeLanguages() {
        for (String header :
                List.of(
                        "Date,Order #,Status,Customer,Customer type,Product(s),Items sold,Coupon(s),Net sales,Attribution",
                        "Data,Pedido nº,Status,Cliente,Tipo de cliente,Produto(s),Itens vendidos,Cupom(ns),Vendas líquidas,Atribuição",
                        "Date,Commande n°,État,Client,Type de client,Produit(s),Articles vendus,Code(s) promo,Ventes nettes,Attribution")) {
            try (StoreForTests shop = brazil()) {
                whole(
                        shop,
                        text(
                                header,
                                "2026-08-02 10:30:00,1001,Completed,A Exemplo,new,\"1× Blusa, 2× Saia\",3,NONE,150.00,Direct",
                                "2026-08-03 10:30:00,1001,Refunded,A Exemplo,new,1× Saia,-1,,-30.00,Direct"),
                        "woocommerce/analytics");

                assertThat(shop.value("placed_revenue", "2026-08-02")).as(header).isEqualTo("150");
                assertThat(shop.value("refunds", "2026-08-03")).isEqualTo("30");
                assertThat(shop.value("orders", "2026-08-02", "2026-08-03")).isEqualTo("1");
            }
        }
    }

    @Test
    void takesNuvemshopsOrdersAndCustomers() {
        try (StoreForTests shop = brazil()) {
            whole(shop, shared("nuvemshop/vendas.csv"), "nuvemshop/orders");
            ImportReport people =
                    whole(shop, shared("nuvemshop/clientes.csv"), "nuvemshop/customers");

            assertThat(people.read()).isEqualTo(3);
            assertThat(
                            shop.query(
                                    "SELECT c.city || ' ' || count(*) FROM fact_order o JOIN fact_customer c ON c.customer_id = o.customer_id WHERE c.city IS NOT NULL GROUP BY c.city"))
                    .containsExactly("Blumenau 2");
        }
    }

    @Test
    @DisplayName("105: in Mercado Livre's text export a line of a package carries money of its own")
    void takesMercadoLivresTextExport() {
        try (StoreForTests shop = brazil()) {
            ImportReport report =
                    whole(
                            shop,
                            text(
                                    "N.º de venda;Data da venda;Estado;Descrição do status;Pacote de diversos produtos;Pertence a um kit;Unidades;Receita por produtos (BRL);Receita por envio (BRL);Cancelamentos e reembolsos (BRL);Total (BRL);SKU;Título do anúncio",
                                    "2000001;5 de junho de 2026 17:35 hs.;Entregue;;Sim;Não;1;60,00;8,50;;68,50;B-1;Blusa",
                                    "2000002;5 de junho de 2026 17:36 hs.;Entregue;;Sim;Não;2;40,00;;-40,00;0,00;S-1;Saia"),
                            "mercado-livre/sales");

            assertThat(Objects.requireNonNull(report.control()).source())
                    .isEqualByComparingTo("100");
            assertThat(shop.value("orders", "2026-06-05")).isEqualTo("2");
            assertThat(shop.number("SELECT sum(amount) FROM fact_line WHERE kind = 'refund'"))
                    .isEqualByComparingTo("40");
        }
    }

    @Test
    void takesShopeesOrdersInTheirLanguages() {
        for (String header :
                List.of(
                        "ID do pedido;Status do pedido;Data de criação do pedido;Hora do pagamento do pedido;Nome do Produto;Número de referência SKU;Preço original;Preço acordado;Quantidade;Returned quantity;Subtotal do produto;Cupom do vendedor;Valor Total",
                        "Order ID;Order Status;Order Creation Date;Order Paid Time;Product Name;SKU Reference No.;Original Price;Deal Price;Quantity;Returned quantity;Product Subtotal;Seller Voucher;Grand Total",
                        "訂單編號;訂單狀態;訂單成立日期;買家付款時間;商品名稱;商品選項貨號;商品原價;商品活動價格;數量;退貨數量;;賣家負擔優惠券;買家總支付金額")) {
            try (StoreForTests shop = brazil()) {
                whole(
                        shop,
                        text(
                                header,
                                "260801A;Completed;2026-08-01 10:00;2026-08-01 10:05;Blusa;B-1;50.00;40.00;2;1;80.00;5.00;90.00",
                                "260801A;Completed;2026-08-01 10:00;2026-08-01 10:05;Saia;S-1;30.00;30.00;1;0;30.00;5.00;90.00",
                                "260801B;Unpaid;2026-08-01 11:00;-;Saia;S-1;30.00;30.00;1;0;30.00;0.00;30.00"),
                        "shopee/orders");

                assertThat(shop.number("SELECT sum(revenue) FROM resolved_order"))
                        .as(header)
                        .isEqualByComparingTo("135");
                assertThat(shop.value("approved_revenue", "2026-08-01")).isEqualTo("105");
                assertThat(shop.number("SELECT sum(amount) FROM fact_line WHERE kind = 'refund'"))
                        .isEqualByComparingTo("40");
                assertThat(
                                shop.number(
                                        "SELECT sum(discount) FROM fact_line WHERE kind = 'product'"))
                        .isEqualByComparingTo("20");
            }
        }
    }

    @Test
    void takesBlingsSalesOrders() {
        try (StoreForTests shop = brazil()) {
            ImportReport report =
                    whole(
                            shop,
                            text(
                                    "ID;N° do Pedido;N° do Pedido na Loja Virtual;Data;ID contato;Nome do contato;Cpf/Cnpj;Endereco;Bairro;Município;Cep;Estado;E-mail;Telefone;Desconto pedido;Frete;Observações;Situação;ID produto;Descrição;Quantidade;Valor unitário;Desconto item;Preço de Custo;Preço Total;Código do contato;Código do produto;Frete proporcional;Desconto proporcional;Vendedor;Nº da NFe;Natureza da NFe;Situação da NFe;Última ocorrência;Outras despesas;Outras despesas proporcional;Loja virtual",
                                    "9;501;;02/08/2026;77;Pessoa Exemplo;;;;Santos;;SP;a@example.org;;10,00;15,00;;Atendido;1;Blusa;2,00;50,00;0,00;20,00;100,00;;B-1;10,00;6,67;Bia;;;;;;;Shopee",
                                    "9;501;;02/08/2026;77;Pessoa Exemplo;;;;Santos;;SP;a@example.org;;10,00;15,00;;Atendido;2;Saia;1,00;50,00;0,00;20,00;50,00;;S-1;5,00;3,33;Bia;;;;;;;Shopee",
                                    "10;502;;03/08/2026;78;Outra Exemplo;;;;Santos;;SP;;;0,00;0,00;;Cancelado;2;Saia;1,00;50,00;0,00;20,00;50,00;;S-1;0,00;0,00;Bia;;;;;;;"),
                            "bling/orders");

            assertThat(Objects.requireNonNull(report.control()).source())
                    .isEqualByComparingTo("190");
            assertThat(shop.value("recognised_revenue", "2026-08-02")).isEqualTo("140");
            assertThat(shop.query("SELECT channel FROM fact_order ORDER BY order_id"))
                    .containsExactly("marketplace", "other");
        }
    }

    @Test
    void takesAmazonsOrders() {
        try (StoreForTests shop = store("Europe/Rome", "EUR")) {
            whole(shop, shared("amazon/flat_file_all_orders.tsv"), "amazon/orders");
            assertThat(shop.number("SELECT count(*) FROM fact_order")).isEqualByComparingTo("1");
            assertThat(shop.number("SELECT count(*) FROM fact_line")).isZero();
        }
        try (StoreForTests shop = store("Europe/Rome", "EUR")) {
            ImportReport report =
                    whole(
                            shop,
                            text(
                                    "amazon-order-id\tmerchant-order-id\tpurchase-date\tlast-updated-date\torder-status\tsales-channel\tproduct-name\tsku\titem-status\tquantity\tcurrency\titem-price\titem-tax\tshipping-price\titem-promotion-discount\tship-city\tship-state\tship-country",
                                    "404-1\t\t2026-08-01T22:30:00+00:00\t2026-08-03T10:00:00+00:00\tShipped\tAmazon.it\tBlusa\tB-1\tShipped\t2\tEUR\t80.00\t0\t5.00\t10.00\tRoma\tRM\tIT",
                                    "404-1\t\t2026-08-01T22:30:00+00:00\t2026-08-03T10:00:00+00:00\tShipped\tAmazon.it\tSaia\tS-1\tCancelled\t1\tEUR\t30.00\t0\t\t\tRoma\tRM\tIT",
                                    "404-2\t\t2026-08-02T10:00:00+00:00\t2026-08-03T10:00:00+00:00\tShipped\tAmazon.co.uk\tSaia\tS-1\tShipped\t1\tGBP\t30.00\t0\t\t\tYork\t\tGB",
                                    "404-3\t\t2026-08-02T10:00:00+00:00\t2026-08-03T10:00:00+00:00\tPending\tAmazon.it\tSaia\tS-1\tUnshipped\t1\t\t\t\t\t\tRoma\tRM\tIT"),
                            "amazon/orders");

            assertThat(report.quarantined()).isOne();
            assertThat(Objects.requireNonNull(report.control()).source())
                    .isEqualByComparingTo("70");
            assertThat(shop.value("placed_revenue", "2026-08-02")).isEqualTo("70");
        }
    }

    @Test
    void takesTaobaosOrdersInTheirEncoding() {
        try (StoreForTests shop = china()) {
            ImportReport report =
                    whole(
                            shop,
                            encoded(
                                    Charset.forName("GB18030"),
                                    "订单编号,买家会员名,买家应付货款,买家应付邮费,总金额,买家实际支付金额,订单状态,订单创建时间,订单付款时间,宝贝标题,宝贝总数量",
                                    "=\"190000000000000001\",测试买家甲,1200.00,10.00,1210.00,1210.00,交易成功,2026-06-18 00:05:00,2026-06-18 00:06:00,连衣裙,2",
                                    "'190000000000000002,测试买家乙,99.00,0.00,99.00,0.00,等待买家付款,2026-06-18 10:00:00,,衬衫,1"),
                            "taobao-orders/orders");

            assertThat(Objects.requireNonNull(report.control()).source())
                    .isEqualByComparingTo("1299");
        }
    }

    @Test
    void takesTheProductReportOfBusinessAdvisor() {
        String columns =
                "统计日期,商品ID,商品名称,主商品ID,商品类型,货号,商品状态,商品标签,商品访客数,商品浏览量,平均停留时长,商品详情页跳出率,商品收藏人数,商品加购件数,商品加购人数,下单买家数,下单件数,下单金额,下单转化率,支付买家数,支付件数,支付金额,商品支付转化率,支付新买家数,支付老买家数,老买家支付金额,聚划算支付金额,访客平均价值,成功退款金额,竞争力评分,年累计支付金额,月累计支付金额,月累计支付件数,搜索引导支付转化率,搜索引导访客数,搜索引导支付买家数,结构化详情引导转化率,结构化详情引导成交占比";
        assertThat(columns.split(",", -1)).hasSize(38);
        try (StoreForTests shop = china()) {
            ImportReport report =
                    whole(
                            shop,
                            text(
                                    "【生意参谋平台】,,",
                                    "数据说明：仅供测试,,",
                                    "商品排行,,",
                                    ",,",
                                    columns,
                                    "20260811,600000000001,连衣裙,-,普通商品,LYQ-1,当前在线,-,\"6,069\",\"12,345\",25.43,89.45%,120,310,280,90,110,\"20,100.00\",1.48%,80,100,\"18,300.50\",1.32%,60,20,\"3,000.00\",0.00,3.02,\"500.00\",-,\"900,000.00\",\"120,000.00\",700,2.10%,\"1,500\",30,-,-",
                                    "20260811,600000000002,衬衫,-,普通商品,-,当前在线,-,10,12,5.00,-,0,0,0,0,0,0.00,0.00%,0,0,0.00,0.00%,0,0,0.00,0.00,0.00,0.00,-,0.00,0.00,0,-,0,0,-,-"),
                            "sycm-products/products");

            assertThat(Objects.requireNonNull(report.control()).source())
                    .isEqualByComparingTo("18300.50");
            assertThat(shop.value("product_visitors", "2026-08-11")).isEqualTo("6079");
            assertThat(shop.value("product_views", "2026-08-11")).isEqualTo("12357");
            assertThat(shop.value("product_add_to_carts", "2026-08-11")).isEqualTo("310");
            assertThat(shop.value("product_placed_buyers", "2026-08-11")).isEqualTo("90");
            assertThat(shop.value("product_placed_amount", "2026-08-11")).isEqualTo("20100");
            assertThat(shop.value("product_new_buyers", "2026-08-11")).isEqualTo("60");
            assertThat(shop.value("product_returning_amount", "2026-08-11")).isEqualTo("3000");
            assertThat(shop.value("product_search_rate", "2026-08-11")).isEqualTo("0.02");
            assertThat(shop.value("product_year_amount", "2026-08-11")).isEqualTo("as_reported");
            assertThat(shop.value("product_score", "2026-08-11")).isEqualTo("as_reported");
            assertThat(
                            shop.query(
                                    "SELECT concat_ws(' ', product_type, product_status, cart_visitors, placed_units, deal_amount, month_amount, month_units, year_amount) FROM fact_product_day ORDER BY sku"))
                    .containsExactly(
                            "普通商品 当前在线 280 110 0.0000 120000.0000 700 900000.0000",
                            "普通商品 当前在线 0 0 0.0000 0.0000 0 0.0000");
            assertThat(shop.query("SELECT bounce_rate FROM fact_product_day ORDER BY sku"))
                    .containsExactly("0.8945", "null");
        }
    }

    @Test
    void takesTheAdsOfAlimama() {
        try (StoreForTests shop = china()) {
            ImportReport report =
                    whole(
                            shop,
                            text(
                                    "日期,场景名字,计划ID,计划名字,主体ID,主体类型,主体名称,展现量,点击量,花费,点击率,平均点击花费,千次展现花费,总成交金额,总成交笔数,点击转化率,投入产出比,总成交成本,总购物车数,加购率,旺旺咨询量,引导访问量",
                                    "2026-08-11,关键词推广,11,计划甲,600000000001,商品,连衣裙,8225,274,159.90,3.33%,0.58,19.44,1200.00,6,2.19%,7.50,26.65,12,4.38%,3,260",
                                    "2026-08-11,人群推广,12,计划乙,600000000002,商品,衬衫,1000,50,40.10,5.00%,0.80,40.10,0.00,0,0.00%,0.00,-,0,0.00%,0,48",
                                    "合计,,,,,,,9225,324,200.00,,,,1200.00,6,,,,,,,"),
                            "alimama/ads");

            assertThat(report.read()).isEqualTo(2);
            assertThat(shop.value("ad_spend", "2026-08-11")).isEqualTo("200");
            assertThat(shop.value("ad_impressions", "2026-08-11")).isEqualTo("9225");
            assertThat(shop.value("ad_cart_adds", "2026-08-11")).isEqualTo("12");
            assertThat(shop.value("ad_chats", "2026-08-11")).isEqualTo("3");
            assertThat(shop.value("ad_visits", "2026-08-11")).isEqualTo("308");
        }
        try (StoreForTests shop = china()) {
            whole(shop, shared("taobao/qianniu_campaign.csv"), "alimama/ads");
            assertThat(shop.value("ad_spend", "2026-09-01")).isEqualTo("400");
            assertThat(shop.value("ad_chats", "2026-09-01")).isEqualTo("no_source");
        }
    }

    @Test
    void takesTheServiceReportOfQianniu() {
        try (StoreForTests shop = china()) {
            whole(
                    shop,
                    text(
                            "日期,旺旺昵称,客服销售额,客服销售人数,咨询人数,接待人数,询单转化率,平均响应时长（秒）,客户满意率",
                            "2026-08-11,测试客服甲,\"1,200.00\",12,\"1,080\",75,15.00%,21.50,98.00%",
                            "2026-08-11,测试客服乙,300.00,3,20,20,15.00%,30.00,-"),
                    "qianniu-service/service");

            assertThat(shop.value("conversations", "2026-08-11")).isEqualTo("1100");
            assertThat(shop.value("service_received", "2026-08-11")).isEqualTo("95");
            assertThat(shop.value("service_sales", "2026-08-11")).isEqualTo("1500");
            assertThat(shop.value("service_conversion_rate", "2026-08-11"))
                    .startsWith("0.01363636");
            assertThat(shop.value("service_response_seconds", "2026-08-11")).startsWith("23.2894");
            assertThat(shop.value("service_satisfaction", "2026-08-11")).isEqualTo("0.98");
            assertThat(shop.value("service_inquiry_conversion", "2026-08-11"))
                    .isEqualTo("as_reported");
        }
    }

    /** The row of all together says once more what those of the agents say. */
    @Test
    void countsADayOfServiceOnceWhereItComesWholeAndByAgent() {
        try (StoreForTests shop = china()) {
            String header = "日期,旺旺昵称,客服销售额,客服销售人数,咨询人数,接待人数";
            whole(
                    shop,
                    text(header, "2026-08-11,,1500.00,15,100,95", "2026-08-12,,70.00,1,9,8"),
                    "qianniu-service/service");
            assertThat(shop.value("service_received", "2026-08-11")).isEqualTo("95");
            assertThat(shop.value("conversations", "2026-08-11")).isEqualTo("100");
            whole(
                    shop,
                    text(
                            header,
                            "2026-08-11,测试客服甲,1200.00,12,80,75",
                            "2026-08-11,测试客服乙,300.00,3,20,20"),
                    "qianniu-service/service");

            assertThat(shop.value("service_received", "2026-08-11")).isEqualTo("95");
            assertThat(shop.value("service_sales", "2026-08-11")).isEqualTo("1500");
            assertThat(shop.value("conversations", "2026-08-11")).isEqualTo("100");
            assertThat(shop.value("service_received", "2026-08-11", "2026-08-12")).isEqualTo("103");
            assertThat(shop.value("conversations", "2026-08-11", "2026-08-12")).isEqualTo("109");
        }
    }

    @Test
    void takesGa4sSectionByDayWhereverItStands() {
        try (StoreForTests shop = brazil()) {
            ImportReport report =
                    whole(
                            shop,
                            text(
                                    "# ----------------------------------------",
                                    "# Visão geral",
                                    "# Data de início: 20260801",
                                    "# ----------------------------------------",
                                    "#",
                                    "Sistema operacional,Usuários ativos",
                                    "Android,234182",
                                    "iOS,1200",
                                    "",
                                    "# Tráfego por dia",
                                    "Data,Origem / mídia da sessão,Sessões,Usuários ativos",
                                    "20260801,google / cpc,120,101",
                                    "20260802,(direct) / (none),80,77",
                                    "Total geral,,200,178"),
                            "ga4/traffic");

            assertThat(report.read()).isEqualTo(2);
            assertThat(shop.value("site_visits", "2026-08-01", "2026-08-02")).isEqualTo("200");
        }
    }

    @Test
    void takesMetasAndGooglesAds() {
        try (StoreForTests shop = brazil()) {
            whole(shop, shared("meta_ads/ads_manager_ptbr.csv"), "meta-ads/ads");
            whole(
                    shop,
                    shared("google_ads/campaign_report_ptbr_title.csv"),
                    "google-ads/campaigns");
            assertThat(shop.value("ad_spend", "2026-08-01", "2026-08-02")).isEqualTo("651.24");
            assertThat(shop.value("ad_clicks", "2026-08-01", "2026-08-02")).isEqualTo("1040");
        }
    }

    @Test
    void takesPayPalsActivity() {
        try (StoreForTests shop = store("Europe/Prague", "EUR")) {
            ImportReport report =
                    whole(shop, shared("paypal/activity_en_us.csv"), "paypal/activity");

            assertThat(report.read()).isEqualTo(3);
            assertThat(report.quarantined()).isZero();
            assertThat(
                            shop.query(
                                    "SELECT concat_ws(' ', payment_id, order_id, status, amount, paid_at) FROM fact_payment"))
                    .containsExactly("1AB WC-777 approved 1250.0000 2026-10-01 08:00:00");
            whole(shop, shared("paypal/activity_decimal_comma.csv"), "paypal/activity");
            assertThat(shop.number("SELECT count(*) FROM fact_payment")).isEqualByComparingTo("1");
        }
    }

    @Test
    void takesStripesPaymentsAndItsBalance() {
        try (StoreForTests shop = store("America/New_York", "USD")) {
            whole(
                    shop,
                    text(
                            "id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Fee,Status,Customer Email,order_id (metadata)",
                            "ch_1,2026-08-05 12:00:00,\"2,037.87\",0.00,usd,true,59.40,Paid,a@example.org,1001",
                            "ch_2,2026-08-05 13:00:00,20.00,20.00,usd,true,0.88,Refunded,b@example.org,1002",
                            "ch_3,2026-08-05 14:00:00,20.00,0.00,eur,true,0.88,Paid,b@example.org,1003"),
                    "stripe/payments");
            assertThat(shop.query("SELECT status FROM fact_payment ORDER BY payment_id"))
                    .containsExactly("approved", "refunded");
            for (String header :
                    List.of(
                            "id,Type,Source,Amount,Fee,Net,Currency,Created (UTC),Available On (UTC),Description",
                            "balance_transaction_id,reporting_category,source_id,gross,fee,net,currency,created_utc,available_on_utc,description")) {
                ImportReport report =
                        shop.take(
                                List.of(
                                        new Upload(
                                                text(
                                                        header,
                                                        "txn_1,charge,ch_1,120.00,3.78,116.22,usd,2026-09-01 14:03,2026-09-03 00:00,Sale",
                                                        "txn_2,refund,re_1,-20.00,0.00,-20.00,usd,2026-09-02 14:03,2026-09-04 00:00,Refund",
                                                        "txn_3,payout,po_1,-96.22,0.00,-96.22,usd,2026-09-05 14:03,2026-09-05 00:00,Payout"),
                                                "balance.csv",
                                                WRITTEN)));
                reconciles(report, "stripe/balance");
                assertThat(Objects.requireNonNull(report.control()).source())
                        .isEqualByComparingTo("100");
            }
        }
    }

    @Test
    void takesProductDaysOfAnyTool() {
        try (StoreForTests shop = brazil()) {
            whole(
                    shop,
                    text(
                            "Data;Código;Visualizações do produto;Favoritos;Adições ao carrinho",
                            "01/08/2026;B-1;1.200;4;9",
                            "Total;;1.200;4;9"),
                    "daily-products/products");
            assertThat(shop.value("product_views", "2026-08-01")).isEqualTo("1200");
        }
    }

    /** Takes it in twice: it reconciles, and the second time nothing is new. */
    private static ImportReport whole(StoreForTests shop, Path file, String delivery) {
        Upload upload = new Upload(file, "export.csv", WRITTEN);
        ImportReport first = shop.take(List.of(upload));
        List<String> before = shop.everything();
        ImportReport second = shop.take(List.of(upload));

        reconciles(first, delivery);
        reconciles(second, delivery);
        assertThat(second.inserted() + second.updated()).isZero();
        assertThat(second.quarantined()).isEqualTo(first.quarantined());
        assertThat(shop.everything()).isEqualTo(before);
        RebuildTest.assertSameWhenRebuilt(shop);
        return first;
    }

    private static void reconciles(ImportReport report, String delivery) {
        assertThat(report.files().getFirst().delivery()).isEqualTo(delivery);
        assertThat(report.read()).isPositive();
        assertThat(report.read())
                .isEqualTo(
                        report.inserted()
                                + report.updated()
                                + report.unchanged()
                                + report.quarantined());
        ControlTotal control = report.control();
        if (control != null) {
            assertThat(control.source()).isEqualByComparingTo(control.warehouse());
        }
    }

    private static BigDecimal sum(StoreForTests shop, String what, String fact) {
        return shop.number("SELECT %s FROM fact_%s".formatted(what, fact));
    }

    /** A column of a file as it stands there, added up by hand. */
    private static BigDecimal sumOf(String file, String column) {
        try {
            List<String> lines = Files.readAllLines(shared(file));
            int at = List.of(lines.getFirst().split(",", -1)).indexOf(column);
            return lines.stream()
                    .skip(1)
                    .map(line -> line.split(",", -1)[at])
                    .filter(cell -> !cell.isEmpty())
                    .map(BigDecimal::new)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path text(String... lines) {
        return encoded(StandardCharsets.UTF_8, lines);
    }

    private Path encoded(Charset encoding, String... lines) {
        try {
            return Files.write(Files.createTempFile(folder, "f", ".csv"), List.of(lines), encoding);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Path shared(String name) {
        String data = System.getenv().getOrDefault("ROTINA_SHARED_DATA", "../shared/data");
        Path file = Path.of(data).resolve("exports").resolve(name);
        assumeTrue(Files.exists(file), "the shared data are not here: " + file);
        return file;
    }

    private StoreForTests brazil() {
        return store("America/Sao_Paulo", "BRL");
    }

    private StoreForTests china() {
        return store("Asia/Shanghai", "CNY");
    }

    private StoreForTests store(String zone, String currency) {
        try {
            return new StoreForTests(
                    Files.createTempDirectory(folder, "store"),
                    StoreForTests.store("ipe", zone, currency));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
