package app.rotina.web;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.routine.CellTeaching;
import app.rotina.sources.CellRule;
import app.rotina.sources.Profile;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import app.rotina.state.StoreProfiles;
import app.rotina.state.Vault;
import app.rotina.warehouse.ImportReport;
import app.rotina.warehouse.Quarantine.Waiting;
import app.rotina.warehouse.Uploads;
import app.rotina.warehouse.Uploads.Sender;
import app.rotina.warehouse.Warehouse;
import java.util.Collection;
import java.util.LinkedHashMap;
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
    private static final int MOST_NAMED = 20;

    private final Warehouse warehouse;
    private final Uploads uploads;
    private final Vault vault;
    private final Audit audit;
    private final FileKinds kinds;
    private final StoreProfiles profiles;
    private final CellTeaching teaching;

    QuarantinePage(
            CellTeaching teaching,
            Warehouse warehouse,
            Uploads uploads,
            Vault vault,
            Audit audit,
            FileKinds kinds,
            StoreProfiles profiles) {
        this.teaching = teaching;
        this.warehouse = warehouse;
        this.uploads = uploads;
        this.vault = vault;
        this.audit = audit;
        this.kinds = kinds;
        this.profiles = profiles;
    }

    @GetMapping("/s/{store}/quarantine")
    @Access(Role.MANAGER)
    ModelAndView show(Screen screen, Store store) {
        return screen.show("quarantine", view(screen, store));
    }

    /** The rows that were given up. */
    @GetMapping("/s/{store}/quarantine/dismissed")
    @Access(Role.MANAGER)
    ModelAndView dismissed(Screen screen, Store store) {
        return screen.show("quarantine_dismissed", view(screen, store, givenUp(store), 0));
    }

    @PostMapping("/s/{store}/quarantine/{id}")
    @Access(Role.MANAGER)
    ModelAndView mend(
            Screen screen,
            Caller caller,
            Store store,
            @PathVariable long id,
            @RequestParam("cell") List<String> cells) {
        return take(screen, caller, Map.of(id, cells));
    }

    /** Every row with the same fault as this one, with another value in that cell. */
    @PostMapping("/s/{store}/quarantine/{id}/alike")
    @Access(Role.MANAGER)
    ModelAndView mendAlike(
            Screen screen,
            Caller caller,
            Store store,
            @PathVariable long id,
            @RequestParam String value,
            @RequestParam(defaultValue = "false") boolean always) {
        if (always) {
            return teach(screen, caller, id, value);
        }
        Map<Long, List<String>> mended = new LinkedHashMap<>();
        alike(store, id).forEach(row -> mended.put(row.id(), QuarantineView.with(row, value)));
        return take(screen, caller, mended);
    }

    /** As {@link #mendAlike}, for later files, too; nothing to read: such rows are left out. */
    private ModelAndView teach(Screen screen, Caller caller, long id, @Nullable String value) {
        Store store = screen.store();
        Waiting row = alike(store, id).getFirst();
        if (row.column() == null || !CellRule.mends(row.reason())) {
            throw new RotinaException(Problem.NOT_WAITING, String.valueOf(id));
        }
        CellRule rule =
                new CellRule(
                        row.delivery(),
                        row.column(),
                        Objects.requireNonNullElse(row.value(), ""),
                        value);
        try {
            teaching.teach(store, vault.key(store.id()), rule, caller.name());
            audit.note(caller.name(), store.id(), "rule.keep", rule.kind() + " " + rule.heading());
            return new ModelAndView("redirect:" + screen.address("/quarantine?done=rule"));
        } catch (RotinaException e) {
            return screen.refuse("quarantine", view(screen, store), e);
        }
    }

    private List<Waiting> alike(Store store, long id) {
        return alike(waiting(store), id, Problem.NOT_WAITING);
    }

    private static List<Waiting> alike(List<Waiting> rows, long id, Problem none) {
        List<Waiting> alike = QuarantineView.alike(rows, id);
        if (alike.isEmpty()) {
            throw new RotinaException(none, String.valueOf(id));
        }
        return alike;
    }

    private ModelAndView take(Screen screen, Caller caller, Map<Long, List<String>> mended) {
        Store store = screen.store();
        try {
            ImportReport report =
                    uploads.mend(
                            store,
                            vault.key(store.id()),
                            mended,
                            new Sender(caller.name(), null, Map.of()));
            audit.note(caller.name(), store.id(), "quarantine.mend", ids(mended.keySet()));
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
        return "redirect:" + screen.address(undoable(String.valueOf(id)));
    }

    @PostMapping("/s/{store}/quarantine/{id}/restoration")
    @Access(Role.MANAGER)
    String restore(Screen screen, Caller caller, Store store, @PathVariable long id) {
        warehouse.quarantine().restore(store.id(), id);
        audit.note(caller.name(), store.id(), "quarantine.restore", String.valueOf(id));
        return "redirect:" + screen.address("/quarantine?done=row_restored");
    }

    private static String undoable(String what) {
        return "/quarantine?done=dismissed&undo=/quarantine/" + what + "/restoration";
    }

    @PostMapping("/s/{store}/quarantine/{id}/alike/dismissal")
    @Access(Role.MANAGER)
    ModelAndView dismissAlike(
            Screen screen,
            Caller caller,
            Store store,
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean always) {
        if (always) {
            return teach(screen, caller, id, null);
        }
        List<Long> ids = alike(store, id).stream().map(Waiting::id).toList();
        long batch = warehouse.quarantine().dismiss(store.id(), ids);
        audit.note(caller.name(), store.id(), "quarantine.dismiss", ids(ids));
        return new ModelAndView("redirect:" + screen.address(undoable("dismissals/" + batch)));
    }

    /** The rows that were given up together, and no other with the same fault. */
    @PostMapping("/s/{store}/quarantine/dismissals/{batch}/restoration")
    @Access(Role.MANAGER)
    String restoreTogether(Screen screen, Caller caller, Store store, @PathVariable long batch) {
        List<Long> ids = warehouse.quarantine().restoreTogether(store.id(), batch);
        audit.note(caller.name(), store.id(), "quarantine.restore", ids(ids));
        return "redirect:" + screen.address("/quarantine?done=row_restored");
    }

    /** Every row that was given up with the same fault as this one. */
    @PostMapping("/s/{store}/quarantine/{id}/alike/restoration")
    @Access(Role.MANAGER)
    String restoreAlike(Screen screen, Caller caller, Store store, @PathVariable long id) {
        List<Long> ids =
                alike(givenUp(store), id, Problem.NOT_GIVEN_UP).stream().map(Waiting::id).toList();
        ids.forEach(each -> warehouse.quarantine().restore(store.id(), each));
        audit.note(caller.name(), store.id(), "quarantine.restore", ids(ids));
        return "redirect:" + screen.address("/quarantine?done=row_restored");
    }

    /** As the audit names them: the first few. */
    private static String ids(Collection<Long> ids) {
        return ids.stream().limit(MOST_NAMED).map(String::valueOf).collect(joining(", "));
    }

    private QuarantineView view(Screen screen, Store store) {
        long dismissed = warehouse.quarantine().countDismissed(store.id());
        return view(screen, store, waiting(store), dismissed);
    }

    private QuarantineView view(Screen screen, Store store, List<Waiting> rows, long dismissed) {
        return QuarantineView.of(
                rows,
                dismissed,
                kinds.of(store, screen.words()),
                profiles.of(store.id()).stream().map(Profile::id).collect(toSet()),
                screen.words());
    }

    private List<Waiting> waiting(Store store) {
        return warehouse.quarantine().waiting(store.id(), vault.key(store.id()));
    }

    private List<Waiting> givenUp(Store store) {
        return warehouse.quarantine().dismissed(store.id(), vault.key(store.id()));
    }
}
