package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerseTest {
    @Test
    void leavesOutOfStylesWhatOnlyTheirAuthorsRead() {
        String written =
                """
                /* cards; with { signs } */
                .card > h2, .card:not(.empty) :is(a, b) { margin: 0 calc(1px + 2px) ; color: red; }
                @media (min-width: 720px) and (width >= 1px) { a::before { content: "a  ; b /* c */"; } }
                """;

        assertThat(Terse.style(written))
                .isEqualTo(
                        ".card>h2,.card:not(.empty) :is(a,b){margin:0 calc(1px + 2px);color:red}"
                                + "@media (min-width:720px) and (width>= 1px){a::before{content:\"a  ; b /* c */\"}}");
    }

    @Test
    void leavesOutOfScriptsIndentsAndNotes() {
        assertThat(Terse.script("\n// a note\nif (a) {\n  b(\"// no note\");\n}\n"))
                .isEqualTo("if (a) {\nb(\"// no note\");\n}\n");
    }

    @Test
    void everyPieceOfTheStylesIsWhole() {
        String sent = new String(Assets.content("rotina.css"), StandardCharsets.UTF_8);

        assertThat(sent).doesNotContain("/*").doesNotContain("\n");
        assertThat(sent.chars().filter(each -> each == '{').count())
                .isEqualTo(sent.chars().filter(each -> each == '}').count());
    }
}
