package app.rotina.review;

import app.rotina.report.Paper;
import app.rotina.report.Paper.Block;
import app.rotina.report.Paper.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A part of a paper as plain lines. */
final class PlainBlock {
    private PlainBlock() {}

    /** Pictures say nothing in plain lines. */
    static List<String> lines(Block block) {
        return switch (block) {
            case Paper.Facts facts ->
                    facts.facts().stream()
                            .map(fact ->
                                    "- "
                                            + fact.label()
                                            + ": "
                                            + fact.value().text()
                                            + (fact.note().isEmpty()
                                                    ? ""
                                                    : " (" + fact.note() + ")"))
                            .toList();
            case Paper.Grid grid -> grid(grid);
            case Paper.Lines lines -> sentences(lines);
            case Paper.Fall fall -> List.of();
            case Paper.Columns columns -> List.of();
            case Paper.Curve curve -> List.of();
        };
    }

    private static List<String> grid(Paper.Grid grid) {
        List<String> lines = new ArrayList<>();
        for (Paper.Row row : grid.rows()) {
            List<Cell> cells = row.cells();
            String figures =
                    IntStream.range(1, cells.size())
                            .filter(at -> cells.get(at).known())
                            .mapToObj(at -> grid.heads().get(at) + " " + cells.get(at).text())
                            .collect(Collectors.joining(" · "));
            lines.add("- " + cells.getFirst().text() + (figures.isEmpty() ? "" : ": " + figures));
        }
        if (!grid.note().isEmpty()) {
            lines.add(grid.note());
        }
        return lines;
    }

    private static List<String> sentences(Paper.Lines lines) {
        List<String> said = new ArrayList<>();
        for (Paper.Line line : lines.lines()) {
            said.add("- " + line.text());
            line.details().forEach(detail -> said.add("  " + detail));
        }
        return said;
    }
}
