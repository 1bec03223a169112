package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.report.Report;
import app.rotina.report.ReportKind;
import app.rotina.report.ReportWriting;
import app.rotina.report.Reports;
import app.rotina.state.Role;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reports of a store: daily, weekly, fortnightly, monthly; as figures, PDF, workbook and text. */
@RestController
@RequestMapping("/api/stores/{store}/reports/{kind}")
class ReportsApi {
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Reports reports;
    private final ReportWriting writing;
    private final Catalog catalog;

    ReportsApi(Reports reports, ReportWriting writing, Catalog catalog) {
        this.reports = reports;
        this.writing = writing;
        this.catalog = catalog;
    }

    /**
     * Which report.
     *
     * @param date any day of it; absence: the last period that is over
     * @param lang its language; absence: the store's
     */
    record Asking(@Nullable LocalDate date, @Nullable String lang) {
        Locale locale(Store store) {
            return lang == null ? store.locale() : Locale.forLanguageTag(lang);
        }
    }

    @GetMapping
    @Access(Role.VIEWER)
    ReportDocument show(Store store, @PathVariable String kind, Asking asking) {
        return ReportDocument.of(report(store, kind, asking), catalog);
    }

    @GetMapping("/pdf")
    @Access(Role.VIEWER)
    @Download(MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> pdf(Store store, @PathVariable String kind, Asking asking) {
        Report report = report(store, kind, asking);
        byte[] file = writing.pdf(report, asking.locale(store));
        return file(file, MediaType.APPLICATION_PDF_VALUE, report.fileName("pdf"));
    }

    @GetMapping("/xlsx")
    @Access(Role.VIEWER)
    @Download(XLSX)
    ResponseEntity<byte[]> xlsx(Store store, @PathVariable String kind, Asking asking) {
        Report report = report(store, kind, asking);
        return file(writing.workbook(report, asking.locale(store)), XLSX, report.fileName("xlsx"));
    }

    /** A few short lines to paste in a group. */
    @GetMapping("/text")
    @Access(Role.VIEWER)
    @Download("text/plain;charset=UTF-8")
    ResponseEntity<byte[]> text(Store store, @PathVariable String kind, Asking asking) {
        Report report = report(store, kind, asking);
        byte[] text = writing.text(report, asking.locale(store)).getBytes(StandardCharsets.UTF_8);
        return file(text, "text/plain;charset=UTF-8", report.fileName("txt"));
    }

    private Report report(Store store, String kind, Asking asking) {
        return reports.of(store, reports.period(store, ReportKind.of(kind), asking.date()));
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
