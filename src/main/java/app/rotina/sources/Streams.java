package app.rotina.sources;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.sources.file.Layout;
import app.rotina.sources.file.RawFile;
import app.rotina.sources.file.Surveyed;
import app.rotina.sources.mapping.FileProfile;
import app.rotina.sources.mapping.Recognition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The kinds of file that a file of streams holds, by the names of its streams and their keys. */
final class Streams {
    private static final int NAMED = 20;

    private final RawFile raw;
    private final ReadingContext context;
    private final Map<String, Set<String>> seen;
    private final @Nullable String state;

    Streams(RawFile raw, ReadingContext context) {
        this.raw = raw;
        this.context = context;
        Surveyed surveyed = raw.survey(wanted(context));
        this.seen = surveyed.streams();
        this.state = surveyed.state();
    }

    /** Each of them; empty where nothing was pulled. */
    List<SourceFile> all() {
        List<SourceFile> found = new ArrayList<>();
        Set<String> unknown = new TreeSet<>(seen.keySet());
        for (FileProfile file : chosen()) {
            Set<String> names = new HashSet<>(file.stream().names());
            names.retainAll(seen.keySet());
            unknown.removeAll(names);
        }
        for (FileProfile file : chosen()) {
            SourceFile source =
                    SourceFile.of(
                            raw,
                            records(file, found.isEmpty()),
                            file,
                            context,
                            found.isEmpty() ? told(unknown) : List.of());
            found.add(source.reaching(state));
        }
        if (found.isEmpty() && !seen.isEmpty()) {
            throw new RotinaException(Problem.FILE_NOT_RECOGNISED, raw.name());
        }
        return found;
    }

    private static Map<String, Set<String>> wanted(ReadingContext context) {
        Map<String, Set<String>> wanted = new HashMap<>();
        context.allFiles()
                .filter(file -> !file.isTable())
                .forEach(file ->
                        file.stream()
                                .names()
                                .forEach(name ->
                                        wanted.computeIfAbsent(name, any -> new HashSet<>())
                                                .addAll(file.paths())));
        return wanted;
    }

    /** A stream is read by one profile: the store's own first, else the one that knows most. */
    private List<FileProfile> chosen() {
        return context.files().stream()
                .map(this::best)
                .flatMap(Optional::stream)
                .findFirst()
                .map(List::copyOf)
                .orElse(List.of());
    }

    private Optional<Collection<FileProfile>> best(List<FileProfile> files) {
        Map<String, List<FileProfile>> fitting = new LinkedHashMap<>();
        files.stream()
                .filter(this::fits)
                .forEach(file ->
                        fitting.computeIfAbsent(file.profile(), any -> new ArrayList<>())
                                .add(file));
        return fitting.values().stream()
                .max(Comparator.comparingLong(this::known))
                .map(each -> each);
    }

    private boolean fits(FileProfile file) {
        return file.stream().names().stream().anyMatch(seen::containsKey)
                && Recognition.missing(file, header(file)).isEmpty();
    }

    private long known(List<FileProfile> files) {
        return files.stream().mapToLong(file -> header(file).size()).sum();
    }

    private List<String> header(FileProfile file) {
        return file.paths().stream()
                .filter(path ->
                        file.stream().names().stream()
                                .anyMatch(name -> seen.getOrDefault(name, Set.of()).contains(path)))
                .toList();
    }

    private Layout.Records records(FileProfile file, boolean strays) {
        return new Layout.Records(
                file.stream().names(), file.stream().lists(), header(file), strays);
    }

    private static List<Warning> told(Set<String> unknown) {
        return unknown.isEmpty()
                ? List.of()
                : List.of(
                        new Warning(
                                "streams_unknown",
                                List.of(
                                        String.join(
                                                ", ", unknown.stream().limit(NAMED).toList()))));
    }
}
