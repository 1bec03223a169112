package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.kernel.Store;
import app.rotina.report.Report;
import app.rotina.report.ReportKind;
import app.rotina.report.ReportWriting;
import app.rotina.report.Reports;
import app.rotina.state.Role;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The reports of a store: to read here, to print, to calculate with, to send. */
@Controller
class ReportsPage implements Page {
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Reports reports;
    private final ReportWriting writing;
    private final Clock clock;

    ReportsPage(Reports reports, ReportWriting writing, Clock clock) {
        this.reports = reports;
        this.writing = writing;
        this.clock = clock;
    }

    /**
     * Which report.
     *
     * @param kind absence: the daily one
     * @param date any day of its period; absence: the last one that is over
     */
    record Asked(@Nullable String kind, @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate date) {
        ReportKind which() {
            return kind == null ? ReportKind.DAILY : ReportKind.of(kind);
        }
    }

    @Override
    public Entry entry() {
        return new Entry(Group.CLOSER, 50, "reports", "/reports", Role.VIEWER);
    }

    @GetMapping("/s/{store}/reports")
    @Access(Role.VIEWER)
    ModelAndView show(Screen screen, Store store, Asked asked) {
        Report report = report(store, asked);
        LocalDate today = LocalDate.ofInstant(clock.instant(), store.zone());
        return screen.show(
                "reports",
                ReportsView.of(
                        report,
                        writing.paper(report, screen.words().locale()),
                        writing.text(report, screen.words().locale()),
                        today));
    }

    @GetMapping("/s/{store}/reports/pdf")
    @Access(Role.VIEWER)
    ResponseEntity<byte[]> pdf(Screen screen, Store store, Asked asked) {
        Report report = report(store, asked);
        byte[] file = writing.pdf(report, screen.words().locale());
        return file(file, MediaType.APPLICATION_PDF_VALUE, report.fileName("pdf"));
    }

    @GetMapping("/s/{store}/reports/xlsx")
    @Access(Role.VIEWER)
    ResponseEntity<byte[]> xlsx(Screen screen, Store store, Asked asked) {
        Report report = report(store, asked);
        byte[] file = writing.workbook(report, screen.words().locale());
        return file(file, XLSX, report.fileName("xlsx"));
    }

    /** What the button for sharing sends. */
    @GetMapping("/s/{store}/reports/text")
    @Access(Role.VIEWER)
    ResponseEntity<byte[]> text(Screen screen, Store store, Asked asked) {
        Report report = report(store, asked);
        String text = writing.text(report, screen.words().locale());
        return file(
                text.getBytes(StandardCharsets.UTF_8),
                "text/plain;charset=UTF-8",
                report.fileName("txt"));
    }

    private Report report(Store store, Asked asked) {
        return reports.of(store, reports.period(store, asked.which(), asked.date()));
    }

    private static ResponseEntity<byte[]> file(byte[] content, String type, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
