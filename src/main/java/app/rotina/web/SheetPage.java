package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.report.PlanProposal;
import app.rotina.report.PlanTaking;
import app.rotina.report.PlanningSheet;
import app.rotina.report.PlanningSheets;
import app.rotina.report.SheetChange;
import app.rotina.report.SheetModel;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
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
    private final PlanTaking taking;
    private final SheetDrafts drafts;
    private final Catalog catalog;
    private final Audit audit;
    private final Clock clock;

    SheetPage(
            PlanningSheets sheets,
            PlanTaking taking,
            SheetDrafts drafts,
            Catalog catalog,
            Audit audit,
            Clock clock) {
        this.sheets = sheets;
        this.taking = taking;
        this.drafts = drafts;
        this.catalog = catalog;
        this.audit = audit;
        this.clock = clock;
    }

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
        return new Draft(drafts.keep(store.id(), taking.propose(store, month, changes)));
    }

    @GetMapping("/s/{store}/goals/sheet/{id}")
    @Access(Role.MANAGER)
    ModelAndView look(Screen screen, Store store, @PathVariable String id) {
        PlanProposal proposal = drafts.of(store.id(), id).proposal();
        return screen.show("sheet", PlanReview.of(id, proposal, catalog, screen));
    }

    @PostMapping("/s/{store}/goals/sheet/{id}")
    @Access(Role.MANAGER)
    ModelAndView confirm(Screen screen, Caller caller, Store store, @PathVariable String id) {
        PlanProposal proposal = drafts.of(store.id(), id).proposal();
        try {
            taking.take(store, proposal, caller.name());
        } catch (RotinaException e) {
            return screen.refuse("sheet", PlanReview.of(id, proposal, catalog, screen), e);
        }
        drafts.forget(id);
        audit.note(caller.name(), store.id(), "sheet", proposal.month().toString());
        return new ModelAndView(
                "redirect:" + screen.address("/sheet/" + proposal.month() + "?done=sheet"));
    }

    private SheetModel model(Store store, YearMonth month) {
        LocalDate yesterday = LocalDate.ofInstant(clock.instant(), store.zone()).minusDays(1);
        return sheets.of(store, month, yesterday);
    }
}
