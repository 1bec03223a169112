package app.rotina.routine;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.kernel.StoreKey;
import app.rotina.sources.CellRule;
import app.rotina.state.CellRules;
import app.rotina.warehouse.Quarantine.Waiting;
import app.rotina.warehouse.Uploads;
import app.rotina.warehouse.Uploads.Sender;
import app.rotina.warehouse.Warehouse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Keeps what a person says of a cell that could not be read, and goes by it for waiting rows. */
@Component
public final class CellTeaching {
    private final CellRules rules;
    private final Warehouse warehouse;
    private final Uploads uploads;

    CellTeaching(CellRules rules, Warehouse warehouse, Uploads uploads) {
        this.rules = rules;
        this.warehouse = warehouse;
        this.uploads = uploads;
    }

    /**
     * Keeps a rule and takes the rows in that wait for it, or gives them up; a text that cannot be
     * read either is refused, and nothing is kept.
     *
     * @return how many of them wait no longer
     */
    public int teach(Store store, StoreKey key, CellRule rule, String who) {
        List<Waiting> met = met(store, key, rule);
        rules.keep(store.id(), rule, who);
        if (rule.reads() == null) {
            met.forEach(row -> warehouse.quarantine().dismiss(store.id(), row.id()));
            return met.size();
        }
        if (met.isEmpty()) {
            return 0;
        }
        Map<Long, List<String>> rows = new LinkedHashMap<>();
        met.forEach(row -> rows.put(row.id(), row.cells()));
        uploads.mend(store, key, rows, new Sender(who, null, Map.of()));
        if (met(store, key, rule).stream().anyMatch(row -> rows.containsKey(row.id()))) {
            rules.remove(store.id(), rule);
            throw new RotinaException(Problem.CELL_STILL_UNREAD, rule.heading(), rule.reads());
        }
        return rows.size();
    }

    /** The rows that wait because of this cell. */
    private List<Waiting> met(Store store, StoreKey key, CellRule rule) {
        return warehouse.quarantine().waiting(store.id(), key).stream()
                .filter(row -> row.delivery().equals(rule.kind()))
                .filter(row -> CellRule.mends(row.reason()) && rule.heading().equals(row.column()))
                .filter(row -> CellRule.plain(row.value()).equals(CellRule.plain(rule.was())))
                .toList();
    }
}
