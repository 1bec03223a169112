package app.rotina.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our own plain files, and those that people write by hand. */
class EverydayFilesTest {
    @TempDir private Path folder;

    @Test
    void readsPlainOrders() {
        Taken taken =
                written(
                        """
                        order_id,placed_at,approved_at,status,channel,recovered,order_discount,order_total
                        250131-00042,2025-01-31T23:30:00-03:00,2025-01-31T23:31:00-03:00,approved,site,false,10.00,90.00
                        250131-00043,2025-01-31T23:30:00-03:00,,open,chat,true,,50.00
                        250131-00044,2025-01-31T23:30:00-03:00,,approved,chat,true,,50.00
                        """);

        assertThat(taken.delivery.name()).isEqualTo("rotina/orders");
        assertThat(taken.delivery.key()).containsExactly("order_id");
        assertThat(taken.facts("order"))
                .extracting(order -> order.get("knows_approval"))
                .containsExactly(true, true, false);
        assertThat(taken.facts("order").getFirst())
                .containsEntry("placed_at", Instant.parse("2025-02-01T02:30:00Z"))
                .containsEntry("document", "sale")
                .containsEntry("order_count", 1L)
                .containsEntry("order_discount", new BigDecimal("10.0000"));
    }

    @Test
    @DisplayName("73, 75: refunds stand alone, of articles and of shipping")
    void readsPlainRefunds() {
        Taken taken =
                written(
                        """
                        line_id,order_id,kind,occurred_at,sku,quantity,amount
                        r-1,250131-00042,refund,2025-02-03T10:00:00-03:00,B-1,1,30.00
                        r-2,250131-00042,shipping_refund,2025-02-03T10:00:00-03:00,,,12.00
                        """);

        assertThat(taken.delivery.name()).isEqualTo("rotina/refunds");
        assertThat(taken.controlOfSource()).isEqualByComparingTo("-42");
        assertThat(taken.controlOfFacts()).isEqualByComparingTo("-42");
        assertThat(taken.facts("line").get(1))
                .containsEntry("kind", "shipping_refund")
                .doesNotContainKey("sku");
    }

    @Test
    @DisplayName("36: an order at full discount counts")
    void readsPlainItems() {
        Taken taken =
                written(
                        """
                        line_id,order_id,kind,sku,product_name,quantity,unit_price,discount,amount,cost
                        l-1,o-1,product,B-1,Blusa,2,50.00,10.00,90.00,40.00
                        l-2,o-2,product,B-1,Blusa,1,50.00,50.00,,20.00
                        l-3,o-3,product,B-1,Blusa,1,,,,20.00
                        """);

        assertThat(taken.delivery.name()).isEqualTo("rotina/items");
        assertThat(taken.facts("line").get(0))
                .containsEntry("gross", new BigDecimal("100.0000"))
                .containsEntry("amount", new BigDecimal("90.0000"));
        assertThat(taken.facts("line").get(1)).containsEntry("amount", new BigDecimal("0.0000"));
        assertThat(taken.reasons()).containsExactly("value_missing_of");
    }

    @Test
    void readsTrafficByItsOwnAndByEverydayNames() {
        Taken own =
                written(
                        """
                        day,channel,marketing_channel,source,medium,campaign,device,landing,sessions,visitors,page_views,add_to_carts,checkouts
                        2025-01-31,site,paid search,google,cpc,inverno,mobile,/,120,100,400,20,9
                        """);
        Taken portuguese =
                written(
                        """
                        Data;Visitas;Visitantes
                        01/02/2026;1.234;1.100
                        02/02/2026;987;900
                        Total;2.221;2.000
                        """);
        Taken chinese = written("日期,访客数,浏览量\n2026年6月1日,3000,9000\n");

        assertThat(own.delivery.name()).isEqualTo("daily-traffic/traffic");
        assertThat(own.facts("traffic_day").getFirst()).containsEntry("sessions", 120L);
        assertThat(portuguese.rejected).isEmpty();
        assertThat(portuguese.facts("traffic_day"))
                .extracting(day -> day.get("day"), day -> day.get("sessions"))
                .containsExactly(
                        tuple(LocalDate.of(2026, 2, 1), 1234L),
                        tuple(LocalDate.of(2026, 2, 2), 987L));
        assertThat(chinese.facts("traffic_day").getFirst())
                .containsEntry("day", LocalDate.of(2026, 6, 1))
                .containsEntry("visitors", 3000L);
    }

