package app.rotina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is typed for a connection's fields. */
class SourceCommandTest {
    @TempDir Path folder;

    @Test
    void readsAKeyOfManyLinesFromTheFileThatIsNamed() throws IOException {
        Path key = Files.writeString(folder.resolve("key.json"), "{\n \"type\": \"x\"\n}");

        assertThat(SourceCommand.whole("@" + key)).isEqualTo("{\n \"type\": \"x\"\n}");
    }

    @Test
    void takesAllElseAsItIsTyped() {
        assertThat(SourceCommand.whole("@secret-that-begins-so"))
                .isEqualTo("@secret-that-begins-so");
        assertThat(SourceCommand.whole("")).isEmpty();
    }
}
