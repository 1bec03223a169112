package app.rotina.review;

import app.rotina.insight.effect.Finding;
import app.rotina.insight.effect.Verdict;
import app.rotina.report.Report;
import app.rotina.review.Part.Kind;
import app.rotina.routine.ActionEffect;
import app.rotina.routine.Causes;
import app.rotina.routine.DailyClose.CutPart;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What worked in a period and what did not, each with the largest first. The drivers of both
 * together are the gap, and so are the segments of both with the rest: two views of the same money.
 *
 * @param rest of the gap that no segment named here holds
 */
public record Judged(List<Part> worked, List<Part> failed, BigDecimal rest) {
    private static final BigDecimal WEEK = BigDecimal.valueOf(7);

    public static Judged of(Report report) {
        List<Part> drivers =
                report.why().drivers().stream()
                        .map(part -> Part.driver(part.metric(), part.amount()))
                        .toList();
        List<Part> segments = segments(report);
        List<Part> all =
                Stream.of(drivers, segments)
                        .flatMap(List::stream)
                        .sorted(Comparator.comparing((Part part) -> part.amount().abs()).reversed())
                        .toList();
        BigDecimal named =
                segments.stream().map(Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Judged(
                chosen(report, all, Verdict.WORKED, part -> part.amount().signum() > 0),
                chosen(report, all, Verdict.MADE_IT_WORSE, part -> part.amount().signum() < 0),
                report.why().gap().known().orElse(BigDecimal.ZERO).subtract(named));
    }

    private static List<Part> chosen(
            Report report, List<Part> all, Verdict verdict, Predicate<Part> side) {
        return Stream.concat(
                        report.actions().stream()
                                .filter(effect -> effect.verdict() == verdict)
                                .flatMap(Judged::action),
                        all.stream().filter(side))
                .toList();
    }

    private static Stream<Part> action(ActionEffect effect) {
        Finding.@Nullable Measured measured = effect.measured();
        return measured == null
                ? Stream.empty()
                : Stream.of(
                        new Part(
                                Kind.ACTION,
                                effect.action().metric(),
                                Map.of(),
                                BigDecimal.valueOf(measured.effect()).multiply(WEEK),
                                null,
                                effect));
    }

    /**
     * Those that stand out; where none does the parts of the first cut, but for what it sums up.
     */
    private static List<Part> segments(Report report) {
        String metric = report.headline().metric();
        List<Part> named =
                report.why().causes().stream()
                        .filter(causes -> causes.metric().equals(metric))
                        .flatMap(causes -> causes.named().stream())
                        .map(cause -> named(metric, cause))
                        .toList();
        return named.isEmpty()
                ? report.why().cuts().stream()
                        .limit(1)
                        .flatMap(cut ->
                                cut.parts().stream()
                                        .filter(part -> !isSummed(part))
                                        .map(part -> plain(metric, cut.dimension(), part)))
                        .toList()
                : named;
    }

    private static Part named(String metric, Causes.Cause cause) {
        return new Part(Kind.SEGMENT, metric, cause.where(), cause.amount(), cause, null);
    }

    private static Part plain(String metric, String dimension, CutPart part) {
        return new Part(
                Kind.SEGMENT, metric, Map.of(dimension, part.value()), part.amount(), null, null);
    }

    private static boolean isSummed(CutPart part) {
        return part.value().startsWith("(");
    }

    /** True where it brought money; of an action where it worked. */
    public static boolean isGood(Part part) {
        @Nullable ActionEffect effect = part.effect();
        return effect == null ? part.amount().signum() > 0 : effect.verdict() == Verdict.WORKED;
    }

    /** The sum of the parts of a kind. */
    public static BigDecimal sum(List<Part> parts, Kind kind) {
        return parts.stream()
                .filter(part -> part.kind() == kind)
                .map(Part::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
