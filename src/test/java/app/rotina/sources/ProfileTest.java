package app.rotina.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A profile may come from anybody: what does not hold is said with its place. */
class ProfileTest {
    private static final String GOOD =
            """
            profile: mine
            settles: 7
            numbers: comma
            dates: dd/MM/yyyy
            files:
              items:
                columns:
                  order_id: {header: Pedido, type: id, need: value}
                  placed_at: {header: Data, need: value}
                  quantity: Qtd
                  unit_price: Valor
                  state: {header: Estado, type: text}
                compute:
                  amount: "= quantity * unit_price"
                  document: sale
                rules:
                  kind:
                    - when: {state: [Teste, Rascunho]}
                      ignore: true
                    - when: {state: {like: "Troca*"}, quantity: {above: 0}}
                      set: {kind: adjustment}
                    - set: {kind: product}
                emit:
                  - fact: line
                  - fact: order
                control: {column: amount, fact: line, field: amount}
            """;

    @TempDir private Path folder;

    @Test
    void readsAFileByAPersonsOwnProfile() throws IOException {
        Taken taken =
                read(
                        """
                        Pedido;Data;Qtd;Valor;Estado
                        1;31/01/2026;2;10,50;Pago
                        2;31/01/2026;1;10,00;Troca simples
                        """);

        assertThat(taken.delivery.name()).isEqualTo("mine/items");
        assertThat(taken.facts("line"))
                .extracting(line -> line.get("kind"))
                .containsExactly("product", "adjustment");
        assertThat(taken.controlOfFacts()).isEqualByComparingTo("31");
    }

    @Test
    @DisplayName("81: test and draft orders are excluded, and counted")
    void countsAnIgnoredRowThatBecomesNothing() throws IOException {
        Taken taken =
                read(
                        """
                        Pedido;Data;Qtd;Valor;Estado
                        1;31/01/2026;2;10,50;Teste
                        2;31/01/2026;1;10,00;Rascunho
                        3;31/01/2026;1;10,00;Pago
                        """);

        assertThat(taken.rows).hasSize(3);
        assertThat(taken.facts("order")).hasSize(1);
        assertThat(taken.facts("line")).hasSize(1);
    }

    @Test
    void keepsWhatARefusedRowStillSaysOfTheControlTotal() throws IOException {
        Taken taken =
                read(
                        """
                        Pedido;Data;Qtd;Valor;Estado
                        1;31/02/2026;2;10,50;Pago
                        2;31/01/2026;1;1,x;Pago
                        """);

        assertThat(taken.rows).isEmpty();
        assertThat(taken.reasons()).containsExactly("date_impossible", "number_bad");
        assertThat(taken.rejected.get(0).control()).isEqualByComparingTo("21");
        assertThat(taken.rejected.get(1).control()).isNull();
        assertThat(taken.rejected.get(1).column()).isEqualTo("Valor");
        assertThat(taken.rejected.get(1).line()).isEqualTo(3);
    }

