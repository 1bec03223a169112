package app.rotina.api;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A store's folder for files that are dropped there, with {@code done} and {@code failed} below it.
 * Links are never followed, and what is no plain file is never opened.
 */
final class InboxFolder {
    private static final String DONE = "done";
    private static final String FAILED = "failed";
    private static final String REASON = ".reason.txt";
    private static final Set<String> UNFINISHED = Set.of("part", "tmp", "crdownload", "download");
    private static final int LATEST = 5;

    private final Path path;

    InboxFolder(Path path) {
        this.path = path;
    }

    /**
     * What was dropped.
     *
     * @param plain false for links, folders and devices
     */
    record Entry(Path name, boolean plain, long size, FileTime changed) {}

    /** What waits to be taken in, by name; hidden files and unfinished downloads are none of it. */
    List<Entry> entries() {
        return list(path, name -> !Set.of(DONE, FAILED).contains(name) && isMeant(name));
    }

    /** A copy of it that nobody else can change. */
    void copy(Path name, Path to) throws IOException {
        try (InputStream in = Files.newInputStream(path.resolve(name), NOFOLLOW_LINKS)) {
            Files.copy(in, to);
        }
    }

    void done(Path name) throws IOException {
        move(name, DONE);
    }

    void failed(Path name, String reason) throws IOException {
        Path moved = move(name, FAILED);
        Files.writeString(beside(moved), reason + "\n");
    }

    /** What was refused last, and why; the latest first. */
    List<Inbox.Refused> refused() {
        return list(path.resolve(FAILED), name -> name.endsWith(REASON)).stream()
                .sorted(Comparator.comparing(Entry::changed).reversed())
                .limit(LATEST)
                .map(this::refused)
                .toList();
    }

    private Inbox.Refused refused(Entry reason) {
        String name = reason.name().toString();
        try {
            return new Inbox.Refused(
                    name.substring(0, name.length() - REASON.length()),
                    Files.readString(path.resolve(FAILED).resolve(reason.name())).strip(),
                    reason.changed().toInstant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isMeant(String name) {
        String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && !name.startsWith("~") && !UNFINISHED.contains(end);
    }

    private static List<Entry> list(Path folder, Predicate<String> meant) {
        List<Entry> entries = new ArrayList<>();
        if (!Files.isDirectory(folder, NOFOLLOW_LINKS)) {
            return entries;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                Path name = file.getFileName();
                if (name != null && meant.test(name.toString())) {
                    entries.add(entry(file, name));
                }
            }
        } catch (NoSuchFileException e) {
            return List.of(); // somebody took one away while we looked: the next look tells
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    private static Entry entry(Path file, Path name) throws IOException {
        BasicFileAttributes what =
                Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS);
        return new Entry(name, what.isRegularFile(), what.size(), what.lastModifiedTime());
    }

    /** Moves it, a link itself and not what it leads to; an earlier file of the name stays. */
    private Path move(Path name, String folder) throws IOException {
        Path to = Files.createDirectories(path.resolve(folder)).resolve(name);
        for (int i = 2; Files.exists(to, NOFOLLOW_LINKS); i++) {
            to = to.resolveSibling(i + "-" + name);
        }
        return Files.move(path.resolve(name), to);
    }

    private static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + REASON);
    }
}
