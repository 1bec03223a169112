package app.rotina.sources;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

/** Any bytes as a file. */
class DelimitedFuzz {
    @FuzzTest(maxDuration = "10m")
    void survivesAnyBytes(byte[] content) throws IOException {
        Looked.at(content);
    }
}
