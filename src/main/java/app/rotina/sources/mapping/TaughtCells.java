package app.rotina.sources.mapping;

import app.rotina.sources.CellRule;
import app.rotina.sources.grammar.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cells of one file that are read as a person said. */
final class TaughtCells {
    private final List<Map<String, CellRule>> byCell;

    TaughtCells(List<String> header, List<CellRule> rules) {
        byCell = header.stream().map(heading -> of(heading, rules)).toList();
    }

    private static Map<String, CellRule> of(String heading, List<CellRule> rules) {
        Map<String, CellRule> own = new HashMap<>();
        rules.stream()
                .filter(rule -> HeaderName.plain(rule.heading()).equals(HeaderName.plain(heading)))
                .forEach(rule -> own.put(CellRule.plain(rule.was()), rule));
        return Map.copyOf(own);
    }

    /**
     * What the cell is read as; absence: as it stands.
     *
     * @throws Refused where its row is left out
     */
    @Nullable String reads(int cell, String raw) {
        if (cell >= byCell.size() || byCell.get(cell).isEmpty()) {
            return null;
        }
        @Nullable CellRule rule = byCell.get(cell).get(CellRule.plain(raw));
        if (rule == null) {
            return null;
        }
        @Nullable String reads = rule.reads();
        if (reads == null) {
            throw new Refused(CellRule.LEFT_OUT);
        }
        return reads;
    }
}
