package app.rotina.sources.grammar;

import static app.rotina.sources.grammar.NumberGrammar.COMMA;
import static app.rotina.sources.grammar.NumberGrammar.DOT;
import static app.rotina.sources.grammar.NumberGrammar.PLAIN;
import static app.rotina.sources.grammar.NumberGrammar.SPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Currency;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberGrammarTest {
    private static final CurrencySigns REAIS = new CurrencySigns(Currency.getInstance("BRL"));

    @DisplayName("21, 25: each grammar reads its own form")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PLAIN | 1234.56   | 1234.56",
                "PLAIN | -0.5      | -0.5",
                "DOT   | 1,234.56  | 1234.56",
                "DOT   | 1234.56   | 1234.56",
                "DOT   | 1,234,567 | 1234567",
                "COMMA | 1.234,56  | 1234.56",
                "COMMA | 1.234     | 1234",
                "COMMA | 0,5       | 0.5",
                "SPACE | 1 234,56  | 1234.56",
                "DOT   | (123.45)  | -123.45",
                "COMMA | 123,45-   | -123.45",
                "COMMA | −123,45   | -123.45",
                "PLAIN | +7        | 7",
                "DOT   | １，２３４．５  | 1234.5",
                "PLAIN | 12.500000 | 12.5",
                "PLAIN | 00012     | 12"
            })
    void readsItsOwnForm(NumberGrammar grammar, String text, String value) {
        assertThat(grammar.number(text)).isEqualByComparingTo(value);
        assertThat(grammar.number(text).scale()).isEqualTo(4);
    }

    @DisplayName("26, 27, 35: what is refused, and why")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PLAIN | 12x        | number_bad",
                "PLAIN | 1.234.56   | number_bad",
                "DOT   | 1.234.56   | number_bad",
                "COMMA | 1.234.56   | number_bad",
                "DOT   | 1,23,456   | number_bad",
                "DOT   | 1,2345     | number_other_grammar",
                "DOT   | 1.234,56   | number_other_grammar",
                "COMMA | 1,234.56   | number_other_grammar",
                "COMMA | 12.5       | number_other_grammar",
                "PLAIN | NaN        | number_not_finite",
                "PLAIN | -Infinity  | number_not_finite",
                "PLAIN | 1e3        | number_exponent",
                "COMMA | 1,5E+03    | number_exponent",
                "PLAIN | 1.23456    | number_decimals",
                "PLAIN | 100000000000000 | number_range",
                "PLAIN | 12.        | number_bad",
                "PLAIN | .5         | number_bad",
                "PLAIN | -          | number_bad",
                "PLAIN | 1-2        | number_bad"
            })
    void refusesWhatItCannotMean(NumberGrammar grammar, String text, String reason) {
        assertThat(refusal(() -> grammar.number(text))).isEqualTo(reason);
        assertThat(refusal(() -> grammar.money(text, REAIS))).isEqualTo(reason);
    }

    @Test
    void takesTheLargestNumberThatTheWarehouseHolds() {
        assertThat(PLAIN.number("99999999999999.9999")).isEqualByComparingTo("99999999999999.9999");
    }

    @DisplayName("24, 25: money beside its sign")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "R$ 1.234,56",
                "R$\u00A01.234,56",
                "R$1.234,56",
                "1.234,56 R$",
                "BRL 1.234,56",
                "1.234,56"
            })
    void readsMoneyBesideItsSign(String text) {
        assertThat(COMMA.money(text, REAIS)).isEqualByComparingTo("1234.56");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-R$ 12,30",
                "R$ -12,30",
                "(R$ 12,30)",
                "R$ (12,30)",
                "R$ 12,30-",
                "− R$ 12,30"
            })
    void readsNegativeMoney(String text) {
        assertThat(COMMA.money(text, REAIS)).isEqualByComparingTo("-12.30");
    }

    @Test
    @DisplayName("32, 33: another currency's amount is refused; ￥ is what the store keeps")
    void refusesAnotherCurrency() {
        assertThat(refusal(() -> COMMA.money("US$ 10,00", REAIS))).isEqualTo("currency_other");
        assertThat(refusal(() -> COMMA.money("€ 10", REAIS))).isEqualTo("currency_other");
        CurrencySigns yuan = new CurrencySigns(Currency.getInstance("CNY"));
        CurrencySigns yen = new CurrencySigns(Currency.getInstance("JPY"));
        assertThat(DOT.money("￥1,234.50", yuan)).isEqualByComparingTo("1234.5");
        assertThat(DOT.money("￥1,234", yen)).isEqualByComparingTo("1234");
        assertThat(DOT.money("12元", yuan)).isEqualByComparingTo("12");
        assertThat(refusal(() -> DOT.money("￥5", REAIS))).isEqualTo("currency_other");
    }

    @Test
    @DisplayName("31: currencies of no and of three decimals")
    void readsCurrenciesOfNoAndOfThreeDecimals() {
        assertThat(DOT.money("¥1,500", new CurrencySigns(Currency.getInstance("JPY"))))
                .isEqualByComparingTo("1500");
        assertThat(DOT.money("KWD 1.234", new CurrencySigns(Currency.getInstance("KWD"))))
                .isEqualByComparingTo("1.234");
    }

    @Test
    void doesNotGlueDigitsTogetherInMoney() {
        assertThat(refusal(() -> DOT.money("R$ 1 2", REAIS))).isEqualTo("number_bad");
        assertThat(SPACE.money("R$ 1\u00A0234,50", REAIS)).isEqualByComparingTo("1234.50");
    }

    @Test
    @DisplayName("38: 15 %, 0.15 and 15 by their declared unit")
    void readsRatesByTheirUnit() {
        assertThat(PLAIN.ratio("15%", null)).isEqualByComparingTo("0.15");
        assertThat(COMMA.ratio("1,5 %", RatioUnit.RATIO)).isEqualByComparingTo("0.015");
        assertThat(PLAIN.ratio("15", RatioUnit.PERCENT)).isEqualByComparingTo("0.15");
        assertThat(PLAIN.ratio("0.15", RatioUnit.RATIO)).isEqualByComparingTo("0.15");
        assertThat(refusal(() -> PLAIN.ratio("15", null))).isEqualTo("ratio_unit");
    }

    @Test
    @DisplayName("37: a quantity may be half a piece, a count may not")
    void refusesHalfACount() {
        assertThat(COMMA.number("0,5")).isEqualByComparingTo("0.5");
        assertThat(COMMA.integer("3,0")).isEqualTo(3);
        assertThat(refusal(() -> COMMA.integer("0,5"))).isEqualTo("number_not_whole");
    }

    @Test
    void explainsWithAnExampleOfTheExpectedForm() {
        Refused refused = catchThrowableOfType(Refused.class, () -> COMMA.number("1,234.56"));
        assertThat(refused.arguments()).containsExactly("1,234.56", "1.234,56");
    }

    @Test
    void carriesNoStackTrace() {
        assertThatThrownBy(() -> PLAIN.number("x"))
                .isInstanceOf(Refused.class)
                .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
    }

    private static String refusal(ThrowingCallable reading) {
        return catchThrowableOfType(Refused.class, reading).reason();
    }
}
