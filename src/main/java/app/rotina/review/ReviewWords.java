package app.rotina.review;

import app.rotina.kernel.Days;
import app.rotina.metrics.Metric;
import app.rotina.report.ActionWords;
import app.rotina.report.Paper;
import app.rotina.report.Paper.Cell;
import app.rotina.report.Report;
import app.rotina.report.ReportKind;
import app.rotina.report.Telling;
import app.rotina.review.Part.Kind;
import app.rotina.review.ToldReview.Group;
import app.rotina.review.ToldReview.Item;
import app.rotina.review.ToldReview.Section;
import app.rotina.routine.ActionEffect;
import app.rotina.routine.Causes.Cause;
import app.rotina.routine.DailyClose.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells the sections of a review in one language. */
record ReviewWords(Review review, Telling telling, Paper paper) {

    /** What went well is read first where the goal was met, what cost money where it was not. */
    List<Section> sections() {
        Judged judged = review.judged();
        Section worked = judged(ReviewSection.WORKED, judged.worked(), judged);
        Section failed = judged(ReviewSection.FAILED, judged.failed(), judged);
        boolean missed = report().headline().verdict() == Verdict.MISSED;
        ReviewTables tables = new ReviewTables(review, telling, paper);
        return List.of(
                section(ReviewSection.SUMMARY, List.of(), tables.summary()),
                missed ? failed : worked,
                missed ? worked : failed,
                section(ReviewSection.NEXT, List.of(), tables.next()));
    }

    private Section section(ReviewSection section, List<Group> groups, List<Paper.Block> blocks) {
        return new Section(section, title(section), groups, blocks, review.text(section));
    }

    /** A month's failures have a name of their own. */
    private String title(ReviewSection section) {
        boolean month = report().period().kind() == ReportKind.MONTHLY;
        String key = "section." + section.id() + (month ? ".month" : "");
        return say(telling.texts().knows("reviews." + key) ? key : "section." + section.id());
    }

    private Section judged(ReviewSection section, List<Part> parts, Judged judged) {
        List<Group> groups = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<Item> items =
                    parts.stream().filter(part -> part.kind() == kind).map(this::item).toList();
            if (!items.isEmpty()) {
                groups.add(new Group(group(kind), items, sum(section, kind, judged)));
            }
        }
        return section(section, groups, List.of());
    }

    /** What amounts are held against is said with them. */
    private String group(Kind kind) {
        return kind == Kind.ACTION
                ? say("group.action")
                : say("group." + kind.id(), say("against." + report().why().against()));
    }

    /** What the parts come to, and how the gap is made of them and the others. */
    private String sum(ReviewSection section, Kind kind, Judged judged) {
        BigDecimal up = Judged.sum(judged.worked(), kind);
        BigDecimal down = Judged.sum(judged.failed(), kind);
        String own = telling.signed(section == ReviewSection.WORKED ? up : down);
        String gap = telling.signed(up.add(down));
        String whole = telling.signed(up.add(down).add(judged.rest()));
        return switch (kind) {
            case ACTION -> "";
            case DRIVER -> say("sum.driver", own, telling.signed(up), telling.signed(down), gap);
            case SEGMENT -> say("sum.segment", own, gap, telling.signed(judged.rest()), whole);
        };
    }

    private Item item(Part part) {
        return switch (part.kind()) {
            case ACTION -> action(part);
            case DRIVER -> driver(part);
            case SEGMENT -> segment(part);
        };
    }

    private Item action(Part part) {
        ActionEffect effect = Objects.requireNonNull(part.effect());
        Paper.Line line = new ActionWords(telling).line(effect);
        Metric metric = telling.catalog().of(part.metric());
        String amount = say("a_week", telling.signed(part.amount(), metric.unit()));
        return new Item(
                part.key(),
                line.text(),
                line.details(),
                new Cell(amount, line.tone(), "", ""),
                task(part, effect.action().name()));
    }

    private Item driver(Part part) {
        String label = telling.label(part.metric());
        return new Item(
                part.key(),
                label,
                now(part.metric()).map(List::of).orElse(List.of()),
                telling.amount(part.amount()).toRows(telling.rows(part.metric())),
                task(part, label));
    }

    /** Such as 2.31 %, the week before 2.60 %. */
    private Optional<String> now(String metric) {
        return report().lines().stream()
                .filter(line -> line.metric().equals(metric))
                .filter(line -> line.value().known().isPresent())
                .filter(line -> line.before().getFirst().known().isPresent())
                .findFirst()
                .map(line -> {
                    Metric.Unit unit = telling.catalog().of(metric).unit();
                    return say(
                            "before." + report().period().kind().id(),
                            telling.cell(line.value(), unit).text(),
                            telling.cell(line.before().getFirst(), unit).text());
                });
    }

    private Item segment(Part part) {
        Days days = report().period().days();
        String name = joined(part.where(), each -> value(each));
        @Nullable Cause cause = part.cause();
        String by = joined(part.where(), each -> dimension(each.getKey()));
        String detail =
                cause == null
                        ? by
                        : telling.texts()
                                .say(
                                        "causes.detail",
                                        by,
                                        telling.text(cause.actual()),
                                        telling.text(cause.expected()));
        return new Item(
                part.key(),
                name,
                List.of(detail),
                telling.amount(part.amount())
                        .toRows(Telling.rows(part.metric(), days, part.where())),
                task(part, name));
    }

    /** What to do about it. */
    private String task(Part part, String name) {
        String way = Judged.isGood(part) ? ".up" : ".down";
        String amount = telling.text(part.amount().abs(), telling.catalog().of(unit(part)).unit());
        return say("task." + part.kind().id() + way, name, amount);
    }

    private String unit(Part part) {
        return part.kind() == Kind.ACTION ? part.metric() : report().headline().metric();
    }

    private String value(Map.Entry<String, String> each) {
        return telling.texts().value(each.getKey(), each.getValue());
    }

    private String dimension(String id) {
        return telling.texts().say("dimension." + id);
    }

    private static String joined(
            Map<String, String> where, Function<Map.Entry<String, String>, String> said) {
        return where.entrySet().stream().map(said).collect(Collectors.joining(" × "));
    }

    private Report report() {
        return review.figures().report();
    }

    private String say(String key, Object... values) {
        return telling.texts().say("reviews." + key, values);
    }
}
