package app.rotina.report;

import java.util.List;
import java.util.stream.Stream;

/**
 * A metric of the planning sheet.
 *
 * @param label its name in the store's language
 */
public record SheetColumn(String metric, String label, Unit unit, Source source) {

    /** How a figure is written: money to the minor unit, counts whole, shares as per cent. */
    public enum Unit {
        MONEY,
        COUNT,
        SHARE,
        MULTIPLE
    }

    /** Where the figures come from; only entered ones have a plan of their own to edit. */
    public sealed interface Source {
        /** The metrics it is made of. */
        default List<String> parts() {
            return switch (this) {
                case Entered() -> List.of();
                case SumOf(List<String> metrics, boolean evenInPart) -> metrics;
                case RatioOf(List<String> numerators, List<String> denominators) ->
                        Stream.concat(numerators.stream(), denominators.stream()).toList();
                case RestOf(String whole, List<String> less) ->
                        Stream.concat(Stream.of(whole), less.stream()).toList();
            };
        }
    }

    /** Figures of their own, day by day. */
    public record Entered() implements Source {}

    /**
     * The sum of other columns, such as sessions = visits + conversations.
     *
     * @param evenInPart whether it stands where some of them are missing
     */
    public record SumOf(List<String> metrics, boolean evenInPart) implements Source {}

    /** The quotient of two sums of other columns, such as conversion = orders ÷ sessions. */
    public record RatioOf(List<String> numerators, List<String> denominators) implements Source {}

    /** What another column holds beside some, such as the store's goal beside its channels'. */
    public record RestOf(String whole, List<String> less) implements Source {}

    public static SheetColumn entered(String metric, String label, Unit unit) {
        return new SheetColumn(metric, label, unit, new Entered());
    }

    public static SheetColumn ratio(
            String metric, String label, Unit unit, String numerator, String denominator) {
        return new SheetColumn(
                metric, label, unit, new RatioOf(List.of(numerator), List.of(denominator)));
    }

    /** True where it has a plan of its own to edit. */
    public boolean isEntered() {
        return source instanceof Entered;
    }
}
