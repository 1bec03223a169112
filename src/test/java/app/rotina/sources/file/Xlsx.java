package app.rotina.sources.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the parts of a workbook as they are given, sound or not. */
final class Xlsx {
    private static final String SPREADSHEET =
            "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.";

    private final Map<String, String> parts = new LinkedHashMap<>();

    Xlsx() {
        part(
                "[Content_Types].xml",
                "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\""
                        + TYPE
                        + "spreadsheetml.sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\""
                        + TYPE
                        + "spreadsheetml.sharedStrings+xml\"/>"
                        + "<Override PartName=\"/xl/styles.xml\" ContentType=\""
                        + TYPE
                        + "spreadsheetml.styles+xml\"/></Types>");
        part(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>"
                        + "<Relationship Id=\"rId2\" Target=\"worksheets/sheet2.xml\"/>"
                        + "</Relationships>");
        workbook("");
        part(
                "xl/styles.xml",
                "<styleSheet "
                        + SPREADSHEET
                        + "><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>"
                        + "<numFmt numFmtId=\"165\" formatCode=\"&quot;day&quot; 0.00\"/></numFmts>"
                        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"
                        + "<xf numFmtId=\"165\"/><xf numFmtId=\"31\"/><xf numFmtId=\"46\"/></cellXfs>"
                        + "</styleSheet>");
        strings();
        sheet("");
        sheet2("");
    }

    /** What stands in front of the list of sheets. */
    Xlsx workbook(String properties) {
        return part(
                "xl/workbook.xml",
                "<workbook "
                        + SPREADSHEET
                        + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                        + "relationships\">"
                        + properties
                        + "<sheets><sheet name=\"Pedidos\" sheetId=\"1\" r:id=\"rId1\"/>"
                        + "<sheet name=\"Outra\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>");
    }

    Xlsx strings(String... texts) {
        StringBuilder all = new StringBuilder("<sst " + SPREADSHEET + ">");
        for (String text : texts) {
            all.append("<si><t>").append(text).append("</t></si>");
        }
        return part("xl/sharedStrings.xml", all.append("</sst>").toString());
    }

    Xlsx sheet(String rows) {
        return part("xl/worksheets/sheet1.xml", worksheet(rows));
    }

    Xlsx sheet2(String rows) {
        return part("xl/worksheets/sheet2.xml", worksheet(rows));
    }

    Xlsx part(String name, String content) {
        parts.put(name, content);
        return this;
    }

    Xlsx without(String name) {
        parts.remove(name);
        return this;
    }

    byte[] bytes() {
        return zip(parts);
    }

    static String worksheet(String rows) {
        return "<worksheet " + SPREADSHEET + "><sheetData>" + rows + "</sheetData></worksheet>";
    }

    /** A row of plain texts. */
    static String row(int number, String... texts) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < texts.length; i++) {
            if (!texts[i].isEmpty()) {
                row.append(text((char) ('A' + i) + "" + number, texts[i]));
            }
        }
        return row.append("</row>").toString();
    }

    static String text(String reference, String text) {
        return "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    static String number(String reference, int style, String value) {
        return "<c r=\"" + reference + "\" s=\"" + style + "\"><v>" + value + "</v></c>";
    }

    static byte[] zip(Map<String, String> entries) {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        entries.forEach((name, text) -> bytes.put(name, text.getBytes(UTF_8)));
        return zipOf(bytes);
    }

    static byte[] zipOf(Map<String, byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
