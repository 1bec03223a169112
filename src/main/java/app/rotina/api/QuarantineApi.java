package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.kernel.StoreKey;
import app.rotina.kernel.Texts;
import app.rotina.report.MendingList;
import app.rotina.sources.RejectedRow;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import app.rotina.state.Vault;
import app.rotina.warehouse.ImportReport;
import app.rotina.warehouse.Quarantine;
import app.rotina.warehouse.Quarantine.Waiting;
import app.rotina.warehouse.Uploads;
import app.rotina.warehouse.Uploads.Sender;
import app.rotina.warehouse.Warehouse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The rows that wait to be mended: shown, taken out as lists, taken in again, or given up. */
@RestController
@RequestMapping("/api/stores/{store}/quarantine")
class QuarantineApi {
    private static final int MOST_BYTES = 64_000_000;
    private static final String CSV = "text/csv";

    private final Quarantine quarantine;
    private final Uploads uploads;
    private final Vault vault;
    private final Audit audit;

    QuarantineApi(Warehouse warehouse, Uploads uploads, Vault vault, Audit audit) {
        this.quarantine = warehouse.quarantine();
        this.uploads = uploads;
        this.vault = vault;
        this.audit = audit;
    }

    /** A waiting row; {@code reason} is a sentence in the language asked for. */
    record WaitingCard(
            long id,
            String file,
            String delivery,
            long record,
            long line,
            @Nullable String column,
            @Nullable String value,
            String reason,
            List<String> cells) {}

    /** The waiting rows of one kind of file, which mend together. */
    record ListCard(String id, String delivery, long rows) {}

    @GetMapping
    @Access(Role.MANAGER)
    List<WaitingCard> waiting(Store store, Locale locale) {
        return cards(rows(store), locale);
    }

    /** The rows that were given up. */
    @GetMapping("/dismissed")
    @Access(Role.MANAGER)
    List<WaitingCard> dismissed(Store store, Locale locale) {
        return cards(quarantine.dismissed(store.id(), vault.key(store.id())), locale);
    }

    private static List<WaitingCard> cards(List<Waiting> rows, Locale locale) {
        return rows.stream().map(row -> card(row, Texts.of(locale))).toList();
    }

    @DeleteMapping("/{id}")
    @Access(Role.MANAGER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(Caller caller, Store store, @PathVariable long id) {
        quarantine.dismiss(store.id(), id);
        audit.note(caller.name(), store.id(), "quarantine.dismiss", String.valueOf(id));
    }

    /** Has a row that was given up wait again. */
    @PostMapping("/{id}/restoration")
    @Access(Role.MANAGER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restore(Caller caller, Store store, @PathVariable long id) {
        quarantine.restore(store.id(), id);
        audit.note(caller.name(), store.id(), "quarantine.restore", String.valueOf(id));
    }

    @GetMapping("/lists")
    @Access(Role.MANAGER)
    List<ListCard> lists(Store store) {
        return MendingList.of(rows(store)).stream()
                .map(list -> new ListCard(list.id(), list.delivery(), list.rows().size()))
                .toList();
    }

    @GetMapping("/lists/{list}")
    @Access(Role.MANAGER)
    @Download(CSV)
    ResponseEntity<byte[]> write(Store store, @PathVariable String list) {
        MendingList wanted =
                MendingList.of(rows(store)).stream()
                        .filter(one -> one.id().equals(list))
                        .findFirst()
                        .orElseThrow(() -> new RotinaException(Problem.NOT_FOUND, list));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        wanted.write(file, store.locale());
        String name = store.id() + "-" + list + ".csv";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(CSV + ";charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(file.toByteArray());
    }

    /** Takes a list's rows in again as they stand now; those still at fault wait anew. */
    @PostMapping("/mended")
    @Access(Role.MANAGER)
    ReportCard mend(
            Caller caller, Store store, @RequestParam String name, InputStream list, Locale locale)
            throws IOException {
        byte[] file = list.readNBytes(MOST_BYTES + 1);
        if (file.length > MOST_BYTES) {
            throw new RotinaException(Problem.MENDING_NOT_OURS, name);
        }
        Map<Long, List<String>> mended = MendingList.read(file, name, store.locale(), rows(store));
        StoreKey key = vault.key(store.id());
        Sender sender = new Sender(caller.name(), null, Map.of());
        ImportReport report = uploads.mend(store, key, mended, sender);
        audit.note(caller.name(), store.id(), "quarantine.mend", "rows " + mended.size());
        return ReportCard.of(report, Texts.of(locale));
    }

    private List<Waiting> rows(Store store) {
        return quarantine.waiting(store.id(), vault.key(store.id()));
    }

    private static WaitingCard card(Waiting row, Texts texts) {
        return new WaitingCard(
                row.id(),
                row.file(),
                row.delivery(),
                row.record(),
                row.line(),
                row.column(),
                row.value(),
                texts.say(RejectedRow.textKey(row.reason()), row.arguments().toArray()),
                row.cells());
    }
}
