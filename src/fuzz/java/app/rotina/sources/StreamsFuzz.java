package app.rotina.sources;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Any bytes as the rest of a file of streams. */
class StreamsFuzz {
    private static final byte[] FIRST =
            """
            {"type":"RECORD","stream":"orders","record":{"number":"1","status":"completed","currency":"BRL","total":"1.00",\
            "date_created_gmt":"2026-01-01T00:00:00","date_modified_gmt":"2026-01-01T00:00:00","line_items":[{"id":1}]}}
            {"type":"RECORD","stream":"orders","record":"""
                    .getBytes(StandardCharsets.UTF_8);

    @FuzzTest(maxDuration = "10m")
    void survivesAnyBytes(byte[] content) throws IOException {
        byte[] all = Arrays.copyOf(FIRST, FIRST.length + content.length);
        System.arraycopy(content, 0, all, FIRST.length, content.length);
        Looked.at(all);
    }
}
