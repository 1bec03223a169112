package app.rotina.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Puts the results of formulas beside them into a written workbook, for readers that do not compute
 * (previews, phones, other programs), and asks those that do to compute on opening. The library
 * that writes the workbook stores formulas alone. The sheet's protection keeps no password: it
 * guards against slips, not against people.
 */
final class FormulaResults {
    private static final Pattern FORMULA_CELL =
            Pattern.compile("<c r=\"([A-Z]+\\d+)\"([^>]*)><f>([^<]*)</f></c>");
    private static final Pattern PASSWORD =
            Pattern.compile("(<sheetProtection) password=\"[^\"]*\"");

    private FormulaResults() {}

    static void add(byte[] workbook, Map<String, Optional<BigDecimal>> results, OutputStream out)
            throws IOException {
        ZipOutputStream copy = new ZipOutputStream(out);
        try (ZipFile parts = Unpacked.open(workbook)) {
            for (ZipArchiveEntry part : Collections.list(parts.getEntries())) {
                byte[] content = parts.getInputStream(part).readAllBytes();
                copy.putNextEntry(new ZipEntry(part.getName()));
                copy.write(completed(part.getName(), content, results));
                copy.closeEntry();
            }
        }
        copy.finish();
    }

    private static byte[] completed(
            String part, byte[] content, Map<String, Optional<BigDecimal>> results) {
        String xml = new String(content, StandardCharsets.UTF_8);
        return switch (part) {
            case "xl/workbook.xml" ->
                    bytes(xml.replace("</workbook>", "<calcPr fullCalcOnLoad=\"1\"/></workbook>"));
            case "xl/worksheets/sheet1.xml" ->
                    bytes(PASSWORD.matcher(withResults(xml, results)).replaceAll("$1"));
            default -> content;
        };
    }

    private static String withResults(String xml, Map<String, Optional<BigDecimal>> results) {
        return FORMULA_CELL
                .matcher(xml)
                .replaceAll(cell -> Matcher.quoteReplacement(withResult(cell, results)));
    }

    private static String withResult(MatchResult cell, Map<String, Optional<BigDecimal>> results) {
        Optional<BigDecimal> result = results.getOrDefault(cell.group(1), Optional.empty());
        String type = result.isPresent() ? "" : " t=\"str\"";
        return "<c r=\"%s\"%s%s><f>%s</f><v>%s</v></c>"
                .formatted(
                        cell.group(1),
                        cell.group(2),
                        type,
                        cell.group(3),
                        result.map(BigDecimal::toPlainString).orElse(""));
    }

    private static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
