package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.api.ImportJob;
import app.rotina.api.ImportJobs;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.sources.Inspection;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import app.rotina.state.StoreProfiles;
import app.rotina.state.Stores;
import app.rotina.warehouse.Uploads.Sender;
import app.rotina.warehouse.Warehouse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Files on their way in: handed in, looked at, confirmed, watched, counted. */
@Controller
class ImportPage implements Page {
    private static final int LOGGED = 12;

    private final ImportJobs jobs;
    private final Warehouse warehouse;
    private final Audit audit;
    private final FirstLooks looks;
    private final FileKinds kinds;
    private final StoreProfiles profiles;
    private final Stores stores;

    ImportPage(
            ImportJobs jobs,
            Warehouse warehouse,
            Audit audit,
            FirstLooks looks,
            FileKinds kinds,
            StoreProfiles profiles,
            Stores stores) {
        this.jobs = jobs;
        this.warehouse = warehouse;
        this.audit = audit;
        this.looks = looks;
        this.kinds = kinds;
        this.profiles = profiles;
        this.stores = stores;
    }

    @Override
    public Entry entry() {
        return new Entry(Group.DATA, 10, "import", "/import", Role.MANAGER);
    }

    @GetMapping("/s/{store}/import")
    @Access(Role.MANAGER)
    ModelAndView start(Screen screen, Store store) {
        FileKinds.Names names = kinds.of(store, screen.words());
        return screen.show(
                "import",
                new ImportView.Start(
                        warehouse.quarantine().count(store.id()),
                        warehouse.log().latest(store.id(), LOGGED).stream()
                                .map(entry -> ImportView.logged(entry, names, screen))
                                .toList()));
    }

    /** Where an import stands: what was recognised, how far it is, or what it did. */
    @GetMapping("/s/{store}/import/{id}")
    @Access(Role.MANAGER)
    ModelAndView show(Screen screen, Store store, @PathVariable String id) {
        ImportJob job = jobs.of(store, id);
        return switch (job.state()) {
            case ImportJob.Receiving() -> screen.show("import_look", looks.at(job, screen));
            case ImportJob.Preparing running ->
                    screen.show("import_running", new ImportView.Running(id));
            case ImportJob.Running running ->
                    screen.show("import_running", new ImportView.Running(id));
            case ImportJob.Done(var report) ->
                    screen.show("import_result", ImportView.result(report, screen));
            case ImportJob.Failed failed ->
                    screen.show("import_result", ImportView.failed(failed, screen.words()));
        };
    }

    @PostMapping("/s/{store}/import/{id}/start")
    @Access(Role.MANAGER)
    String confirm(Screen screen, Caller caller, Store store, @PathVariable String id) {
        ImportJob job = jobs.of(store, id);
        start(caller, store, job, looks.at(job, screen));
        return "redirect:" + screen.address("/import/" + id);
    }

    /** Keeps what was answered about a table; asked to, keeps how it is read for good. */
    @PostMapping("/s/{store}/import/{id}/answers")
    @Access(Role.MANAGER)
    ModelAndView answer(
            Screen screen,
            Caller caller,
            Store store,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form) {
        ImportJob job = jobs.of(store, id);
        String table = String.valueOf(form.getFirst("table"));
        job.answer(table, AnswerForm.read(form, store.zone()));
        try {
            if (form.containsKey("save")) {
                save(screen, caller, store, job, table);
            }
        } catch (RotinaException e) {
            return screen.refuse("import_look", looks.at(job, screen), e);
        }
        return new ModelAndView("redirect:" + screen.address("/import/" + id));
    }

    /** The import goes on where this was the last file that nobody knew. */
    private void save(Screen screen, Caller caller, Store store, ImportJob job, String table) {
        Inspection look = looks.table(job, table, store);
        if (look.profile() == null) {
            throw new RotinaException(Problem.FILE_NOT_RECOGNISED, table);
        }
        String id = profiles.save(store.id(), table, look.profile(), caller.name()).id();
        audit.note(caller.name(), store.id(), "profile.save", id);
        job.answer(table, Map.of());
        ImportView.Look now = looks.at(job, screen);
        if (now.ready()) {
            start(caller, store, job, now);
        }
    }

    private void start(Caller caller, Store store, ImportJob job, ImportView.Look look) {
        jobs.start(store, job, new Sender(caller.name(), null, FirstLooks.said(job, look)));
        stores.markSample(store.id(), false);
        audit.note(caller.name(), store.id(), "import", "files " + job.uploads().size());
    }

    @PostMapping("/s/{store}/import/{id}/cancel")
    @Access(Role.MANAGER)
    String cancel(Screen screen, Store store, @PathVariable String id) {
        boolean gone = jobs.cancel(jobs.of(store, id));
        return "redirect:"
                + screen.address(gone ? "/import?done=import_cancelled" : "/import/" + id);
    }
}
