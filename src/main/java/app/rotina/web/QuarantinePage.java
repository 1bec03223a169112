package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.sources.RejectedRow;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import app.rotina.state.Vault;
import app.rotina.warehouse.ImportReport;
import app.rotina.warehouse.Quarantine.Waiting;
import app.rotina.warehouse.Uploads;
import app.rotina.warehouse.Uploads.Sender;
import app.rotina.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The rows that could not be taken in: each with its reason, to be mended or given up. */
@Controller
class QuarantinePage {
    private static final int SHOWN = 25;

    private final Warehouse warehouse;
    private final Uploads uploads;
    private final Vault vault;
    private final Audit audit;
    private final FileKinds kinds;

    QuarantinePage(
            Warehouse warehouse, Uploads uploads, Vault vault, Audit audit, FileKinds kinds) {
        this.warehouse = warehouse;
        this.uploads = uploads;
        this.vault = vault;
        this.audit = audit;
        this.kinds = kinds;
    }

    /**
     * @param count how many rows wait, of which some are shown
     */
    record View(int count, List<Row> rows) {}

    /** A row that waits, with what is wrong and how to mend it. */
    record Row(
            long id,
            String file,
            String kind,
            long line,
            String reason,
            @Nullable String value,
            List<Cell> cells) {}

    /** A cell of it; the one at fault is marked. */
    record Cell(String column, String value, boolean atFault) {}

    @GetMapping("/s/{store}/quarantine")
    @Access(Role.MANAGER)
    ModelAndView show(Screen screen, Store store) {
        return screen.show("quarantine", view(screen, store));
    }

    @PostMapping("/s/{store}/quarantine/{id}")
    @Access(Role.MANAGER)
    ModelAndView mend(
            Screen screen,
            Caller caller,
            Store store,
            @PathVariable long id,
            @RequestParam("cell") List<String> cells) {
        try {
            ImportReport report =
                    uploads.mend(
                            store,
                            vault.key(store.id()),
                            Map.of(id, cells),
                            new Sender(caller.name(), null, Map.of()));
            audit.note(caller.name(), store.id(), "quarantine.mend", String.valueOf(id));
            String done = report.quarantined() > 0 ? "still_waiting" : "mended";
            return new ModelAndView("redirect:" + screen.address("/quarantine?done=" + done));
        } catch (RotinaException e) {
            return screen.refuse("quarantine", view(screen, store), e);
        }
    }

    @PostMapping("/s/{store}/quarantine/{id}/dismissal")
    @Access(Role.MANAGER)
    String dismiss(Screen screen, Caller caller, Store store, @PathVariable long id) {
        warehouse.quarantine().dismiss(store.id(), id);
        audit.note(caller.name(), store.id(), "quarantine.dismiss", String.valueOf(id));
        return "redirect:" + screen.address("/quarantine?done=dismissed");
    }

    private View view(Screen screen, Store store) {
        List<Waiting> waiting = warehouse.quarantine().waiting(store.id(), vault.key(store.id()));
        FileKinds.Names names = kinds.of(store, screen.words());
        return new View(
                waiting.size(),
                waiting.stream().limit(SHOWN).map(row -> row(row, names, screen.words())).toList());
    }

    private static Row row(Waiting row, FileKinds.Names kinds, Words words) {
        return new Row(
                row.id(),
                row.file(),
                kinds.of(row.delivery()),
                row.line(),
                words.say(RejectedRow.textKey(row.reason()), row.arguments().toArray()),
                row.value(),
                cells(row));
    }

    /** A row with a cell too many or too few keeps all it has. */
    private static List<Cell> cells(Waiting row) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < Math.max(row.header().size(), row.cells().size()); i++) {
            String column = i < row.header().size() ? row.header().get(i) : "";
            String value = i < row.cells().size() ? row.cells().get(i) : "";
            cells.add(new Cell(column, value, Objects.equals(column, row.column())));
        }
        return cells;
    }
}
