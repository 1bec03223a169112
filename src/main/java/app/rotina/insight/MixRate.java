package app.rotina.insight;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * The change of a ratio, such as conversion, taken apart over groups into what the groups' own
 * rates did and what the mix of groups did, so that Simpson's paradox is seen and not fallen into:
 * rate = w̄ · Δr, mix = Δw · (r̄ − R̄), where w is a group's share of the denominator, r its rate,
 * R the whole's, and the bar the mean of before and after (the symmetric form of Kitagawa, JASA 50,
 * 1955). All parts together are the change.
 */
public record MixRate(BigDecimal change, List<Part> parts) {
    private static final MathContext EXACT = MathContext.DECIMAL128;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final Ratio NOTHING = new Ratio(BigDecimal.ZERO, BigDecimal.ZERO);

    /** A group's numerator and denominator, before and after; zero where it does not exist. */
    public record Group(String name, Ratio before, Ratio after) {}

    /** A ratio by its parts. */
    public record Ratio(BigDecimal numerator, BigDecimal denominator) {
        Ratio plus(Ratio other) {
            return new Ratio(numerator.add(other.numerator), denominator.add(other.denominator));
        }

        boolean isDefined() {
            return denominator.signum() != 0;
        }

        BigDecimal value() {
            return numerator.divide(denominator, EXACT);
        }
    }

    /** One group's two effects, as differences of the ratio: −0.0027 is −0.27 points. */
    public record Part(String name, BigDecimal rate, BigDecimal mix) {}

    /** Empty where the whole has no denominator on a side: then there is no change to speak of. */
    public static Optional<MixRate> of(List<Group> groups) {
        Ratio before = groups.stream().map(Group::before).reduce(NOTHING, Ratio::plus);
        Ratio after = groups.stream().map(Group::after).reduce(NOTHING, Ratio::plus);
        if (!before.isDefined() || !after.isDefined()) {
            return Optional.empty();
        }
        Whole whole = new Whole(before, after);
        BigDecimal change = after.value().subtract(before.value());
        return Optional.of(new MixRate(change, groups.stream().map(whole::part).toList()));
    }

    /** The ratio of all groups together. */
    private record Whole(Ratio before, Ratio after) {

        Part part(Group group) {
            if (!group.before.isDefined() && !group.after.isDefined()) {
                return new Part(group.name, BigDecimal.ZERO, BigDecimal.ZERO);
            }
            BigDecimal weightBefore = share(group.before, before);
            BigDecimal weightAfter = share(group.after, after);
            // a group that comes or goes has only one rate: all it does is change the mix
            BigDecimal rateBefore = (group.before.isDefined() ? group.before : group.after).value();
            BigDecimal rateAfter = (group.after.isDefined() ? group.after : group.before).value();
            BigDecimal distance =
                    mean(rateBefore, rateAfter).subtract(mean(before.value(), after.value()));
            return new Part(
                    group.name,
                    mean(weightBefore, weightAfter).multiply(rateAfter.subtract(rateBefore)),
                    weightAfter.subtract(weightBefore).multiply(distance));
        }

        private static BigDecimal share(Ratio group, Ratio whole) {
            return group.denominator.divide(whole.denominator, EXACT);
        }

        private static BigDecimal mean(BigDecimal one, BigDecimal other) {
            return one.add(other).divide(TWO, EXACT);
        }
    }
}
