package app.rotina.web;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.report.PlanProposal;
import app.rotina.state.Secrets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Planning sheets that came back and wait for a yes; the oldest goes when there are too many. */
@Component
class SheetDrafts {
    private static final int KEPT = 50;

    private final Map<String, Draft> drafts =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Draft> eldest) {
                    return size() > KEPT;
                }
            };

    /** What a sheet would change. */
    record Draft(String store, PlanProposal proposal) {}

    synchronized String keep(String store, PlanProposal proposal) {
        String id = Secrets.token();
        drafts.put(id, new Draft(store, proposal));
        return id;
    }

    synchronized Draft of(String store, String id) {
        Draft draft = drafts.get(id);
        if (draft == null || !draft.store().equals(store)) {
            throw new RotinaException(Problem.NOT_FOUND, id);
        }
        return draft;
    }

    synchronized void forget(String id) {
        drafts.remove(id);
    }
}
