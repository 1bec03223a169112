package app.rotina.sources;

import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.sources.file.Layout;
import app.rotina.sources.file.RawFault;
import app.rotina.sources.file.RawFile;
import app.rotina.sources.file.RawRecord;
import app.rotina.sources.file.RawSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** Reads a file in every way there is; whatever it holds, only a problem with a name may come out. */
final class Looked {
    private static final Store STORE =
            new Store(
                    "fuzz",
                    "Fuzz",
                    ZoneId.of("America/Sao_Paulo"),
                    Currency.getInstance("BRL"),
                    Locale.forLanguageTag("pt-BR"),
                    Store.GoalBasis.PLACED,
                    Store.DriverIdentity.SESSIONS_CONVERSION_TICKET);

    private Looked() {}

    static void at(byte[] content) throws IOException {
        Path folder = Files.createTempDirectory("rotina-fuzz");
        Path file = Files.write(folder.resolve("file"), content);
        try {
            read(file, folder);
            inspect(file, folder);
        } finally {
            Files.delete(file);
            Files.delete(folder); // nothing that was unpacked may be left behind
        }
    }

    private static void read(Path file, Path folder) {
        try {
            for (RawFile table : RawFile.open(file, "file", folder)) {
                try (table) {
                    table.look(Layout.DETECT);
                    table.read(Layout.DETECT, new Once());
                }
            }
        } catch (RotinaException expected) {
            // a problem with a name is an answer
        }
    }

    private static void inspect(Path file, Path folder) {
        ReadingContext context =
                ReadingContext.of(
                        STORE,
                        "a key".getBytes(StandardCharsets.UTF_8),
                        folder,
                        Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC));
        try {
            Inspector.inspect(file, "file", context);
        } catch (RotinaException expected) {
            // a problem with a name is an answer
        }
    }

    /** Every record comes once, in order, and as wide as the header. */
    private static final class Once implements RawSink {
        private int width;
        private long last;

        @Override
        public void header(List<String> header, int line) {
            width = header.size();
        }

        @Override
        public void record(RawRecord row) {
            follows(row.record());
            if (row.cells().size() != width) {
                throw new IllegalStateException("a record of another width");
            }
        }

        @Override
        public void fault(RawFault fault) {
            follows(fault.record());
        }

        private void follows(long record) {
            if (record != last + 1) {
                throw new IllegalStateException("record " + record + " after " + last);
            }
            last = record;
        }
    }
}
