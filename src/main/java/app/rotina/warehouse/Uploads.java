package app.rotina.warehouse;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.kernel.StoreKey;
import app.rotina.sources.ReadingContext;
import app.rotina.sources.SourceFile;
import app.rotina.sources.Taught;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Files as people hand them in: recognised, read and taken into the warehouse. */
public final class Uploads {
    private final Imports imports;
    private final Quarantine quarantine;
    private final Path temporary;
    private final Function<String, Taught> taught;
    private final Clock clock;

    /**
     * @param temporary where archives are unpacked
     * @param taught what a store has taught about its files, by its id
     */
    public Uploads(
            Warehouse warehouse, Path temporary, Function<String, Taught> taught, Clock clock) {
        this.imports = warehouse.imports();
        this.quarantine = warehouse.quarantine();
        this.temporary = temporary;
        this.taught = taught;
        this.clock = clock;
    }

    /**
     * A file as it was handed in.
     *
     * @param name the person's name for it, never used as a path
     * @param written when it was last changed, as far as anyone knows
     */
    public record Upload(Path file, String name, Instant written) {}

    /**
     * Who hands files in, and what they say about them.
     *
     * @param profile the profile they named; absence: each file is recognised
     * @param answers what they answered where files leave a doubt
     */
    public record Sender(String who, @Nullable String profile, Map<String, String> answers) {}

    /** Takes the files in, all or none. */
    public ImportReport take(
            Store store,
            StoreKey key,
            List<Upload> uploads,
            Sender sender,
            ImportProgress progress) {
        return take(store, key, new Pulled(uploads, Map.of()), sender, progress);
    }

    /**
     * Files, and how far a pull has come with them, by name.
     *
     * @param cursors empty: nobody pulls
     */
    public record Pulled(List<Upload> files, Map<String, String> cursors) {}

    /** Takes in what was pulled, and how far the pull has come with it: both or neither. */
    public ImportReport take(
            Store store, StoreKey key, Pulled pulled, Sender sender, ImportProgress progress) {
        ReadingContext context = context(store, key, sender.profile(), sender.answers());
        List<SourceFile> opened = new ArrayList<>();
        try {
            List<Incoming> files = new ArrayList<>();
            for (Upload upload : pulled.files()) {
                List<SourceFile> tables = SourceFile.open(upload.file(), upload.name(), context);
                opened.addAll(tables);
                String sha256 = sha256(upload);
                tables.forEach(table -> files.add(incoming(table, upload, sha256, List.of())));
            }
            Map<String, String> states = states(opened);
            Map<String, String> cursors = new TreeMap<>(pulled.cursors());
            states.forEach((profile, state) -> cursors.put(Cursors.ofTap(profile), state));
            Imports.Pulled all = new Imports.Pulled(files, cursors);
            return imports.run(store, key, all, sender.who(), progress).reaching(states);
        } finally {
            opened.forEach(SourceFile::close);
        }
    }

    private static Map<String, String> states(List<SourceFile> tables) {
        Map<String, String> states = new TreeMap<>();
        tables.forEach(each ->
                each.state().ifPresent(state -> states.put(each.delivery().profile(), state)));
        return states;
    }

    /**
     * Takes quarantined rows in again, as a person mended them; a row that still does not fit waits
     * anew.
     *
     * @param mended the id of a waiting row → its cells now
     */
    public ImportReport mend(
            Store store, StoreKey key, Map<Long, List<String>> mended, Sender sender) {
        List<Upload> uploads = new ArrayList<>();
        List<SourceFile> opened = new ArrayList<>();
        try {
            MendedFiles files = new MendedFiles(temporary, quarantine.waiting(store.id(), key));
            List<Incoming> incoming = new ArrayList<>();
            for (MendedFiles.Mended file : files.write(mended)) {
                Upload upload = new Upload(file.path(), file.name(), clock.instant());
                uploads.add(upload);
                ReadingContext context = context(store, key, file.profile(), sender.answers());
                SourceFile table =
                        SourceFile.open(upload.file(), upload.name(), context).getFirst();
                opened.add(table);
                incoming.add(incoming(table, upload, sha256(upload), file.ids()));
            }
            return imports.run(store, key, incoming, sender.who(), new ImportProgress());
        } finally {
            opened.forEach(SourceFile::close);
            uploads.forEach(upload -> MendedFiles.remove(upload.file()));
        }
    }

    private ReadingContext context(
            Store store, StoreKey key, @Nullable String profile, Map<String, String> answers) {
        ReadingContext all =
                ReadingContext.of(store, key.tokenSecret(), temporary, clock)
                        .knowing(taught.apply(store.id()))
                        .answering(answers);
        return profile == null ? all : all.with(all.named(profile));
    }

    private static Incoming incoming(
            SourceFile table, Upload upload, String sha256, List<Long> mends) {
        return new Incoming(
                table.name(),
                sha256,
                upload.written(),
                table.delivery(),
                table.header(),
                mends,
                table::read,
                table::warnings);
    }

    private static String sha256(Upload upload) {
        try (InputStream in = Files.newInputStream(upload.file())) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new RotinaException(
                    Problem.FILE_UNREADABLE, e, upload.name(), String.valueOf(e.getMessage()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
