package app.rotina.report;

import app.rotina.kernel.Days;
import app.rotina.kernel.Formats;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Texts;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.FigureText;
import app.rotina.metrics.Metric;
import app.rotina.report.Paper.Cell;
import java.math.BigDecimal;
import java.math.MathContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a report's figures are told in one language. */
public record Telling(Report report, Catalog catalog, Texts texts, Formats formats) {
    private static final String NONE = "—";

    public static Telling of(Report report, Catalog catalog, Locale locale) {
        return new Telling(report, catalog, Texts.of(locale), Formats.of(locale));
    }

    public String say(String key, Object... values) {
        return texts.say("reports." + key, values);
    }

    public String label(String metric) {
        return catalog.of(metric).label(texts);
    }

    /** The unit of what the verdict is about. */
    public Metric.Unit unit() {
        return goal().unit();
    }

    Metric goal() {
        return catalog.of(report.headline().metric());
    }

    public String text(BigDecimal value, Metric.Unit unit) {
        return figures().text(value, unit);
    }

    public String text(BigDecimal value) {
        return text(value, unit());
    }

    public String signed(BigDecimal value, Metric.Unit unit) {
        return figures().signed(value, unit);
    }

    public String signed(BigDecimal value) {
        return signed(value, unit());
    }

    FigureText figures() {
        return new FigureText(texts, formats, report.store().currency());
    }

    public Cell cell(MetricValue value, Metric.Unit unit) {
        return value.known()
                .map(known -> Cell.plain(text(known, unit)))
                .orElseGet(() -> none(value));
    }

    public Cell cell(MetricValue value) {
        return cell(value, unit());
    }

    /** With its sign, and whether it is good news. */
    public Cell difference(MetricValue value, Metric metric) {
        return value.known()
                .map(known ->
                        new Cell(
                                signed(known, metric.unit()),
                                tone(known.signum(), metric.upIsGood()),
                                "",
                                ""))
                .orElseGet(() -> none(value));
    }

    public Cell amount(BigDecimal amount) {
        return new Cell(signed(amount), tone(amount.signum(), true), "", "");
    }

    /** By how much of the one before a figure changed; from zero it is new. */
    public Cell change(MetricValue now, MetricValue before, Metric metric) {
        Optional<BigDecimal> value = now.known();
        Optional<BigDecimal> base = before.known();
        if (value.isEmpty() || base.isEmpty()) {
            return none(value.isEmpty() ? now : before);
        }
        BigDecimal difference = value.get().subtract(base.get());
        if (metric.unit() == Metric.Unit.RATIO) {
            return difference(MetricValue.known(difference), metric);
        }
        if (base.get().signum() == 0) {
            return Cell.plain(
                    difference.signum() == 0 ? formats.percent(difference, 1) : say("new"));
        }
        BigDecimal ratio = difference.divide(base.get().abs(), MathContext.DECIMAL64);
        String tone = tone(difference.signum(), metric.upIsGood());
        return new Cell(formats.signedPercent(ratio, 1), tone, "", "");
    }

    /** How much of a whole a part is. */
    Optional<String> share(MetricValue part, MetricValue whole, int digits) {
        return whole.known()
                .filter(all -> all.signum() > 0)
                .flatMap(all -> part.known().map(some -> some.divide(all, MathContext.DECIMAL64)))
                .map(ratio -> formats.percent(ratio, digits));
    }

    /** The same as a cell. */
    Cell part(MetricValue part, MetricValue whole) {
        return share(part, whole, 1).map(Cell::plain).orElseGet(() -> Cell.plain(NONE));
    }

    /** What is beyond a target of the headline's metric, or short of it. */
    Cell gap(MetricValue value, MetricValue target) {
        return difference(ReportLines.minus(value, target), goal());
    }

    Cell none(MetricValue value) {
        String reason = value.missing().map(why -> texts.say("missing." + why)).orElse("");
        return new Cell(NONE, Cell.EVEN, reason, "");
    }

    static String tone(int sign, boolean upIsGood) {
        if (sign == 0) {
            return Cell.EVEN;
        }
        return sign > 0 == upIsGood ? "gain" : "loss";
    }

    /** The question whose rows lie behind a figure. */
    public static String rows(String metric, Days days, Map<String, String> where) {
        return where.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .map(each -> "&where=" + URLEncoder.encode(each, StandardCharsets.UTF_8))
                .collect(
                        Collectors.joining(
                                "",
                                "metric=" + metric + "&from=" + days.from() + "&to=" + days.to(),
                                ""));
    }

    public String rows(String metric) {
        return rows(metric, report.period().days(), Map.of());
    }
}
