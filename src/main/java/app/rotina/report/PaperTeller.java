package app.rotina.report;

import app.rotina.goals.GoalSuggestion;
import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Catalog;
import app.rotina.report.Paper.Block;
import app.rotina.report.Paper.Cell;
import app.rotina.report.Paper.Fact;
import app.rotina.report.Paper.Facts;
import app.rotina.report.Paper.Line;
import app.rotina.report.Paper.Lines;
import app.rotina.report.Report.DatedNote;
import app.rotina.report.Report.NextMonth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells a report on paper: which parts it has, and where they stand. */
record PaperTeller(Telling telling) {

    static Paper tell(Report report, Catalog catalog, Locale locale) {
        return new PaperTeller(Telling.of(report, catalog, locale)).paper();
    }

    private Paper paper() {
        VerdictWords verdict = new VerdictWords(telling);
        Report report = telling.report();
        return new Paper(
                telling.texts().locale().toLanguageTag(),
                report.store().name(),
                telling.say("title." + report.period().kind().id()),
                new PeriodWords(telling.texts(), telling.formats()).of(report.period()),
                verdict.verdict(),
                verdict.marks(),
                main(),
                side(),
                wide(),
                verdict.frame(),
                report.store().locale().getCountry().equals("CN"));
    }

    /** Every part, in the order it is read. */
    List<Block> all() {
        return Stream.of(main(), side(), wide()).flatMap(List::stream).toList();
    }

    private List<Block> main() {
        List<Block> blocks = new ArrayList<>(new WhyBlocks(telling).all());
        if (telling.report().period().kind() == ReportKind.DAILY) {
            new ChangeWords(telling).block().ifPresent(blocks::add);
        }
        new DayGrids(telling).picture().ifPresent(blocks::add);
        return blocks;
    }

    private List<Block> side() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new MonthBlock(telling).facts());
        new MonthPicture(telling).curve().ifPresent(blocks::add);
        new WorkWords(telling).block().ifPresent(blocks::add);
        new ActionWords(telling).block().ifPresent(blocks::add);
        next().ifPresent(blocks::add);
        notes().ifPresent(blocks::add);
        return blocks;
    }

    private List<Block> wide() {
        List<Block> blocks = new ArrayList<>();
        ChannelGrids channels = new ChannelGrids(telling);
        channels.channels().ifPresent(blocks::add);
        channels.outlooks().ifPresent(blocks::add);
        new DayGrids(telling).days().ifPresent(blocks::add);
        FigureGrids figures = new FigureGrids(telling);
        blocks.addAll(figures.all());
        new ProductGrid(telling).products().ifPresent(blocks::add);
        figures.missing().ifPresent(blocks::add);
        return blocks;
    }

    private Optional<Facts> next() {
        @Nullable NextMonth next = telling.report().next();
        if (next == null) {
            return Optional.empty();
        }
        List<Fact> facts = new ArrayList<>();
        @Nullable GoalSuggestion suggestion = next.suggestion();
        if (next.goal().known().isPresent()) {
            facts.add(new Fact(telling.say("month.goal"), telling.cell(next.goal()), ""));
        }
        if (suggestion != null) {
            facts.add(
                    new Fact(
                            telling.say("next.suggested"),
                            telling.cell(MetricValue.known(suggestion.value())),
                            how(suggestion)));
        }
        String name = telling.formats().month(next.month());
        return facts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Facts(telling.say("next.title", name), facts));
    }

    private String how(GoalSuggestion suggestion) {
        return switch (suggestion.reckoning()) {
            case GoalSuggestion.LastYear year ->
                    telling.say(
                            "next.last_year",
                            telling.text(year.brought()),
                            percent(year.growth()),
                            percent(year.calendar()));
            case GoalSuggestion.RunRate rate ->
                    telling.say("next.run_rate", rate.days(), telling.text(rate.brought()));
        };
    }

    private String percent(BigDecimal factor) {
        return telling.formats().signedPercent(factor.subtract(BigDecimal.ONE), 1);
    }

    private Optional<Lines> notes() {
        List<DatedNote> notes = telling.report().notes();
        return notes.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Lines(
                                telling.say("notes.title"),
                                notes.stream().map(this::note).toList()));
    }

    private Line note(DatedNote dated) {
        String day = telling.formats().shortDay(dated.date());
        return new Line(
                Cell.EVEN, dated.note().text(), List.of(day + " · " + dated.note().author()));
    }
}
