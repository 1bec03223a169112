package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.api.ImportJob;
import app.rotina.api.ImportJobs;
import app.rotina.kernel.DataFolder;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.sources.Inspector;
import app.rotina.sources.ReadingContext;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import app.rotina.state.Vault;
import app.rotina.warehouse.Uploads.Sender;
import app.rotina.warehouse.Uploads.Upload;
import app.rotina.warehouse.Warehouse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Files on their way in: handed in, looked at, confirmed, watched, counted. */
@Controller
class ImportPage implements Page {
    private static final int LOGGED = 12;

    private final ImportJobs jobs;
    private final Warehouse warehouse;
    private final Vault vault;
    private final Audit audit;
    private final DataFolder folder;
    private final Clock clock;

    ImportPage(
            ImportJobs jobs,
            Warehouse warehouse,
            Vault vault,
            Audit audit,
            DataFolder folder,
            Clock clock) {
        this.jobs = jobs;
        this.warehouse = warehouse;
        this.vault = vault;
        this.audit = audit;
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public Entry entry() {
        return new Entry(30, "import", "/import", Role.MANAGER);
    }

    @GetMapping("/s/{store}/import")
    @Access(Role.MANAGER)
    ModelAndView start(Screen screen, Store store) {
        return screen.show(
                "import",
                new ImportView.Start(
                        warehouse.quarantine().count(store.id()),
                        warehouse.log().latest(store.id(), LOGGED).stream()
                                .map(entry -> ImportView.logged(entry, screen))
                                .toList()));
    }

    /** Where an import stands: what was recognised, how far it is, or what it did. */
    @GetMapping("/s/{store}/import/{id}")
    @Access(Role.MANAGER)
    ModelAndView show(Screen screen, Store store, @PathVariable String id) {
        ImportJob job = jobs.of(store, id);
        return switch (job.state()) {
            case ImportJob.Receiving() -> screen.show("import_look", look(screen, store, job));
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
        jobs.start(store, job, new Sender(caller.name(), null, Map.of()));
        audit.note(caller.name(), store.id(), "import", "files " + job.uploads().size());
        return "redirect:" + screen.address("/import/" + id);
    }

    @PostMapping("/s/{store}/import/{id}/cancel")
    @Access(Role.MANAGER)
    String cancel(Screen screen, Store store, @PathVariable String id) {
        jobs.cancel(jobs.of(store, id));
        return "redirect:" + screen.address("/import?done=import_cancelled");
    }

    private ImportView.Look look(Screen screen, Store store, ImportJob job) {
        List<ImportView.Table> tables =
                job.uploads().stream()
                        .flatMap(upload -> tables(upload, store, screen.words()))
                        .toList();
        boolean ready =
                !tables.isEmpty() && tables.stream().allMatch(table -> table.problem() == null);
        return new ImportView.Look(job.id(), ready, tables);
    }

    private Stream<ImportView.Table> tables(Upload upload, Store store, Words words) {
        ReadingContext context =
                ReadingContext.of(
                        store, vault.key(store.id()).tokenSecret(), folder.spool(), clock);
        try {
            return Inspector.inspect(upload.file(), upload.name(), context).stream()
                    .map(each -> ImportView.table(each, words));
        } catch (RotinaException e) {
            return Stream.of(ImportView.refused(upload.name(), e, words));
        }
    }
}
