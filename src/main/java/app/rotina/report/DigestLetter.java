package app.rotina.report;

import app.rotina.report.Letter.Item;
import app.rotina.report.Letter.Links;
import app.rotina.report.Letter.Part;
import app.rotina.report.Paper.Bar;
import app.rotina.report.Paper.Block;
import app.rotina.report.Paper.Fact;
import app.rotina.report.Paper.Facts;
import app.rotina.report.Paper.Fall;
import app.rotina.state.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A day told to somebody who reads it in a minute. */
record DigestLetter(Telling telling, TaskWords tasks, List<Task> open) {
    private static final int TASKS = 5;
    private static final int PLACES = 4;
    private static final int WORK = 3;

    Letter letter(@Nullable Links links) {
        Report report = telling.report();
        VerdictWords words = new VerdictWords(telling);
        Paper.Verdict verdict = words.verdict();
        String when = telling.formats().day(report.period().through());
        return new Letter(
                telling.texts().locale().toLanguageTag(),
                Letters.redIsUp(report.store()),
                telling.texts()
                        .say("letter.subject", report.store().name(), verdict.sentence(), when),
                report.store().name(),
                when,
                verdict.kind(),
                verdict.label(),
                verdict.sentence(),
                Stream.concat(verdict.details().stream(), words.marks().stream()).toList(),
                parts(),
                words.frame(),
                links);
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        List<Block> why = new WhyBlocks(telling).all();
        why.stream().limit(1).forEach(block -> add(parts, block, Integer.MAX_VALUE));
        why.stream().skip(1).limit(1).forEach(block -> add(parts, block, PLACES));
        addTodo(parts);
        add(parts, new MonthBlock(telling).facts(), Integer.MAX_VALUE);
        return parts;
    }

    private static void add(List<Part> parts, Block block, int most) {
        List<Item> items =
                switch (block) {
                    case Fall fall ->
                            fall.bars().stream().limit(most).map(DigestLetter::bar).toList();
                    case Facts facts -> facts.facts().stream().map(DigestLetter::fact).toList();
                    case Paper.Grid grid -> List.of();
                    case Paper.Columns columns -> List.of();
                    case Paper.Curve curve -> List.of();
                    case Paper.Lines lines -> List.of();
                };
        if (!items.isEmpty()) {
            parts.add(new Part(block.title(), items));
        }
    }

    private static Item bar(Bar bar) {
        return new Item(bar.label(), bar.detail(), bar.amount().text(), bar.amount().tone());
    }

    private static Item fact(Fact fact) {
        String note = fact.value().known() ? fact.note() : fact.value().reason();
        return new Item(fact.label(), note, fact.value().text(), fact.value().tone());
    }

    /** The tasks with most money first, then what was left open. */
    private void addTodo(List<Part> parts) {
        Stream<Item> first = open.stream().limit(TASKS).map(tasks::todo);
        Stream<Item> further =
                new WorkWords(telling)
                        .todo().stream().limit(WORK).map(text -> new Item(text, "", "", "even"));
        List<Item> todo = Stream.concat(first, further).toList();
        if (!todo.isEmpty()) {
            parts.add(new Part(telling.texts().say("letter.todo"), todo));
        }
    }
}
