package app.rotina.insight.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.rotina.insight.text.Opinion.Polarity;
import app.rotina.insight.text.Opinions.Rated;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OpinionsTest {
    private final Lexicon lexicon = Lexicon.shipped();
    private final Opinions cold = Opinions.learn(List.of(), lexicon);

    @Test
    void speaksFromTheFirstDayWhereSeedTermsAreClear() {
        assertThat(cold.of("Ainda não recebi meu pedido, péssimo").polarity())
                .isEqualTo(Polarity.COMPLAINT);
        assertThat(cold.of("Chegou antes do prazo, adorei!").polarity()).isEqualTo(Polarity.PRAISE);
        assertThat(cold.of("味道很好，送餐很快").polarity()).isEqualTo(Polarity.PRAISE);
        assertThat(cold.of("等了两个小时，太慢").polarity()).isEqualTo(Polarity.COMPLAINT);
        assertThat(cold.of("Arrived broken, I want a refund").polarity())
                .isEqualTo(Polarity.COMPLAINT);
    }

    @Test
    void cannotTellWhereSeedTermsAreSilentOrDisagree() {
        assertThat(cold.of("Comprei na terça").polarity()).isEqualTo(Polarity.CANNOT_TELL);
        assertThat(cold.of("lindo, mas veio errado").polarity()).isEqualTo(Polarity.CANNOT_TELL);
        assertThat(cold.of("").complaint()).isEqualTo(.5);
    }

    @Test
    void learnsTheStoresOwnWords() {
        Opinions learned = Opinions.learn(rated(200, 1), lexicon);

        assertThat(cold.of("bateria arriou ontem").polarity()).isEqualTo(Polarity.CANNOT_TELL);
        assertThat(learned.of("bateria arriou ontem").polarity()).isEqualTo(Polarity.COMPLAINT);
        assertThat(learned.of("bateria dura semana").polarity()).isEqualTo(Polarity.PRAISE);
    }

    @Test
    void fortyNineComplaintsTeachNothing() {
        List<Rated> few =
                new ArrayList<>(rated(600, 1).stream().filter(each -> !each.complaint()).toList());
        few.addAll(rated(600, 1).stream().filter(Rated::complaint).limit(49).toList());

        assertThat(Opinions.learn(few, lexicon).of("bateria arriou").complaint()).isEqualTo(.5);
    }

    @Test
    void theSameTextsTeachTheSame() {
        double once = Opinions.learn(rated(300, .8), lexicon).of("arriou hoje").complaint();

        assertThat(Opinions.learn(rated(300, .8), lexicon).of("arriou hoje").complaint())
                .isEqualTo(once);
    }

    @Test
    void chancesAreHonestWhereTheWordsAreRightThreeTimesInFour() {
        Opinions learned = Opinions.learn(rated(4000, .75), lexicon);

        assertThat(learned.of("bateria arriou").complaint()).isCloseTo(.75, within(.12));
        assertThat(learned.of("bateria dura").complaint()).isCloseTo(.25, within(.12));
    }

    @Test
    void calibrationIsTheCurveThatTheScoresFollow() {
        Random chance = new Random(3);
        double[] scores = new double[5000];
        boolean[] complaints = new boolean[5000];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = 4 * chance.nextGaussian();
            complaints[i] = chance.nextDouble() < 1 / (1 + Math.exp(-(.5 * scores[i] - 1)));
        }

        Calibration curve = Calibration.of(scores, complaints);

        assertThat(curve.chance(2)).isCloseTo(.5, within(.03));
        assertThat(curve.chance(6)).isCloseTo(1 / (1 + Math.exp(-2)), within(.03));
        assertThat(Calibration.NONE.chance(0)).isEqualTo(.5);
    }

    @Test
    void scoresThatPartTheKindsWhollyStayChances() {
        Calibration curve =
                Calibration.of(
                        new double[] {-3, -2, 2, 3}, new boolean[] {false, false, true, true});

        assertThat(curve.chance(3)).isBetween(.6, .99);
        assertThat(curve.chance(-3)).isBetween(.01, .4);
    }

    /** Half complaints; the telling word is right as often as said. */
    private static List<Rated> rated(int count, double right) {
        Random chance = new Random(11);
        String[] days = {"hoje", "ontem", "domingo", "semana", "mes"};
        List<Rated> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean complaint = i % 2 == 0;
            boolean says = chance.nextDouble() < right == complaint;
            texts.add(
                    new Rated(
                            "bateria "
                                    + (says ? "arriou " : "dura ")
                                    + days[chance.nextInt(5)]
                                    + " "
                                    + days[chance.nextInt(5)],
                            complaint));
        }
        return texts;
    }
}
