package app.rotina.sources;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Any content of a workbook's parts. */
class WorkbookFuzz {
    private static final String HEAD =
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    @FuzzTest(maxDuration = "10m")
    void survivesAnySheet(FuzzedDataProvider data) throws IOException {
        boolean raw = data.consumeBoolean();
        String texts = data.consumeString(400);
        String styles = data.consumeString(400);
        String rows = data.consumeRemainingAsString();
        Looked.at(
                workbook(
                        raw ? rows : sheet(rows),
                        raw ? texts : sst(texts),
                        raw ? styles : styles(styles)));
    }

    private static String sheet(String rows) {
        return HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>";
    }

    private static String sst(String texts) {
        return HEAD + "<sst xmlns=\"" + MAIN + "\">" + texts + "</sst>";
    }

    private static String styles(String styles) {
        return HEAD + "<styleSheet xmlns=\"" + MAIN + "\">" + styles + "</styleSheet>";
    }

    private static byte[] workbook(String sheet, String texts, String styles) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(zip, "[Content_Types].xml", HEAD + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
            part(zip, "_rels/.rels", HEAD + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"" + RELATIONS + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            part(zip, "xl/workbook.xml", HEAD + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            part(zip, "xl/_rels/workbook.xml.rels", HEAD + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"" + RELATIONS + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            part(zip, "xl/worksheets/sheet1.xml", sheet);
            part(zip, "xl/sharedStrings.xml", texts);
            part(zip, "xl/styles.xml", styles);
        }
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
