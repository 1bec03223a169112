package app.rotina.report;

import app.rotina.metrics.Catalog;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Writes reports in a language: to be read on a page, printed, calculated with, or sent. */
@Component
public final class ReportWriting {
    private final Catalog catalog;

    ReportWriting(Catalog catalog) {
        this.catalog = catalog;
    }

    public Paper paper(Report report, Locale locale) {
        return PaperTeller.tell(report, catalog, locale);
    }

    /** A4 pages with their font inside. */
    public byte[] pdf(Report report, Locale locale) {
        return PaperPdf.print(paper(report, locale));
    }

    /** The same of a paper that was told already. */
    public byte[] pdf(Paper paper) {
        return PaperPdf.print(paper);
    }

    /** A workbook with live formulas. */
    public byte[] workbook(Report report, Locale locale) {
        return workbook(report, locale, List.of());
    }

    /** The same, ending with what these parts say. */
    public byte[] workbook(Report report, Locale locale, List<Paper.Block> more) {
        return new ReportWorkbook(Telling.of(report, catalog, locale), more).file();
    }

    /** A message for WhatsApp; in Chinese without stars, for WeChat. */
    public String text(Report report, Locale locale) {
        Telling telling = Telling.of(report, catalog, locale);
        return new ShareText(telling, ShareText.starsIn(telling.texts().locale())).text();
    }
}
