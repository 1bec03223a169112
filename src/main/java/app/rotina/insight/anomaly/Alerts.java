package app.rotina.insight.anomaly;

import app.rotina.insight.anomaly.Finding.Alert;
import app.rotina.insight.anomaly.Finding.NotJudged;
import app.rotina.insight.anomaly.Finding.Quiet;
import app.rotina.insight.anomaly.Finding.TooNew;
import java.util.Arrays;
import java.util.List;

/**
 * What changed on the last day of a family of figures: errors of a one-step expectation, judged
 * together with those of the days before so that few of the changes told are chance.
 */
public final class Alerts {
    private static final double ORDINARY = .8;

    private final double cut;

    private Alerts(List<Judged> family, Limits limits) {
        double[] chances =
                family.stream().flatMapToDouble(one -> Arrays.stream(one.chances())).toArray();
        this.cut = Discoveries.cut(chances, limits.falseShare(), limits.granted() + family.size());
    }

    /** A finding for each figure, but one alert for figures that moved by one cause. */
    public static List<Finding> on(List<Watched> watched) {
        Limits limits = Limits.SHIPPED;
        List<Judged> family =
                watched.stream()
                        .filter(one -> one.known() >= Judged.DAYS_NEEDED)
                        .map(one -> Judged.of(one, limits))
                        .toList();
        Alerts alerts = new Alerts(family, limits);
        List<Finding> findings = watched.stream().map(one -> alerts.finding(one, family)).toList();
        return new Causes(watched, findings).folded();
    }

    private Finding finding(Watched watched, List<Judged> family) {
        return family.stream()
                .filter(one -> one.watched().id().equals(watched.id()))
                .findFirst()
                .map(this::finding)
                .orElseGet(() -> new TooNew(watched.id(), watched.known(), Judged.DAYS_NEEDED));
    }

    private Finding finding(Judged one) {
        int last = one.watched().last();
        if (Double.isNaN(one.chances()[last])) {
            return new NotJudged(one.watched().id());
        }
        return one.isReal(last, cut) ? alert(one) : new Quiet(one.watched().id());
    }

    private Alert alert(Judged one) {
        int last = one.watched().last();
        double expected = one.usual().expected()[last];
        double wide = Math.exp(one.tail().distance(ORDINARY) * one.usual().scale()[last]);
        return new Alert(
                one.watched().id(),
                one.watched().values()[last],
                expected,
                expected * one.watched().leeway().low()[last] / wide,
                expected * one.watched().leeway().high()[last] * wide,
                one.amount(last),
                one.days(cut),
                one.chances()[last],
                List.of());
    }
}
