package app.rotina.sources.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A record as rows: first the record by itself, then one row for each element of its lists. What
 * stands within a list is there in that list's rows only, and in those of lists within it; all else
 * in every row.
 */
final class Exploded {
    private static final String BETWEEN = ", ";
    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?");

    private final List<JsonPath> lists;
    private final List<Cell> columns;
    private final @Nullable JsonNode[] lastStart;
    private final String[] lastText;
    private final CellKind[] lastKind;

    /** A column, and the list it stands within; absence: in none. */
    private record Cell(JsonPath path, @Nullable JsonPath list) {}

    Exploded(Layout.Records records) {
        this.lists = records.lists().stream().map(JsonPath::of).toList();
        this.columns = records.paths().stream().map(JsonPath::of).map(this::cell).toList();
        this.lastStart = new JsonNode[columns.size()];
        this.lastText = new String[columns.size()];
        this.lastKind = new CellKind[columns.size()];
    }

    private Cell cell(JsonPath path) {
        Optional<JsonPath> list =
                lists.stream()
                        .filter(path::isWithin)
                        .max((a, b) -> a.steps().size() - b.steps().size());
        return new Cell(path, list.orElse(null));
    }

    /** Gives each row's cells and their kinds. */
    void each(JsonNode record, BiConsumer<List<String>, List<CellKind>> rows) {
        give(record, null, List.of(), rows);
        for (JsonPath list : lists) {
            elements(record, list, new ArrayList<>(), rows);
        }
    }

    private void elements(
            JsonNode node,
            JsonPath list,
            List<JsonNode> above,
            BiConsumer<List<String>, List<CellKind>> rows) {
        JsonNode root = above.isEmpty() ? node : above.getFirst();
        if (node.isArray()) {
            for (JsonNode element : node) {
                List<JsonNode> within = new ArrayList<>(above);
                within.set(above.size() - 1, element);
                elements(element, list, within, rows);
            }
            return;
        }
        int step = Math.max(0, above.size() - 1);
        if (step == list.steps().size()) {
            give(root, list, above, rows);
            return;
        }
        JsonNode next = node.path(list.steps().get(step).name());
        if (!next.isMissingNode() && !next.isNull()) {
            List<JsonNode> deeper = new ArrayList<>(above.isEmpty() ? List.of(node) : above);
            deeper.add(next);
            elements(next, list, deeper, rows);
        }
    }

    /**
     * @param above the record, then what was chosen at each step of the list's path
     */
    private void give(
            JsonNode record,
            @Nullable JsonPath list,
            List<JsonNode> above,
            BiConsumer<List<String>, List<CellKind>> rows) {
        List<String> cells = new ArrayList<>(columns.size());
        List<CellKind> kinds = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            @Nullable JsonPath within = columns.get(i).list();
            if (within != null && (list == null || !list.isWithin(within))) {
                cells.add("");
                kinds.add(CellKind.TEXT);
                continue;
            }
            int shared = list == null ? 0 : columns.get(i).path().shared(list);
            find(i, shared == 0 ? record : above.get(shared), shared);
            cells.add(lastText[i]);
            kinds.add(lastKind[i]);
        }
        rows.accept(cells, kinds);
    }

    /** What many rows of a record have in common is looked for once. */
    @SuppressWarnings("ReferenceEquality") // the very same node; equal ones are not worth comparing
    private void find(int column, JsonNode start, int step) {
        if (lastStart[column] == start) {
            return;
        }
        JsonPath path = columns.get(column).path();
        List<JsonNode> found = path.of(start, step);
        @Nullable BigDecimal sum = path.isSum() ? sum(found) : null;
        lastStart[column] = start;
        lastText[column] = sum == null ? text(found) : sum.toPlainString();
        lastKind[column] =
                sum == null && found.size() != 1
                        ? CellKind.TEXT
                        : sum == null ? kind(found.getFirst()) : CellKind.EXACT;
    }

    /** Exact; null where there is nothing, or something that is no plain number. */
    private static @Nullable BigDecimal sum(List<JsonNode> found) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode one : found) {
            String text = text(one);
            if (!PLAIN.matcher(text).matches()) {
                return null;
            }
            sum = sum.add(new BigDecimal(text));
        }
        return found.isEmpty() ? null : sum;
    }

    private static String text(List<JsonNode> found) {
        if (found.size() == 1) {
            return text(found.getFirst());
        }
        return String.join(BETWEEN, found.stream().map(Exploded::text).distinct().toList());
    }

    /** What is neither a text nor a number is told as it stands, for a strict reader to refuse. */
    private static String text(JsonNode node) {
        if (node.isNumber()) {
            var number = node.decimalValue();
            boolean plain = Math.abs((long) number.scale()) < Limits.MESSAGE_DEPTH;
            return plain ? number.toPlainString() : number.toString();
        }
        if (node.isValueNode()) {
            return node.asString();
        }
        String json = node.toString();
        return json.length() <= Limits.FAULT_CHARS ? json : json.substring(0, Limits.FAULT_CHARS);
    }

    private static CellKind kind(JsonNode node) {
        if (node.isNumber()) {
            return CellKind.EXACT;
        }
        return node.isBoolean() ? CellKind.BOOLEAN : CellKind.TEXT;
    }
}
