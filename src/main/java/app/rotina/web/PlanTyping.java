package app.rotina.web;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.report.PlanEdit;
import app.rotina.report.PlanKey;
import app.rotina.report.SheetColumn;
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
 * @param refused by cell, what is wrong with it
 */
record PlanTyping(List<PlanEdit> edits, Map<String, RotinaException> refused, Words words) {

    /** The name of a cell's field. */
    static String field(SheetColumn column, SheetRow row) {
        return column.metric() + ":" + row.date();
    }

    static PlanTyping of(Map<String, String> typed, SheetModel model, Words words) {
        PlanFigures figures = new PlanFigures(words, model);
        List<PlanEdit> edits = new ArrayList<>();
        Map<String, RotinaException> refused = new LinkedHashMap<>();
        for (SheetColumn column : model.columns()) {
            for (SheetRow row : model.rows()) {
                String text = typed.get(field(column, row));
                Optional<BigDecimal> before = row.plan(column.metric());
                if (text == null
                        || !column.isEntered()
                        || text.strip().equals(figures.text(column, before))) {
                    continue;
                }
                try {
                    Optional<BigDecimal> value = value(column, row, text, figures);
                    if (!same(before, value)) {
                        PlanKey key = PlanKey.of(column.metric());
                        edits.add(new PlanEdit(row.date(), key, value.orElse(null)));
                    }
                } catch (RotinaException e) {
                    refused.put(field(column, row), e);
                }
            }
        }
        return new PlanTyping(edits, refused, words);
    }

    /** The same number written otherwise is no edit; an emptied cell is. */
    private static boolean same(Optional<BigDecimal> before, Optional<BigDecimal> value) {
        return value.flatMap(one -> before.filter(was -> was.compareTo(one) == 0)).isPresent();
    }

    /** Empty: the cell was emptied. */
    private static Optional<BigDecimal> value(
            SheetColumn column, SheetRow row, String text, PlanFigures figures) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        Words words = figures.words();
        String name = column.label() + ", " + words.shortDay(row.date());
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
