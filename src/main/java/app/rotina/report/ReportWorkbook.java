package app.rotina.report;

import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Metric;
import app.rotina.metrics.Metric.Unit;
import app.rotina.report.Report.Channel;
import app.rotina.report.Report.DayLine;
import app.rotina.report.Report.Headline;
import app.rotina.report.Report.Line;
import app.rotina.report.Report.Product;
import app.rotina.report.SheetFormula.Change;
import app.rotina.report.SheetFormula.Difference;
import app.rotina.report.SheetFormula.Quotient;
import app.rotina.report.SheetFormula.SumThrough;
import app.rotina.report.Spot.Area;
import app.rotina.routine.DailyClose.DriverPart;
import app.rotina.routine.DailyClose.MonthStanding;
import app.rotina.routine.DailyClose.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A report as a workbook: the figures are numbers; gaps, shares, changes and sums are formulas over
 * them.
 */
final class ReportWorkbook {
    private final Telling telling;
    private final Report report;
    private final List<Paper.Block> more;
    private final ReportLeaf leaf;
    private @Nullable Spot headline;

    ReportWorkbook(Telling telling, List<Paper.Block> more) {
        this.telling = telling;
        this.more = more;
        this.report = telling.report();
        this.leaf =
                new ReportLeaf(
                        report.store().currency().getDefaultFractionDigits(),
                        telling.texts().say("report.sheet.date_format"));
    }

    byte[] file() {
        writeHead();
        writeFigures();
        writeWhy();
        writeMonth();
        writeChannels();
        writeDays();
        writeProducts();
        writeSentences();
        return leaf.written(telling.say("title." + report.period().kind().id()));
    }

    private void writeHead() {
        VerdictWords verdict = new VerdictWords(telling);
        leaf.title(
                report.store().name()
                        + " · "
                        + telling.say("title." + report.period().kind().id()));
        List<String> lines = new ArrayList<>();
        lines.add(new PeriodWords(telling.texts(), telling.formats()).of(report.period()));
        lines.addAll(verdict.marks());
        lines.add(verdict.sentence());
        lines.addAll(verdict.verdict().details());
        lines.add(verdict.frame());
        lines.forEach(this::line);
    }

    private void line(String text) {
        leaf.word(0, text);
        leaf.next();
    }

    private void writeFigures() {
        List<String> heads = new ArrayList<>();
        heads.add(telling.say("figures.1"));
        heads.add(telling.say("column.value"));
        heads.add(telling.say("column.target"));
        heads.add(telling.say("column.gap"));
        heads.add(telling.say("sheet.of_target"));
        for (Report.Compared compared : report.compared()) {
            String name = new FigureGrids(telling).head(compared);
            heads.add(name);
            heads.add(telling.say("sheet.change", name));
        }
        leaf.heads(heads);
        report.lines().stream()
                .filter(line -> line.value().known().isPresent())
                .forEach(this::figure);
    }

    private void figure(Line line) {
        Metric metric = telling.catalog().of(line.metric());
        leaf.word(0, metric.label(telling.texts()));
        Spot value = leaf.figure(1, line.value(), metric.unit());
        Spot target = leaf.figure(2, line.target(), metric.unit());
        leaf.formula(3, new Difference(value, target), metric.unit());
        leaf.formula(4, new Quotient(List.of(value), List.of(target), List.of()), Unit.RATIO);
        int column = 5;
        for (MetricValue before : line.before()) {
            Spot then = leaf.figure(column, before, metric.unit());
            leaf.formula(column + 1, new Change(value, then), Unit.RATIO);
            column += 2;
        }
        headline = line.metric().equals(report.headline().metric()) ? value : headline;
        leaf.next();
    }

    /** What the day was held to, driver by driver, and the difference that they sum to. */
    private void writeWhy() {
        Why why = report.why();
        if (why.gap().known().isEmpty() || why.drivers().isEmpty()) {
            return;
        }
        leaf.heads(List.of(telling.say("why.title"), telling.say("column.gap")));
        int first = leaf.row();
        for (DriverPart part : why.drivers()) {
            leaf.word(0, telling.label(part.metric()));
            leaf.figure(1, MetricValue.known(part.amount()), telling.unit());
            leaf.next();
        }
        leaf.word(0, telling.say("why.result"));
        sum(1, first, telling.unit());
        leaf.total();
        leaf.next();
    }

    private Spot sum(int column, int first, Unit unit) {
        return leaf.formula(column, new SumThrough(new Area(column, first, leaf.row() - 1)), unit);
    }