    @Test
    @DisplayName("22: 1.234 with no other clue waits; an answer settles it")
    void asksWhatAPointMeans() {
        String text = "day;spend\n2026-08-01;1.234\n2026-08-02;150\n";
        Taken asked = written(text);
        Taken answered = written(text, context().answering(Map.of("numbers", "comma")));

        assertThat(asked.reasons()).containsExactly("number_ambiguous");
        assertThat(asked.sum("ad_day", "spend")).isEqualByComparingTo("150");
        assertThat(answered.sum("ad_day", "spend")).isEqualByComparingTo("1384");
    }

    @Test
    @DisplayName("23: where both grammars are in one column, the minority waits")
    void letsTheMinorityOfGrammarsWait() {
        Taken taken =
                written(
                        """
                        day;spend
                        2026-08-01;1.150,50
                        2026-08-02;80,25
                        2026-08-03;1,150.50
                        2026-08-04;1.234
                        """);

        assertThat(taken.sum("ad_day", "spend")).isEqualByComparingTo("2464.75");
        assertThat(taken.reasons()).containsExactly("number_other_grammar");
        assertThat(taken.rejected.getFirst().line()).isEqualTo(4);
        assertThat(taken.rejected.getFirst().column()).isEqualTo("spend");
        assertThat(taken.rejected.getFirst().value()).isEqualTo("1,150.50");
        assertThat(taken.rejected.getFirst().cells()).containsExactly("2026-08-03", "1,150.50");
    }

    @Test
    @DisplayName(
            "39: 01/02 with no day over 12 waits in an English store; an answer or a day settles it")
    void asksWhichNumberIsTheDay() {
        ReadingContext english = Shelf.context(Shelf.store("Europe/Dublin", "EUR", "en"));
        String doubtful = "day,sessions\n01/02/2026,10\n05/05/2026,11\n";

        assertThat(written(doubtful, english).reasons()).containsExactly("date_ambiguous");
        assertThat(written(doubtful + "13/02/2026,12\n", english).rejected).isEmpty();
        Taken answered = written(doubtful, english.answering(Map.of("dates", "month_first")));
        assertThat(answered.facts("traffic_day").getFirst())
                .containsEntry("day", LocalDate.of(2026, 1, 2));
    }

    @Test
    @DisplayName(
            "39: what was answered once settles the next file of the kind, unless it shows else")
    void remembersWhichNumberIsTheDay() {
        Map<String, String> said = Map.of("dates", "month_first");
        ReadingContext english =
                Shelf.context(Shelf.store("Europe/Dublin", "EUR", "en"))
                        .knowing(new Taught(List.of(), Map.of("daily-traffic/traffic", said)));
        String doubtful = "day,sessions\n01/02/2026,10\n05/05/2026,11\n";

        assertThat(written(doubtful, english).facts("traffic_day").getFirst())
                .containsEntry("day", LocalDate.of(2026, 1, 2));
        assertThat(written(doubtful + "13/02/2026,12\n", english).facts("traffic_day").getFirst())
                .containsEntry("day", LocalDate.of(2026, 2, 1));
        Taken answered = written(doubtful, english.answering(Map.of("dates", "day_first")));
        assertThat(answered.facts("traffic_day").getFirst())
                .containsEntry("day", LocalDate.of(2026, 2, 1));
    }

    @Test
    void readsConversationsOneByOneAndByDay() {
        Taken single =
                written(
                        """
                        conversation_id,started_at,first_response_at,customer_id,agent,channel,pre_sale,from_visit,topic,order_id
                        c-1,2025-01-31T10:00:00-03:00,2025-01-31T10:04:00-03:00,C7,Ana,whatsapp,true,false,tamanho,o-1
                        """);
        Taken daily = written("Dia;Atendimentos\n31/01/2025;41\n");

        assertThat(single.facts("conversation").getFirst())
                .containsEntry("pre_sale", true)
                .containsEntry("conversation_count", 1L);
        assertThat(daily.delivery.name()).isEqualTo("conversations/daily");
        assertThat(daily.facts("conversation").getFirst())
                .containsEntry("started_at", Instant.parse("2025-01-31T03:00:00Z"))
                .containsEntry("conversation_count", 41L);
    }

