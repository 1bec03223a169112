package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.report.PlanKey;
import app.rotina.report.PlanTaking;
import app.rotina.report.PlanningSheet;
import app.rotina.report.PlanningSheets;
import app.rotina.report.SheetChange;
import app.rotina.report.SheetModel;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import app.rotina.warehouse.Warehouse;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The planning sheet: it goes out as a workbook, and comes back edited. */
@RestController
@RequestMapping("/api/stores/{store}/sheets/{month}")
class SheetsApi {
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final PlanningSheets sheets;
    private final PlanTaking taking;
    private final Warehouse warehouse;
    private final Catalog catalog;
    private final Audit audit;
    private final Clock clock;

    SheetsApi(
            PlanningSheets sheets,
            PlanTaking taking,
            Warehouse warehouse,
            Catalog catalog,
            Audit audit,
            Clock clock) {
        this.sheets = sheets;
        this.taking = taking;
        this.warehouse = warehouse;
        this.catalog = catalog;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What a returned sheet changes in the plan.
     *
     * @param applied false: it was only looked at
     */
    record SheetCard(List<ChangeCard> changes, boolean applied) {}

    /**
     * One day's plan of one metric.
     *
     * @param channel absence: the whole store
     * @param before null: there was none
     */
    record ChangeCard(
            LocalDate date,
            String metric,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String channel,
            @Nullable Object before,
            @Nullable Object after) {}

    @GetMapping
    @Access(Role.VIEWER)
    @Download(XLSX)
    ResponseEntity<byte[]> write(Store store, @PathVariable YearMonth month) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        PlanningSheet.write(current(store, month), file);
        String name = store.id() + "-" + month + ".xlsx";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(XLSX))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(file.toByteArray());
    }

    /** What the sheet would change; nothing is changed yet. */
    @PostMapping("/changes")
    @Access(Role.VIEWER)
    SheetCard compare(Store store, @PathVariable YearMonth month, InputStream workbook)
            throws IOException {
        return card(store, changes(store, month, workbook), false);
    }

    /** Makes the sheet the plan. */
    @PutMapping
    @Access(Role.MANAGER)
    SheetCard take(Caller caller, Store store, @PathVariable YearMonth month, InputStream workbook)
            throws IOException {
        List<SheetChange> changes = changes(store, month, workbook);
        if (!changes.isEmpty()) {
            taking.take(store, taking.propose(store, month, changes), caller.name());
            audit.note(caller.name(), store.id(), "sheet", month + " changes " + changes.size());
        }
        return card(store, changes, true);
    }

    private List<SheetChange> changes(Store store, YearMonth month, InputStream workbook)
            throws IOException {
        return PlanningSheet.read(workbook).against(current(store, month));
    }

    private SheetModel current(Store store, YearMonth month) {
        LocalDate yesterday = LocalDate.ofInstant(clock.instant(), store.zone()).minusDays(1);
        return sheets.of(store, month, warehouse.dataThrough(store.id()).orElse(yesterday));
    }

    private SheetCard card(Store store, List<SheetChange> changes, boolean applied) {
        Figures figures = new Figures(catalog, store.currency());
        return new SheetCard(
                changes.stream().map(change -> card(change, figures)).toList(), applied);
    }

    private static ChangeCard card(SheetChange change, Figures figures) {
        PlanKey key = PlanKey.of(change.metric());
        return new ChangeCard(
                change.date(),
                key.metric(),
                key.channel(),
                figures.of(key.metric(), value(change.before())),
                figures.of(key.metric(), value(change.after())));
    }

    private static MetricValue value(@Nullable BigDecimal value) {
        return value == null ? MetricValue.missing("no_goal") : MetricValue.known(value);
    }
}
