package app.rotina.sources;

import app.rotina.kernel.RotinaException;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any text as somebody's own profile. */
class ProfileFuzz {
    @FuzzTest(maxDuration = "10m")
    void survivesAnyProfile(FuzzedDataProvider data) {
        try {
            Profile.of("own.yaml", data.consumeRemainingAsString());
        } catch (RotinaException expected) {
            // a problem with a name is an answer
        }
    }
}
