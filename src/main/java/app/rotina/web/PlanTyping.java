package app.rotina.web;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.report.PlanEdit;
import app.rotina.report.PlanEdits;
import app.rotina.report.PlanKey;
import app.rotina.report.SheetColumn;
import app.rotina.report.SheetGrid;
import app.rotina.report.SheetModel;
import app.rotina.report.SheetRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was typed into a planning sheet, cell by cell; what is as it was is no edit.
 *
 * @param months goals of the month that were typed over
 * @param refused by cell, what is wrong with it
 */
record PlanTyping(
        List<PlanEdit> days,
        Map<PlanKey, BigDecimal> months,
        Map<String, RotinaException> refused,
        Words words) {

    /** The name of a cell's field. */
    static String field(SheetColumn column, SheetRow row) {
        return column.metric() + ":" + row.date();
    }

    /** The name of the field of a month's goal. */
    static String field(SheetColumn column) {
        return column.metric() + ":" + PlanGridView.TOTAL;
    }

    static PlanTyping of(Map<String, String> typed, SheetModel model, Words words) {
        PlanTyping typing =
                new PlanTyping(
                        new ArrayList<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), words);
        PlanFigures figures = new PlanFigures(words, model);
        List<SheetGrid.Cell> totals = SheetGrid.of(model).total();
        for (int at = 0; at < model.columns().size(); at++) {
            SheetColumn column = model.columns().get(at);
            if (column.isEntered()) {
                model.rows().forEach(row -> typing.day(typed, column, row, figures));
                typing.month(typed, column, totals.get(at).plan(), figures);
            }
        }
        return typing;
    }

    private void day(
            Map<String, String> typed, SheetColumn column, SheetRow row, PlanFigures figures) {
        Cell cell = new Cell(column, field(column, row), words.shortDay(row.date()), figures);
        Optional<BigDecimal> before = row.plan(column.metric());
        cell.typed(typed, before)
                .filter(text -> !refuses(cell, text))
                .map(cell::value)
                .filter(value -> !same(before, value))
                .ifPresent(value ->
                        days.add(
                                new PlanEdit(
                                        row.date(),
                                        PlanKey.of(column.metric()),
                                        value.orElse(null))));
    }

    /** An emptied goal of a month is no edit: the goals' own page removes one. */
    private void month(
            Map<String, String> typed,
            SheetColumn column,
            Optional<BigDecimal> before,
            PlanFigures figures) {
        Cell cell = new Cell(column, field(column), words.say("report.sheet.total"), figures);
        cell.typed(typed, before)
                .filter(text -> !refuses(cell, text))
                .flatMap(cell::value)
                .filter(value -> !same(before, Optional.of(value)))
                .ifPresent(value -> months.put(PlanKey.of(column.metric()), value));
    }

    private boolean refuses(Cell cell, String text) {
        try {
            cell.value(text);
            return false;
        } catch (RotinaException e) {
            refused.put(cell.field(), e);
            return true;
        }
    }

    PlanEdits edits(boolean keepsMonth) {
        return new PlanEdits(days, months, keepsMonth);
    }

    /** The same number written otherwise is no edit; an emptied cell is. */
    private static boolean same(Optional<BigDecimal> before, Optional<BigDecimal> value) {
        return value.flatMap(one -> before.filter(was -> was.compareTo(one) == 0)).isPresent();
    }

    /**
     * A cell of the sheet.
     *
     * @param where its day, or the month, in words
     */
    private record Cell(SheetColumn column, String field, String where, PlanFigures figures) {

        /** What was typed into it; empty: nothing, or what stood there. */
        Optional<String> typed(Map<String, String> typed, Optional<BigDecimal> before) {
            return Optional.ofNullable(typed.get(field))
                    .filter(text -> !text.strip().equals(figures.text(column, before)));
        }

        /** Empty: the cell was emptied. */
        Optional<BigDecimal> value(String text) {
            if (text.isBlank()) {
                return Optional.empty();
            }
            Words words = figures.words();
            String name = column.label() + ", " + where;
            String plain =
                    text.strip()
                            .replace(figures.model().currency().getSymbol(words.locale()), "")
                            .replaceAll("[\\u00A0\\u202F ]", "");
            BigDecimal value = Typed.number(name, plain, words);
            int decimals = figures.model().decimals(column.unit());
            if (value.stripTrailingZeros().scale() > decimals) {
                throw new RotinaException(Problem.UNCLEAR_NUMBER, name, text);
            }
            return Optional.of(value);
        }
    }

    /** By cell, what is wrong with it. */
    Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        refused.forEach((cell, problem) -> problems.put(cell, problem.in(words.texts())));
        return problems;
    }

    /** Refuses the first cell that is not clear. */
    void requireClear() {
        refused.values().stream()
                .findFirst()
                .ifPresent(problem -> {
                    throw problem;
                });
    }
}
