package app.rotina.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InspectorTest {
    private static final String ERP =
            """
            Pedido;Data da venda;Situação;Código;Produto;Qtd;Preço;Desconto;E-mail do cliente;Observação
            1;31/01/2026 10:00;Pago;B-1;Blusa;2;1.050,00;0,00;a@exemplo.com;
            2;01/02/2026 11:00;Em separação;S-1;Saia;1;80,50;5,00;b@exemplo.com;x
            3;30/02/2026 11:00;Pago;S-1;Saia;1;80,50;5,00;b@exemplo.com;x
            """;

    @TempDir private Path folder;

    @Test
    void recognisesAShippedFile() {
        Inspection seen = inspect("day,sessions\n2026-01-31,10\n", context());

        assertThat(seen.recognised()).isEqualTo("daily-traffic/traffic");
        assertThat(seen.rows()).hasSize(1);
        assertThat(seen.questions()).isEmpty();
    }

    @Test
    void proposesAProfileForAnUnknownExport() {
        Inspection seen = inspect(ERP, context());
        String yaml = Objects.requireNonNull(seen.profile());

        assertThat(seen.recognised()).isNull();
        assertThat(yaml)
                .contains("numbers: [comma]")
                .contains("d/M/yyyy[ H:mm[:ss]]")
                .contains("customer_id: \"= first(email)\"");
        assertThat(seen.rows()).hasSize(2);
        assertThat(seen.rejected())
                .extracting(RejectedRow::reason)
                .containsExactly("date_impossible");
        assertThat(seen.questions()).extracting(Question::key).containsExactly("status");
        assertThat(seen.questions().getFirst().arguments()).containsExactly("Em separação");
    }

    @Test
    void itsProposalReadsTheFileAsAProfileOfOnesOwn() {
        Path file = written(ERP);
        String yaml = Objects.requireNonNull(inspect(file, context()).profile());

        Taken taken = Taken.from(file, context().with(Profile.of("erp.yaml", yaml)));

        assertThat(taken.sum("line", "amount", "product")).isEqualByComparingTo("2175.50");
        assertThat(taken.facts("order"))
                .extracting(order -> order.get("status"))
                .containsExactly("approved", "unknown");
    }

    @Test
    @DisplayName("22: asks what the point in 1.234 means, and remembers the answer")
    void asksAboutAPoint() {
        String text = "Order;Order date;SKU;Qty;Line total\n1;2026-01-31;B-1;2;1.234\n";
        Inspection asked = inspect(text, context());
        Inspection answered = inspect(text, context().answering(Map.of("numbers", "comma")));

        assertThat(asked.questions()).extracting(Question::key).containsExactly("numbers");
        assertThat(asked.questions().getFirst().options()).containsExactly("dot", "comma");
        assertThat(answered.questions()).isEmpty();
        assertThat(answered.profile()).contains("numbers: [comma]");
    }

    @Test
    @DisplayName("39: asks whether 01/02/2026 begins with the day")
    void asksAboutADay() {
        String text = "Order;Order date;SKU;Qty;Line total\n1;01/02/2026;B-1;2;10,50\n";
        Inspection asked = inspect(text, context());
        Inspection answered = inspect(text, context().answering(Map.of("dates", "month_first")));

        assertThat(asked.questions()).extracting(Question::key).containsExactly("day_or_month");
        assertThat(answered.profile()).contains("M/d/yyyy");
    }

    @Test
    @DisplayName("32, 33: asks about two currencies in a column, and about ￥")
    void asksAboutCurrencies() {
        String head = "订单编号,下单时间,商家编码,数量,金额\n";
        ReadingContext china = Shelf.context(Shelf.china());
        Inspection yen = inspect(head + "1,2026/6/18 10:00,A,1,￥99.50\n", china);
        Inspection two =
                inspect(
                        head + "1,2026/6/18 10:00,A,1,￥99.50\n2,2026/6/18 10:00,A,1,$9.50\n",
                        china);

        assertThat(yen.questions()).extracting(Question::key).containsExactly("yen_or_yuan");
        assertThat(two.questions()).extracting(Question::key).contains("currencies");
        assertThat(two.rejected())
                .extracting(RejectedRow::reason)
                .containsExactly("currency_other");
    }

    @Test
    void saysWhatItDoesNotUnderstand() {
        Inspection seen = inspect("abc;def\n1;2\n", context());

        assertThat(seen.profile()).isNull();
        assertThat(seen.questions())
                .isNotEmpty()
                .extracting(Question::key)
                .containsOnly("kind", "field");
        for (Question question : seen.questions()) {
            assertThat(question.in(Texts.of(Texts.BRAZIL))).doesNotContain("{").doesNotContain("_");
        }
    }

    @Test
    void takesOrdersWithoutUnitsForOrders() {
        String text =
                "Pedido;Data;Situação;Valor total\n1;31/01/2026;Pago;1.050,00\n2;31/01/2026;Pago;9,90\n";
        Inspection seen = inspect(text, context());

        assertThat(Objects.requireNonNull(seen.proposal()).kind()).isEqualTo("orders");
        assertThat(seen.rows()).hasSize(2);
        assertThat(seen.count()).isEqualTo(new Inspection.Count(2, true, List.of()));
        Taken taken = Taken.from(written(text), context().with(profile(seen)));
        assertThat(taken.sum("line", "amount", "product")).isEqualByComparingTo("1059.90");
        assertThat(taken.facts("order")).hasSize(2);
    }

    @Test
    void takesTheOnlyDateForTheDateAndAsksAboutTheNumber() {
        String text =
                """
                Nr;Quando;Situação;Total;Cliente
                A-1;31/01/2026 10:00;Pago;10,00;Pessoa Um
                A-2;31/01/2026 11:00;Pago;12,00;Pessoa Dois
                """;
        Inspection seen = inspect(text, context());
        Proposal proposal = Objects.requireNonNull(seen.proposal());

        assertThat(proposal.kind()).isEqualTo("orders");
        assertThat(proposal.places())
                .contains(
                        new Proposal.Place("order_id", "Nr"),
                        new Proposal.Place("placed_at", "Quando"))
                .extracting(Proposal.Place::field)
                .doesNotContain("customer_id");
        assertThat(seen.questions())
                .extracting(Question::answer)
                .containsExactly("column.order_id");
    }

    @Test
    void asksForOneFieldAtATimeAmongColumnsThatMayBeIt() {
        String text =
                """
                Pedido;Data;Nome;Valor pago;Obs
                1;31/01/2026;Pessoa Um;10,00;ok
                2;31/01/2026;Pessoa Dois;12,00;
                """;
        Inspection seen = inspect(text, context().answering(Map.of("kind", "orders")));

        assertThat(seen.questions()).hasSize(1);
        assertThat(seen.questions().getFirst().arguments()).containsExactly("order_total");
        assertThat(seen.questions().getFirst().options()).containsExactly("Valor pago");
    }

    @Test
    void proposesConversationsAndCarts() {
        Inspection chats =
                inspect(
                        """
                        Protocolo;Aberto em;Primeira resposta;Atendente;Celular
                        C-1;31/01/2026 10:00;31/01/2026 10:04;Atendente A;11 90000-0001
                        C-2;31/01/2026 11:00;;Atendente B;11 90000-0002
                        """,
                        context());
        Inspection carts =
                inspect(
                        """
                        Cart number;Abandoned on;Total;E-mail
                        9;31/01/2026 10:00;99,90;um@example.com
                        """,
                        context());

        assertThat(Objects.requireNonNull(chats.proposal()).kind()).isEqualTo("conversations");
        assertThat(chats.questions()).isEmpty();
        assertThat(chats.rows()).hasSize(2);
        assertThat(Objects.requireNonNull(carts.proposal()).kind()).isEqualTo("carts");
        assertThat(carts.questions()).isEmpty();
        assertThat(carts.rows()).hasSize(1);
    }

    @Test
    void takesAnOrdersTotalWithoutItsShippingForItsGoods() {
        String text =
                "Order,Order date,Grand total,Shipping\n1,2026-01-31,110.00,10.00\n1,2026-01-31,110.00,10.00\n";
        Inspection seen = inspect(text, context());

        assertThat(seen.count().waiting()).isEqualTo(1);
        assertThat(seen.count().refused().getFirst().first().reason()).isEqualTo("key_repeated");
        Taken taken = Taken.from(written(text), context().with(profile(seen)));
        assertThat(taken.sum("line", "amount", "product")).isEqualByComparingTo("100");
    }

    @Test
    void asksWhichOfTwoColumnsIsTheTotal() {
        String text = "Pedido;Data;Total;Valor do pedido\n1;31/01/2026;10,00;12,00\n";
        Inspection asked = inspect(text, context());
        Inspection answered =
                inspect(text, context().answering(Map.of("column.order_total", "Valor do pedido")));

        assertThat(asked.questions()).hasSize(1);
        assertThat(asked.questions().getFirst().answer()).isEqualTo("column.order_total");
        assertThat(asked.questions().getFirst().options()).contains("Total", "Valor do pedido");
        assertThat(answered.questions()).isEmpty();
        assertThat(answered.profile()).contains("order_total: {header: \"Valor do pedido\"");
    }

    @Test
    void asksWhatAStateMeansAndFollowsTheAnswer() {
        Inspection asked = inspect(ERP, context());
        String about = asked.questions().getFirst().answer();
        Inspection answered = inspect(ERP, context().answering(Map.of(about, "approved")));

        assertThat(about).isEqualTo("status.Em separação");
        assertThat(answered.questions()).isEmpty();
        assertThat(Objects.requireNonNull(answered.proposal()).statuses())
                .containsEntry("Em separação", "approved")
                .containsEntry("Pago", "approved");
    }

    @Test
    void followsAPersonWhoPutsAColumnElsewhere() {
        Map<String, String> said =
                Map.of(
                        "kind",
                        "orders",
                        "column.placed_at",
                        "Data da venda",
                        "column.order_total",
                        "Preço",
                        "column.discount",
                        "",
                        "name",
                        "绿叶 ERP");
        Inspection seen = inspect(ERP, context().answering(said));

        assertThat(seen.profile())
                .contains("profile: lu-ye-erp")
                .contains("title: \"绿叶 ERP\"")
                .contains("order_total: {header: \"Preço\"")
                .doesNotContain("Desconto");
    }

    @Test
    void recognisesWhatAStoreHasSaved() {
        Profile saved = profile(inspect(ERP, context().answering(Map.of("name", "Meu ERP"))));
        Inspection seen = inspect(ERP, context().knowing(new Taught(List.of(saved), Map.of())));
        Inspection again =
                inspect(
                        ERP,
                        context()
                                .knowing(new Taught(List.of(saved), Map.of()))
                                .answering(Map.of("kind", "sales", "name", "Meu ERP")));

        assertThat(seen.recognised()).isEqualTo("meu-erp/sales");
        assertThat(again.profile()).contains("profile: meu-erp-2");
    }

    @Test
    void saysThatAmountsAreInAnotherCurrency() {
        Inspection seen =
                inspect(
                        "Order,Order date,Grand total\n1,2026-01-31,110.00\n",
                        context().answering(Map.of("currency", "USD")));

        assertThat(Objects.requireNonNull(seen.problem()).problem())
                .isEqualTo(Problem.OTHER_CURRENCY);
    }

    @Test
    void countsBeyondTheRowsItShows() {
        StringBuilder text = new StringBuilder("Order,Order date,Grand total\n");
        for (int i = 0; i < 30_000; i++) {
            text.append(i).append(",2026-01-31,").append(i % 1000 == 0 ? "?" : "1.00").append('\n');
        }
        Inspection seen = inspect(text.toString(), context());

        assertThat(seen.rows()).hasSize(50);
        assertThat(seen.count().read()).isEqualTo(20_000);
        assertThat(seen.count().whole()).isFalse();
        assertThat(seen.count().waiting()).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({
        "numbers,many",
        "dates,year_first",
        "kind,payroll",
        "zone,Mars/Base",
        "column.secret,Pedido",
        "status.Pago,great",
        "else,1",
        "currency,XXY"
    })
    void refusesAnAnswerThatNothingAllows(String about, String answer) {
        assertThatThrownBy(() -> context().answering(Map.of(about, answer)))
                .isInstanceOf(RotinaException.class)
                .hasMessageContaining(about);
    }

    private static Profile profile(Inspection seen) {
        return Profile.of("proposed", Objects.requireNonNull(seen.profile()));
    }

    private Inspection inspect(String text, ReadingContext context) {
        return inspect(written(text), context);
    }

    private static Inspection inspect(Path file, ReadingContext context) {
        return Inspector.inspect(file, "export.csv", context).getFirst();
    }

    private Path written(String text) {
        try {
            return Files.writeString(folder.resolve("export.csv"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReadingContext context() {
        return Shelf.context(Shelf.brazil());
    }
}
