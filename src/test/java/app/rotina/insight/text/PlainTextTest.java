package app.rotina.insight.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void caseAccentsWidthNumbersAndDrawlAreNoDifference() {
        assertThat(PlainText.of("NÃO chegou!!!!! 12/05")).isEqualTo(" nao chegou!! 0/0 ");
        assertThat(PlainText.of("muuuuuito   INTERESSANTE\n")).isEqualTo(" muuito interessante ");
        assertThat(PlainText.of("ＯＫ，很好")).isEqualTo(" ok,很好 ");
        assertThat(PlainText.of("")).isEqualTo(" ");
    }

    @Property(tries = 300)
    void isStableAndHasFeaturesWhateverTheText(@ForAll String text) {
        String plain = PlainText.of(text);

        assertThat(Features.of(plain)).isNotEmpty().doesNotHaveDuplicates().isSorted();
        assertThat(plain).startsWith(" ").endsWith(" ");
    }
}