    private void writeMonth() {
        MonthStanding month = report.month().standing();
        leaf.heads(
                List.of(
                        telling.formats().month(report.month().month()),
                        telling.say("column.value")));
        Spot toDate = amount("month.to_date", month.toDate());
        Spot goal = amount("month.goal", month.goal());
        leaf.word(0, telling.say("sheet.of_goal"));
        leaf.formula(1, new Quotient(List.of(toDate), List.of(goal), List.of()), Unit.RATIO);
        leaf.next();
        amount("month.projection", month.projection());
        amount("sheet.low", month.outlook().low());
        amount("sheet.high", month.outlook().high());
        leaf.word(0, telling.say("month.chance"));
        leaf.figure(1, month.outlook().probability(), Unit.RATIO);
        leaf.next();
    }

    private Spot amount(String key, MetricValue value) {
        leaf.word(0, telling.say(key));
        Spot spot = leaf.figure(1, value, telling.unit());
        leaf.next();
        return spot;
    }

    private void writeChannels() {
        if (report.channels().isEmpty()) {
            return;
        }
        leaf.heads(
                Stream.of(
                                "channels.title",
                                "column.value",
                                "column.share",
                                "column.target",
                                "column.gap",
                                "column.to_date")
                        .map(telling::say)
                        .toList());
        int first = leaf.row();
        Spot whole = new Spot(1, first + report.channels().size());
        for (Channel channel : report.channels()) {
            leaf.word(0, new ChannelGrids(telling).name(channel));
            Spot value = leaf.figure(1, channel.value(), telling.unit());
            share(2, value, whole);
            Spot target = leaf.figure(3, channel.target(), telling.unit());
            leaf.formula(4, new Difference(value, target), telling.unit());
            leaf.figure(5, channel.toDate(), telling.unit());
            leaf.next();
        }
        leaf.word(0, telling.say("total"));
        sum(1, first, telling.unit());
        share(2, whole, whole);
        sum(5, first, telling.unit());
        leaf.total();
        leaf.next();
    }

    private void share(int column, Spot part, Spot whole) {
        leaf.formula(column, new Quotient(List.of(part), List.of(whole), List.of()), Unit.RATIO);
    }

    private void writeDays() {
        if (report.days().isEmpty()) {
            return;
        }
        List<String> heads = new ArrayList<>();
        heads.add(telling.say("days.title"));
        heads.add(telling.label(report.headline().metric()));
        heads.add(telling.say("column.target"));
        heads.add(telling.say("column.gap"));
        report.dayMetrics().forEach(metric -> heads.add(telling.label(metric)));
        leaf.heads(heads);
        int first = leaf.row();
        report.days().forEach(this::day);
        leaf.word(0, telling.say("total"));
        sum(1, first, telling.unit());
        sum(2, first, telling.unit());
        sum(3, first, telling.unit());
        leaf.total();
        leaf.next();
    }

    private void day(DayLine day) {
        leaf.date(0, day.date());
        Spot value = leaf.figure(1, day.value(), telling.unit());
        Spot target = leaf.figure(2, day.target(), telling.unit());
        leaf.formula(3, new Difference(value, target), telling.unit());
        List<String> metrics = report.dayMetrics();
        for (int i = 0; i < metrics.size(); i++) {
            Unit unit = telling.catalog().of(metrics.get(i)).unit();
            leaf.figure(4 + i, day.figures().get(i), unit);
        }
        leaf.next();
    }

    private void writeProducts() {
        Spot whole = headline;
        if (report.products().isEmpty() || whole == null) {
            return;
        }
        Headline line = report.headline();
        leaf.heads(
                List.of(
                        telling.say("products.title"),
                        telling.label(line.metric()),
                        telling.say("column.share"),
                        telling.say("sheet.before"),
                        telling.say("products.before"),
                        telling.say("products.class")));
        for (Product product : report.products()) {
            leaf.word(0, telling.texts().value("product", product.product()));
            Spot value = leaf.figure(1, product.value(), telling.unit());
            share(2, value, whole);
            Spot before = leaf.figure(3, product.previous(), telling.unit());
            leaf.formula(4, new Change(value, before), Unit.RATIO);
            leaf.word(5, product.abc().name());
            leaf.next();
        }
    }

    /** What is said rather than counted. */
    private void writeSentences() {
        PaperTeller paper = new PaperTeller(telling);
        Stream.concat(paper.all().stream(), more.stream())
                .forEach(block -> {
                    if (block instanceof Paper.Lines lines) {
                        writeLines(lines);
                    }
                });
    }

    private void writeLines(Paper.Lines lines) {
        leaf.heads(List.of(lines.title()));
        for (Paper.Line each : lines.lines()) {
            line(each.text());
            each.details().forEach(this::line);
        }
    }
}
