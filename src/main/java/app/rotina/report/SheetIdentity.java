package app.rotina.report;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.report.SheetLayout.Part;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * What the hidden sheet of a planning workbook says: whose sheet it is, of which month, and which
 * column holds the plan of which metric, with the label and decimals it was written with.
 */
record SheetIdentity(String store, YearMonth month, List<PlanColumn> plans) {
    static final String SHEET = "rotina";
    private static final String FORMAT = "rotina-planning-sheet";
    private static final String VERSION = "1";
    private static final int HEAD = 4;

    /** The column of a metric's plan; only entered ones are read back. */
    record PlanColumn(String metric, int column, String label, int decimals) {
        private List<String> line() {
            return List.of(metric, String.valueOf(column), label, String.valueOf(decimals));
        }

        private static PlanColumn of(List<String> line) {
            return new PlanColumn(
                    line.get(0),
                    Integer.parseInt(line.get(1)),
                    line.get(2),
                    Integer.parseInt(line.get(3)));
        }
    }

    static SheetIdentity of(SheetModel model) {
        List<PlanColumn> plans = new ArrayList<>();
        for (int metric = 0; metric < model.columns().size(); metric++) {
            SheetColumn column = model.columns().get(metric);
            if (column.isEntered()) {
                plans.add(
                        new PlanColumn(
                                column.metric(),
                                SheetLayout.column(metric, Part.PLAN),
                                SheetWriter.clean(column.label()),
                                model.decimals(column.unit())));
            }
        }
        return new SheetIdentity(model.store(), model.month(), plans);
    }

    List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("format", FORMAT));
        lines.add(List.of("version", VERSION));
        lines.add(List.of("store", store));
        lines.add(List.of("month", month.toString()));
        plans.forEach(plan -> lines.add(plan.line()));
        return lines;
    }

    static SheetIdentity parse(List<List<String>> lines) {
        boolean ours =
                lines.size() > HEAD
                        && lines.get(0).equals(List.of("format", FORMAT))
                        && lines.get(1).equals(List.of("version", VERSION));
        if (!ours) {
            throw new RotinaException(Problem.SHEET_NOT_OURS);
        }
        try {
            return new SheetIdentity(
                    lines.get(2).get(1),
                    YearMonth.parse(lines.get(3).get(1)),
                    lines.subList(HEAD, lines.size()).stream().map(PlanColumn::of).toList());
        } catch (DateTimeException | IndexOutOfBoundsException | NumberFormatException e) {
            throw new RotinaException(Problem.SHEET_NOT_OURS, e);
        }
    }
}
