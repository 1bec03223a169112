package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.report.PlanKey;
import app.rotina.report.PlanningSheet;
import app.rotina.report.PlanningSheets;
import app.rotina.report.SheetChange;
import app.rotina.report.SheetModel;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** The planning sheet as a workbook: out, and back in once its changes are confirmed. */
@Controller
class SheetPage {
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final PlanningSheets sheets;
    private final SheetDrafts drafts;
    private final Catalog catalog;
    private final Audit audit;
    private final Clock clock;

    SheetPage(
            PlanningSheets sheets, SheetDrafts drafts, Catalog catalog, Audit audit, Clock clock) {
        this.sheets = sheets;
        this.drafts = drafts;
        this.catalog = catalog;
        this.audit = audit;
        this.clock = clock;
    }

    /** A sheet that came back, before it is confirmed. */
    record View(String id, YearMonth month, String monthName, List<Line> lines) {}

    /** One figure it would change. */
    record Line(String day, String metric, Shown before, Shown after) {}

    /** What the sending of a sheet answers. */
    record Draft(String id) {}

    @GetMapping("/s/{store}/goals/sheet")
    @Access(Role.VIEWER)
    void download(Store store, @RequestParam YearMonth month, HttpServletResponse response)
            throws IOException {
        response.setContentType(XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("rotina-" + store.id() + "-" + month + ".xlsx")
                        .build()
                        .toString());
        PlanningSheet.write(model(store, month), response.getOutputStream());
    }

    @PutMapping("/s/{store}/goals/sheet")
    @Access(Role.MANAGER)
    @ResponseBody
    Draft upload(Store store, @RequestParam YearMonth month, HttpServletRequest request)
            throws IOException {
        List<SheetChange> changes =
                PlanningSheet.read(request.getInputStream()).against(model(store, month));
        return new Draft(drafts.keep(store.id(), month, changes));
    }

    @GetMapping("/s/{store}/goals/sheet/{id}")
    @Access(Role.MANAGER)
    ModelAndView look(Screen screen, Store store, @PathVariable String id) {
        SheetDrafts.Draft draft = drafts.of(store.id(), id);
        return screen.show(
                "sheet",
                new View(
                        id,
                        draft.month(),
                        screen.words().month(draft.month()),
                        draft.changes().stream().map(each -> line(screen, each)).toList()));
    }

    @PostMapping("/s/{store}/goals/sheet/{id}")
    @Access(Role.MANAGER)
    String confirm(Screen screen, Caller caller, Store store, @PathVariable String id) {
        SheetDrafts.Draft draft = drafts.of(store.id(), id);
        sheets.take(store, draft.month(), draft.changes(), caller.name());
        drafts.forget(id);
        audit.note(caller.name(), store.id(), "sheet", draft.month().toString());
        return "redirect:" + screen.address("/goals?done=sheet&month=" + draft.month());
    }

    private SheetModel model(Store store, YearMonth month) {
        LocalDate yesterday = LocalDate.ofInstant(clock.instant(), store.zone()).minusDays(1);
        return sheets.of(store, month, yesterday);
    }

    private Line line(Screen screen, SheetChange change) {
        PlanKey key = PlanKey.of(change.metric());
        Metric metric = catalog.of(key.metric());
        String label = metric.label(screen.words().texts());
        return new Line(
                screen.words().shortDay(change.date()),
                key.channel() == null
                        ? label
                        : screen.say(
                                "report.sheet.channel",
                                label,
                                screen.say("value.channel." + key.channel())),
                shown(screen, metric, change.before()),
                shown(screen, metric, change.after()));
    }

    private static Shown shown(Screen screen, Metric metric, @Nullable BigDecimal value) {
        return screen.figures()
                .value(
                        value == null ? MetricValue.missing("no_goal") : MetricValue.known(value),
                        metric.unit());
    }
}
