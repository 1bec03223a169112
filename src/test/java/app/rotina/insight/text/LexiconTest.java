package app.rotina.insight.text;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.kernel.Definitions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LexiconTest {
    private final Lexicon lexicon = Lexicon.shipped();

    @Test
    void namesWhatATextIsAbout() {
        assertThat(lexicon.topics("O frete demorou demais e a blusa ficou apertada"))
                .containsExactly("delivery", "size");
        assertThat(lexicon.topics("Vocês aceitam Pix? Tem desconto à vista?"))
                .containsExactly("payment", "price");
        assertThat(lexicon.topics("Esse site é seguro? Não é golpe?")).containsExactly("trust");
        assertThat(lexicon.topics("衣服偏小，客服不理人")).containsExactly("service", "size");
        assertThat(lexicon.topics("太贵了，有没有优惠券")).contains("price");
        assertThat(lexicon.topics("Is the blue one out of stock? Can I return it?"))
                .containsExactly("returns", "stock");
    }

    @Test
    void aTextWithoutATermIsAboutNothingThatCanBeTold() {
        assertThat(lexicon.topics("Bom dia!")).isEmpty();
        assertThat(lexicon.topics("")).isEmpty();
        assertThat(lexicon.topics("caramelo")).as("caro is a whole word").isEmpty();
    }

    @Test
    void theLongestTermCountsSoThatNotIsHeard() {
        assertThat(lexicon.lean(PlainText.of("gostei"))).isNegative();
        assertThat(lexicon.lean(PlainText.of("não gostei"))).isPositive();
        assertThat(lexicon.lean(PlainText.of("好吃"))).isNegative();
        assertThat(lexicon.lean(PlainText.of("不好吃"))).isPositive();
        assertThat(lexicon.lean(PlainText.of("good, but late"))).isZero();
    }

    @Test
    void everyFileHasTermsInThreeLanguagesAndNoTermHasTwoMeanings() {
        for (String folder : List.of("lexicon/topics", "lexicon/polarity")) {
            List<String> terms = new ArrayList<>();
            for (JsonNode file : Definitions.in(folder)) {
                for (String language : List.of("pt", "zh", "en")) {
                    assertThat(file.get(language))
                            .as(file.get("id") + " " + language)
                            .hasSizeGreaterThan(10);
                    file.get(language)
                            .forEach(term ->
                                    terms.add(language + " " + PlainText.of(term.asString())));
                }
            }
            assertThat(terms).doesNotHaveDuplicates();
        }
    }
}
