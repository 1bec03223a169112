package app.rotina.sources.file;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A zip file; its entries' names are for showing only, their sizes are not believed. */
final class Archive {
    private static final List<Charset> NAMES =
            List.of(StandardCharsets.UTF_8, Encoding.CHINESE, StandardCharsets.ISO_8859_1);
    private static final Set<String> LITTER = Set.of("thumbs.db", "desktop.ini");

    private final Path file;
    private final String name;

    /** What an entry holds and what it is called. */
    record Entry(String shown, Content content) {}

    Archive(Path file, String name) {
        this.file = file;
        this.name = name;
    }

    /** The entries that people put there, in the archive's order. */
    List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (ZipFile zip = open(file, name)) {
            for (ZipEntry entry : checked(zip)) {
                if (!entry.isDirectory() && !isLitter(entry.getName())) {
                    String shown = name + "/" + Names.shown(entry.getName());
                    entries.add(new Entry(shown, content(entry, shown)));
                }
            }
        }
        return entries;
    }

    /** Opens a zip file whatever its names are written in. */
    static ZipFile open(Path file, String name) throws IOException {
        @Nullable ZipException last = null;
        for (Charset names : NAMES) {
            try {
                return new ZipFile(file.toFile(), names);
            } catch (ZipException e) {
                if (String.valueOf(e.getMessage()).contains("encrypted")) {
                    throw new RotinaException(Problem.FILE_PROTECTED, e, name);
                }
                last = e;
            } catch (IllegalArgumentException e) {
                last = new ZipException(String.valueOf(e.getMessage()));
            }
        }
        throw last == null ? new ZipException(name) : last;
    }

    /** Refuses entries that share a name or their bytes: two readers would see two archives. */
    private List<ZipEntry> checked(ZipFile zip) throws IOException {
        List<ZipEntry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        long packed = 0;
        for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(e -> (ZipEntry) e)::iterator) {
            packed += entry.getCompressedSize();
            entries.add(entry);
            if (!names.add(entry.getName())
                    || packed > Files.size(file)
                    || entries.size() > Limits.ENTRIES) {
                throw new RotinaException(Problem.FILE_DAMAGED, name);
            }
        }
        return entries;
    }

    private static boolean isLitter(String path) {
        String last = Names.shown(path);
        return path.startsWith("__MACOSX/")
                || last.startsWith(".")
                || LITTER.contains(last.toLowerCase(Locale.ROOT));
    }

    private Content content(ZipEntry entry, String shown) {
        return new Content() {
            @Override
            public long size() {
                return Math.max(0, entry.getSize());
            }

            @Override
            public Flow open() throws IOException {
                ZipFile zip = Archive.open(file, name);
                InputStream in = new Closing(zip.getInputStream(entry), zip);
                return new Flow(
                        new Unpacked(in, entry.getCompressedSize(), Limits.UNPACKED, shown));
            }
        };
    }

    /** Closes the archive with the entry. */
    private static final class Closing extends FilterInputStream {
        private final ZipFile zip;

        Closing(InputStream in, ZipFile zip) {
            super(in);
            this.zip = zip;
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}
