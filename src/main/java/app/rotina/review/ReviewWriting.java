package app.rotina.review;

import app.rotina.kernel.Formats;
import app.rotina.kernel.Texts;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.report.Paper;
import app.rotina.report.Paper.Block;
import app.rotina.report.Paper.Lines;
import app.rotina.report.Report;
import app.rotina.report.ReportWriting;
import app.rotina.report.Telling;
import app.rotina.review.Review.Signed;
import app.rotina.review.ToldReview.Group;
import app.rotina.review.ToldReview.Item;
import app.rotina.review.ToldReview.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes reviews in a language: to be read on a page, printed, or calculated with. */
@Component
public final class ReviewWriting {
    private final Catalog catalog;
    private final ReportWriting reports;

    ReviewWriting(Catalog catalog, ReportWriting reports) {
        this.catalog = catalog;
        this.reports = reports;
    }

    public ToldReview told(Review review, Locale locale) {
        Report report = review.figures().report();
        Paper paper = reports.paper(report, locale);
        Telling telling = Telling.of(report, catalog, locale);
        return new ToldReview(paper, new ReviewWords(review, telling, paper).sections());
    }

    /** A4 pages: the review, then every figure of its period. */
    public byte[] pdf(Review review, Locale locale) {
        ToldReview told = told(review, locale);
        String title = Texts.of(locale).say("reviews.title." + review.period().kind().id());
        return reports.pdf(told.paper().with(title, new Printed(review, told, locale).blocks()));
    }

    /** A workbook with live formulas; what the review says stands below them. */
    public byte[] workbook(Review review, Locale locale) {
        ToldReview told = told(review, locale);
        return reports.workbook(
                review.figures().report(), locale, new Printed(review, told, locale).blocks());
    }

    /** Plain lines, for a terminal. */
    public String text(Review review, Locale locale) {
        ToldReview told = told(review, locale);
        Texts texts = Texts.of(locale);
        Paper paper = told.paper();
        List<String> lines = new ArrayList<>();
        lines.add(texts.say("reviews.title." + review.period().kind().id()) + " · " + paper.when());
        lines.add(paper.verdict().sentence());
        lines.addAll(paper.verdict().details());
        for (Block block : new Printed(review, told, locale).blocks()) {
            lines.add("");
            lines.add(block.title());
            lines.addAll(PlainBlock.lines(block));
        }
        List<String> since = since(review, locale);
        if (!since.isEmpty()) {
            lines.add("");
            lines.add(texts.say("reviews.since.title"));
            since.forEach(each -> lines.add("- " + each));
        }
        return String.join("\n", lines);
    }

    /** What changed since the review was signed: the figure then, and now. */
    public List<String> since(Review review, Locale locale) {
        Texts texts = Texts.of(locale);
        Telling telling = Telling.of(review.figures().report(), catalog, locale);
        return review.since().stream()
                .map(each -> {
                    Metric.Unit unit = catalog.of(each.metric()).unit();
                    return texts.say(
                            "reviews.since.line",
                            telling.label(each.metric()),
                            telling.cell(each.then(), unit).text(),
                            telling.cell(each.now(), unit).text());
                })
                .toList();
    }

    /** The sections on paper. */
    private record Printed(Review review, ToldReview told, Locale locale) {

        List<Block> blocks() {
            List<Block> blocks = new ArrayList<>();
            told.sections().forEach(section -> add(section, blocks));
            @Nullable Signed signed = review.signed();
            if (signed != null) {
                String at =
                        Formats.of(locale)
                                .moment(signed.at(), review.figures().report().store().zone());
                blocks.add(
                        new Lines(
                                say("signature"),
                                List.of(Paper.Line.of(say("signed", by(signed.who()), at)))));
            }
            return blocks;
        }

        private void add(Section section, List<Block> blocks) {
            List<Paper.Line> lines = new ArrayList<>();
            section.text().ifPresent(text -> lines.addAll(written(text)));
            section.groups().forEach(group -> lines.addAll(lines(group)));
            if (!lines.isEmpty()) {
                blocks.add(new Lines(section.title(), lines));
            }
            blocks.addAll(section.blocks());
        }

        private List<Paper.Line> written(Review.Text text) {
            String at =
                    Formats.of(locale).moment(text.at(), review.figures().report().store().zone());
            List<String> rows = text.body().lines().filter(row -> !row.isBlank()).toList();
            List<String> rest = new ArrayList<>(rows.subList(1, rows.size()));
            rest.add(by(text.who()) + " · " + at);
            return List.of(new Paper.Line(Paper.Cell.EVEN, rows.getFirst(), rest));
        }

        private static List<Paper.Line> lines(Group group) {
            List<Paper.Line> lines = new ArrayList<>();
            for (Item item : group.items()) {
                lines.add(
                        new Paper.Line(
                                item.amount().tone(),
                                item.text() + ": " + item.amount().text(),
                                item.details()));
            }
            if (!group.sum().isEmpty()) {
                lines.add(Paper.Line.of(group.sum()));
            }
            return lines;
        }

        private String by(String name) {
            return Texts.of(locale).author(name);
        }

        private String say(String key, Object... values) {
            return Texts.of(locale).say("reviews." + key, values);
        }
    }
}
