package app.rotina.web;

import app.rotina.report.SheetColumn;
import app.rotina.report.SheetGrid;
import app.rotina.report.SheetGrid.Cell;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A planning sheet as it would be with what was typed.
 *
 * @param cells the text of every cell that rests on the plan, by its id
 * @param problems what is wrong with a typed cell, by its field
 * @param problem why all of it together cannot be; absence: it can
 */
record PlanPreview(
        Map<String, String> cells, Map<String, String> problems, @Nullable String problem) {

    static PlanPreview of(SheetGrid grid, PlanFigures figures, Map<String, String> problems) {
        Writing writing = new Writing(grid.columns(), figures, new LinkedHashMap<>());
        grid.lines().forEach(line -> writing.put(line.date().toString(), line.cells()));
        writing.put(PlanGridView.TOTAL, grid.total());
        return new PlanPreview(writing.texts, problems, null);
    }

    static PlanPreview refused(String problem, Map<String, String> problems) {
        return new PlanPreview(Map.of(), problems, problem);
    }

    private record Writing(
            List<SheetColumn> columns, PlanFigures figures, Map<String, String> texts) {

        void put(String row, List<Cell> line) {
            for (int i = 0; i < columns.size(); i++) {
                SheetColumn column = columns.get(i);
                String id = column.metric() + ":" + row;
                texts.put(id, figures.text(column, line.get(i).plan()));
                texts.put(id + ":gap", figures.text(column, line.get(i).gap()));
            }
        }
    }
}