    @Test
    void saysWhichColumnsAFileLacks() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "Pedido;Qtd;Valor\n1;2;3\n");
        ReadingContext context = Shelf.context(Shelf.brazil()).with(Profile.of("mine.yaml", GOOD));

        assertThatThrownBy(() -> Taken.from(file, context))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.COLUMNS_MISSING))
                .hasMessageContaining("Data");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "profile: mine | profile: My Shop | profile:",
                "settles: 7 | settles: soon | settles:",
                "settles: 7 | settles: 367 | settles:",
                "numbers: comma | numbers: roman | numbers:",
                "dates: dd/MM/yyyy | dates: dd/QQ/yyyy | dates:",
                "type: id | type: uuid | files.items.columns.order_id.type",
                "need: value | need: always | files.items.columns.order_id.need",
                "quantity: Qtd | pieces: Qtd | files.items.columns.pieces",
                "= quantity * unit_price | = quantity * price | files.items.compute.amount",
                "= quantity * unit_price | = quantity * state | only numbers",
                "= quantity * unit_price | = (quantity | cannot be read",
                "= quantity * unit_price | = system(quantity) | no function",
                "{state: [Teste, Rascunho]} | {stage: Teste} | files.items.rules.kind[1].when.stage",
                "like: | regex: | files.items.rules.kind[2].when.state.regex",
                "above: 0 | above: much | files.items.rules.kind[2].when.quantity.above",
                "fact: order | fact: orders | files.items.emit[2].fact",
                "field: amount | field: total | files.items.control.field",
                "ignore: true | ignore: perhaps | files.items.rules.kind[1].ignore",
                "document: sale | document: '= placed_at' | files.items.compute.document"
            })
    void namesThePlaceOfWhatDoesNotHold(String good, String bad, String place) {
        assertThat(GOOD).contains(good);

        assertThatThrownBy(() -> Profile.of("mine.yaml", GOOD.replace(good, bad)))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.BAD_PROFILE))
                .hasMessageContaining("mine.yaml")
                .hasMessageContaining(place);
    }

    @Test
    void readsTheExampleOfTheDocumentation() throws IOException {
        String example =
                Files.readAllLines(Path.of("docs", "profiles.md")).stream()
                        .filter(line -> line.startsWith("    "))
                        .map(line -> line.substring(4))
                        .collect(Collectors.joining("\n"));

        assertThat(Profile.of("example", example).deliveries())
                .extracting(Delivery::name)
                .containsExactly("my-erp/items");
    }

    @Test
    void refusesTextsThatAreNoDefinitionOrTooLarge() {
        assertThatThrownBy(() -> Profile.of("x", "- just\n- a list"))
                .isInstanceOf(RotinaException.class);
        assertThatThrownBy(() -> Profile.of("x", "a: [b")).isInstanceOf(RotinaException.class);
        assertThatThrownBy(() -> Profile.of("x", "#".repeat(300_000)))
                .isInstanceOf(RotinaException.class)
                .hasMessageContaining("200,000");
        assertThatThrownBy(() -> Profile.of("x", "!!javax.script.ScriptEngineManager [x]"))
                .isInstanceOf(RotinaException.class);
        assertThatThrownBy(() -> Profile.of("x", "[".repeat(5_000)))
                .isInstanceOf(RotinaException.class);
    }

    @Test
    void refusesATextThatEndsInHalfACharacter() {
        assertThatThrownBy(() -> Profile.of("own.yaml", "#".repeat(1024) + '\uD83D'))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.BAD_PROFILE));
    }

    @Test
    void namesTheLine() {
        assertThatThrownBy(() -> Profile.of("mine.yaml", GOOD.replace("type: id", "type: uuid")))
                .hasMessageContaining("line " + lineOf("type: id"));
        assertThatThrownBy(() -> Profile.of("x", "profile: a\nfiles:\n  a: [b\nc: d"))
                .hasMessageContaining("line 4");
        assertThatThrownBy(() -> Profile.of("x", "profile: a\nnumbers: dot\nnumbers: comma\n"))
                .hasMessageContaining("numbers")
                .hasMessageContaining("line 3");
    }

    @Test
    void saysWhatDoesNotHoldInTheReadersLanguage() {
        assertThatThrownBy(() -> Profile.of("meu.yaml", GOOD.replace("type: id", "type: uuid")))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e ->
                                assertThat(e.in(Texts.of(Texts.BRAZIL)))
                                        .startsWith("O perfil “meu.yaml” não está correto, linha ")
                                        .contains("order_id.type: “uuid” não é nenhum destes: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "NaN", "0x10", "1.23456"})
    void takesNoNumberThatCouldBeLargerThanAnyMemory(String number) {
        String constant = GOOD.replace("= quantity * unit_price", number);
        String limit = GOOD.replace("above: 0", "above: '" + number + "'");

        assertThatThrownBy(() -> Profile.of("x", constant)).isInstanceOf(RotinaException.class);
        assertThatThrownBy(() -> Profile.of("x", limit)).isInstanceOf(RotinaException.class);
    }

    @Test
    void refusesARowWhoseTextsAreJoinedBeyondMeasure() throws IOException {
        StringBuilder steps =
                new StringBuilder("      t0: {type: text, value: xxxxxxxxxxxxxxxx}\n");
        for (int i = 1; i < 60; i++) {
            String before = "t" + (i - 1);
            steps.append(
                    "      t%d: {type: text, value: \"= concat(%s, %s)\"}\n"
                            .formatted(i, before, before));
        }
        String yaml =
                """
                profile: bomb
                files:
                  a:
                    columns:
                      sku: {header: SKU, need: value}
                    compute:
                %s
                    emit: {fact: product}
                """
                        .formatted(steps);
        Path file = Files.writeString(folder.resolve("a.csv"), "SKU\nB-1\n");

        Taken taken = Taken.from(file, Shelf.context(Shelf.brazil()).with(Profile.of("x", yaml)));

        assertThat(taken.reasons()).containsExactly("text_too_long");
    }

    @Test
    void makesNothingOfAnAlias() {
        String yaml =
                GOOD.replace("numbers: comma", "numbers: &t comma")
                        .replace("dates: dd/MM/yyyy", "dates: *t");
        assertThatThrownBy(() -> Profile.of("x", yaml)).isInstanceOf(RotinaException.class);
    }

    private static int lineOf(String part) {
        return (int) GOOD.substring(0, GOOD.indexOf(part)).lines().count();
    }

    private Taken read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.csv"), text);
        return Taken.from(file, Shelf.context(Shelf.brazil()).with(Profile.of("mine.yaml", GOOD)));
    }
}
