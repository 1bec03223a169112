package app.rotina.warehouse;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.kernel.StoreKey;
import app.rotina.sources.Profiles;
import app.rotina.sources.ReadingContext;
import app.rotina.sources.SourceFile;
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
import org.jspecify.annotations.Nullable;

/** Files as people hand them in: recognised, read and taken into the warehouse. */
public final class Uploads {
    private final Imports imports;
    private final Path temporary;
    private final Clock clock;

    /**
     * @param temporary where archives are unpacked
     */
    public Uploads(Imports imports, Path temporary, Clock clock) {
        this.imports = imports;
        this.temporary = temporary;
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
        ReadingContext context =
                ReadingContext.of(store, key.tokenSecret(), temporary, clock)
                        .with(sender.profile() == null ? null : Profiles.byId(sender.profile()))
                        .answering(sender.answers());
        List<SourceFile> opened = new ArrayList<>();
        try {
            List<Incoming> files = new ArrayList<>();
            for (Upload upload : uploads) {
                List<SourceFile> tables = SourceFile.open(upload.file(), upload.name(), context);
                opened.addAll(tables);
                String sha256 = sha256(upload);
                tables.forEach(table -> files.add(incoming(table, upload, sha256)));
            }
            return imports.run(store, key, files, sender.who(), progress);
        } finally {
            opened.forEach(SourceFile::close);
        }
    }

    private static Incoming incoming(SourceFile table, Upload upload, String sha256) {
        return new Incoming(
                table.name(), sha256, upload.written(), table.delivery(), List.of(), table::read);
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
