package app.rotina.web;

import app.rotina.api.ImportJob;
import app.rotina.kernel.DataFolder;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.sources.Inspection;
import app.rotina.sources.Inspector;
import app.rotina.sources.ReadingContext;
import app.rotina.state.StoreProfiles;
import app.rotina.state.Vault;
import app.rotina.warehouse.Uploads.Upload;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Looks at the files of an import before it is confirmed, by what was answered so far. */
@Component
final class FirstLooks {
    private final Vault vault;
    private final StoreProfiles profiles;
    private final FileKinds kinds;
    private final DataFolder folder;
    private final Clock clock;

    FirstLooks(
            Vault vault, StoreProfiles profiles, FileKinds kinds, DataFolder folder, Clock clock) {
        this.vault = vault;
        this.profiles = profiles;
        this.kinds = kinds;
        this.folder = folder;
        this.clock = clock;
    }

    ImportView.Look at(ImportJob job, Screen screen) {
        List<ImportView.Table> tables =
                job.uploads().stream().flatMap(upload -> tables(job, upload, screen)).toList();
        boolean ready = !tables.isEmpty() && tables.stream().allMatch(ImportView.Table::ready);
        return new ImportView.Look(job.id(), ready, tables);
    }

    /** One table of the import, by its name. */
    Inspection table(ImportJob job, String name, Store store) {
        return job.uploads().stream()
                .flatMap(upload -> inspections(job, upload, store))
                .filter(look -> look.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RotinaException(Problem.NOT_FOUND, name));
    }

    private Stream<ImportView.Table> tables(ImportJob job, Upload upload, Screen screen) {
        FileKinds.Names names = kinds.of(screen.store(), screen.words());
        try {
            return inspections(job, upload, screen.store())
                    .map(look -> ImportView.table(look, job.answers(look.name()), names, screen));
        } catch (RotinaException e) {
            return Stream.of(ImportView.refused(upload.name(), e, screen.words()));
        }
    }

    /** An archive's tables each have answers of their own. */
    private Stream<Inspection> inspections(ImportJob job, Upload upload, Store store) {
        ReadingContext context =
                ReadingContext.of(store, vault.key(store.id()).tokenSecret(), folder.spool(), clock)
                        .knowing(profiles.taught(store.id()));
        return Inspector.inspect(upload.file(), upload.name(), context, job::answers).stream();
    }

    /** What was answered about files that are known, for their import. */
    static Map<String, String> said(ImportJob job, ImportView.Look look) {
        return look.tables().stream()
                .flatMap(table -> job.answers(table.name()).entrySet().stream())
                .filter(one -> one.getKey().equals("dates") || one.getKey().equals("numbers"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a));
    }
}
