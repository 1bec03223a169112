package app.rotina.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A report told in one language: every word and figure as it is read, so that whoever shows it only
 * places it.
 *
 * @param language its tag
 * @param title the store's name and what kind of report it is
 * @param when the period in the store's time
 * @param marks such as provisional or so far
 * @param main what answers: why, causes, what changed
 * @param side what stands beside it: month, channels, work
 * @param wide tables of the whole width
 * @param frame which revenue, whose day, up to when
 * @param redIsUp true where a rise is shown in red, as in mainland China
 */
public record Paper(
        String language,
        String store,
        String title,
        String when,
        Verdict verdict,
        List<String> marks,
        List<Block> main,
        List<Block> side,
        List<Block> wide,
        String frame,
        boolean redIsUp) {

    /**
     * The answer first.
     *
     * @param kind {@code met}, {@code missed}, {@code no_goal}, {@code no_data} or {@code open}
     * @param details further sentences, the figure against its target first
     */
    public record Verdict(String kind, String label, String sentence, List<String> details) {}

    /** The same with another title, and with parts that are read before all others. */
    public Paper with(String otherTitle, List<Block> first) {
        return new Paper(
                language,
                store,
                otherTitle,
                when,
                verdict,
                marks,
                Stream.concat(first.stream(), main.stream()).toList(),
                side,
                wide,
                frame,
                redIsUp);
    }

    /** A part of a report with a title. */
    public sealed interface Block {
        String title();
    }

    /** A few named figures. */
    public record Facts(String title, List<Fact> facts) implements Block {}

    /** One figure and what is said below it; {@code note} is empty where nothing is. */
    public record Fact(String label, Cell value, String note) {}

    /** A table; a row's first cell names it. */
    public record Grid(String title, List<String> heads, List<Row> rows, String note)
            implements Block {

        /** Without the columns that have no figure in any row. */
        Grid filled() {
            List<Integer> kept =
                    IntStream.range(0, heads.size())
                            .filter(at ->
                                    rows.stream().anyMatch(row -> row.cells().get(at).known()))
                            .boxed()
                            .toList();
            return new Grid(
                    title,
                    kept.stream().map(heads::get).toList(),
                    rows.stream().map(row -> row.only(kept)).toList(),
                    note);
        }
    }

    /** One row; a total stands out. */
    public record Row(boolean total, List<Cell> cells) {
        private Row only(List<Integer> kept) {
            return new Row(total, kept.stream().map(cells::get).toList());
        }
    }

    /**
     * One figure or word.
     *
     * @param tone {@code gain}, {@code loss} or {@code even}
     * @param reason why there is no figure; empty: there is one
     * @param rows the question whose rows lie behind it; empty: none
     */
    public record Cell(String text, String tone, String reason, String rows) {
        public static final String EVEN = "even";

        public static Cell plain(String text) {
            return new Cell(text, EVEN, "", "");
        }

        public boolean known() {
            return reason.isEmpty();
        }

        public Cell toRows(String question) {
            return new Cell(text, tone, reason, question);
        }
    }

    /** Bars that add up from a start to a result, or that stand each by itself. */
    public record Fall(String title, String lead, List<Bar> bars) implements Block {}

    /**
     * One bar; its place is in percent of the width.
     *
     * @param anchor true for the start and the result, which others lie between
     * @param zero where nothing stands on the scale
     */
    public record Bar(
            String label,
            String detail,
            Cell amount,
            BigDecimal x,
            BigDecimal width,
            BigDecimal zero,
            boolean anchor) {}

    /** Days side by side: what came, and a mark at the target; in percent of the height. */
    public record Columns(String title, String summary, List<Column> columns) implements Block {}

    /** One day; a mark of zero means no target. */
    public record Column(String label, String tone, BigDecimal height, BigDecimal mark) {}

    /**
     * Running sums on a field of 100 × 100: the plan, what came, where it is heading and the band
     * around that; each may be empty.
     *
     * @param summary what it says, in one sentence
     * @param table its sums at the ends of weeks
     */
    public record Curve(
            String title,
            String summary,
            Grid table,
            List<Key> keys,
            List<MonthShape.Point> plan,
            List<MonthShape.Point> actual,
            List<MonthShape.Point> heading,
            List<MonthShape.Point> band,
            List<Mark> heights,
            List<Mark> days)
            implements Block {
        /** The numbers of a way, one after the other. */
        public static String path(List<MonthShape.Point> way) {
            return way.stream().map(MonthShape.Point::toString).collect(Collectors.joining(" "));
        }

        public String heightsPath() {
            return heights.stream()
                    .map(mark -> mark.at().toPlainString())
                    .collect(Collectors.joining(" "));
        }
    }

    /**
     * What a line of a curve is called: {@code actual}, {@code plan}, {@code heading}, {@code
     * band}.
     */
    public record Key(String line, String label) {}

    /** A mark on an edge, in percent of it. */
    public record Mark(BigDecimal at, String label) {}

    /** Sentences, each with what belongs to it. */
    public record Lines(String title, List<Line> lines) implements Block {}

    /** One sentence; its details may be none. */
    public record Line(String tone, String text, List<String> details) {
        public static Line of(String text) {
            return new Line(Cell.EVEN, text, List.of());
        }
    }
}
