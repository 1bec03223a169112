package app.rotina.sources;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.kernel.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        assertThat(seen.questions()).extracting(Question::key).containsExactly("statuses");
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
        assertThat(seen.questions()).isNotEmpty().extracting(Question::key).containsOnly("field");
        for (Question question : seen.questions()) {
            assertThat(Texts.of(Texts.BRAZIL).knows(question.textKey())).isTrue();
        }
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