    @Test
    void readsStockProductsCustomersAndCarts() {
        Taken stock = written("day,sku,on_hand,unit_cost\n2025-01-31,B-1-P,12,20.00\n");
        Taken products =
                written(
                        """
                        sku,product,product_name,category,size,colour,list_price,cost,hero,alert_level
                        B-1-P,B-1,Blusa,Blusas,P,Azul,99.90,30.00,primary,5
                        """);
        Taken customers =
                written(
                        """
                        customer_id,country,region,city,registered_at
                        C1,BR,SP,Santos,2024-01-31T10:00:00-03:00
                        """);
        Taken carts =
                written(
                        """
                        cart_id,abandoned_at,customer_id,amount,recovered_at,order_id
                        K1,2025-01-31T10:00:00-03:00,C1,99.90,,
                        """);

        assertThat(stock.facts("stock_day").getFirst())
                .containsEntry("on_hand", new BigDecimal("12.0000"));
        assertThat(products.facts("product").getFirst()).containsEntry("hero", "primary");
        assertThat(customers.facts("customer")).hasSize(1);
        assertThat(carts.facts("cart")).hasSize(1);
    }

    @Test
    void refusesAProductThatComesTwice() {
        Taken taken = written("sku,nome,custo\nB-1,Blusa,10.00\nB-2,Saia,10.00\nB-1,Blusa,12.00\n");

        assertThat(taken.reasons()).containsExactly("key_repeated");
        assertThat(taken.rows).hasSize(2);
    }

    @Test
    @DisplayName("20: composed and decomposed letters are the same sku")
    void composesLetters() {
        Taken taken = written("day,sku,on_hand\n2025-01-31,CAF\u00C9,1\n2025-01-30,CAFE\u0301,1\n");

        assertThat(taken.facts("stock_day"))
                .extracting(row -> row.get("sku"))
                .containsExactly("CAF\u00C9", "CAF\u00C9");
    }

    @Test
    @DisplayName("14: headers in another language and order are the same columns")
    void knowsTranslatedAndReorderedHeaders() {
        Taken english =
                written("conversation_id,started_at,agent\nC-1,2026-01-31 10:00,Atendente A\n");
        Taken chinese = written("客服,接入时间,会话编号\nAtendente A,2026/1/31 10:00,C-1\n");

        assertThat(chinese.facts("conversation")).isEqualTo(english.facts("conversation"));
        assertThat(english.facts("conversation")).hasSize(1);
    }

    @Test
    @DisplayName("89: a formula in a name is text")
    void keepsAFormulaAsText() {
        Taken taken = written("sku,product_name,cost\nB-1,=cmd|' /C calc'!A0,10.00\n");

        assertThat(taken.facts("product").getFirst())
                .containsEntry("product_name", "=cmd|' /C calc'!A0");
    }

    @Test
    @DisplayName(
            "30: a customer's alphanumeric tax id and phone become tokens, alike in every form")
    void knowsAContactInEveryForm() {
        Taken taken =
                written(
                        """
                        conversation_id,started_at,phone
                        c-1,2025-01-31T10:00:00-03:00,+55 (11) 98888-7777
                        c-2,2025-01-31T11:00:00-03:00,011988887777
                        c-3,2025-01-31T12:00:00-03:00,11 97777-6666
                        c-4,2025-01-31T12:00:00-03:00,11 9****-6666
                        """);
        List<Map<String, Object>> chats = taken.facts("conversation");

        assertThat(chats.get(0).get("customer_id"))
                .isEqualTo(chats.get(1).get("customer_id"))
                .isNotEqualTo(chats.get(2).get("customer_id"));
        assertThat(chats.get(3)).doesNotContainKey("customer_id");
    }

    @Test
    void givesEveryRecordOnceAndHashesWhatItSays() {
        String header = "line_id,order_id,sku,product_name,category,quantity,amount\n";
        Taken one =
                written(
                        header
                                + "l-1,o-1,S,ab,c,1,5.00\nl-1,o-1,S,a,bc,1,5.00\nx,o-1,S,a,bc,1,5x\n");
        Taken again =
                written(
                        "amount,quantity,sku,order_id,line_id,product_name,category\n5.0,1,S,o-1,l-1,ab,c\n");

        assertThat(one.rows).hasSize(2);
        assertThat(one.rejected).hasSize(1);
        assertThat(one.rows.get(0).hashHigh()).isNotEqualTo(one.rows.get(1).hashHigh());
        assertThat(again.rows.getFirst().hashHigh()).isEqualTo(one.rows.get(0).hashHigh());
        assertThat(again.rows.getFirst().hashLow()).isEqualTo(one.rows.get(0).hashLow());
        assertThat(one.rows).extracting(SourceRow::record).containsExactly(1L, 2L);
    }

    private Taken written(String text) {
        return written(text, context());
    }

    private Taken written(String text, ReadingContext context) {
        try {
            return Taken.from(Files.writeString(folder.resolve("file.csv"), text), context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReadingContext context() {
        return Shelf.context(Shelf.brazil());
    }
}
