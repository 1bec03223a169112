package app.rotina.report;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.XRLog;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Prints a paper as a PDF of A4 pages with its own embedded font. Nothing is fetched: whatever an
 * address in it might name is refused.
 */
final class PaperPdf {
    private static final List<String> FAMILIES = List.of("Noto Sans", "Noto Sans SC");
    private static final int BOLD = 700;
    private static final int REGULAR = 400;
    private static final String UNKNOWN_SIGN = "□";
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(
                    null, ContentType.Html, null, PaperPdf.class.getPackageName());
    private static final String STYLE =
            new String(resource("/report/paper.css"), StandardCharsets.UTF_8);

    static {
        XRLog.setLoggingEnabled(false);
        ShippedFonts.useAlone();
    }

    private PaperPdf() {}

    static byte[] print(Paper paper) {
        return print("paper.jte", Map.of("paper", paper, "style", STYLE));
    }

    /** One table alone, on its side where it is wide. */
    static byte[] print(FigureTable table) {
        return print("figures.jte", Map.of("table", table, "style", STYLE));
    }

    private static byte[] print(String template, Map<String, Object> parameters) {
        StringOutput page = new StringOutput();
        TEMPLATES.render(template, parameters, page);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder renderer = new PdfRendererBuilder();
        for (String family : FAMILIES) {
            String file = family.replace(" ", "");
            renderer.useFont(font(file + "-Regular"), family, REGULAR, FontStyle.NORMAL, true);
            renderer.useFont(font(file + "-Bold"), family, BOLD, FontStyle.NORMAL, true);
        }
        renderer.useReplacementText(UNKNOWN_SIGN);
        renderer.useUriResolver((base, uri) -> null);
        for (ExternalResourceControlPriority each : ExternalResourceControlPriority.values()) {
            renderer.useExternalResourceAccessControl((uri, type) -> false, each);
        }
        DefaultObjectDrawerFactory drawers = new DefaultObjectDrawerFactory();
        drawers.registerDrawer(CurveDrawer.TYPE, new CurveDrawer());
        renderer.useObjectDrawerFactory(drawers);
        renderer.withProducer("Rotina");
        renderer.withHtmlContent(PaperText.clean(page.toString()), null);
        renderer.toStream(pdf);
        try {
            renderer.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private static FSSupplier<InputStream> font(String file) {
        return () -> ShippedFonts.open(file);
    }

    private static byte[] resource(String path) {
        try (InputStream in =
                Objects.requireNonNull(PaperPdf.class.getResourceAsStream(path), path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
