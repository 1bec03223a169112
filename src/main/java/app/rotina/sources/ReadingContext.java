package app.rotina.sources;

import app.rotina.kernel.Store;
import app.rotina.sources.inspect.Answers;
import app.rotina.sources.mapping.FileProfile;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the reading of a store's files depends on.
 *
 * @param contactKey the store's secret, under which contacts become tokens
 * @param temp a folder for what must be unpacked
 * @param taught what the store's people have taught about its files
 * @param profile the profile a person has named; absence: it is recognised
 * @param answers what a person has said where files leave a doubt: {@code numbers} → {@code dot} or
 *     {@code comma}, {@code dates} → {@code day_first} or {@code month_first}, …
 */
@SuppressWarnings("ArrayRecordComponent") // a key, never compared
public record ReadingContext(
        Store store,
        byte[] contactKey,
        Path temp,
        Clock clock,
        Taught taught,
        @Nullable Profile profile,
        Map<String, String> answers) {

    public static ReadingContext of(Store store, byte[] contactKey, Path temp, Clock clock) {
        return new ReadingContext(store, contactKey, temp, clock, Taught.NOTHING, null, Map.of());
    }

    public ReadingContext knowing(Taught known) {
        return new ReadingContext(store, contactKey, temp, clock, known, profile, answers);
    }

    public ReadingContext with(@Nullable Profile named) {
        return new ReadingContext(store, contactKey, temp, clock, taught, named, answers);
    }

    public ReadingContext answering(Map<String, String> said) {
        return new ReadingContext(
                store, contactKey, temp, clock, taught, profile, Answers.checked(said));
    }

    /** What was answered about an earlier file of this kind. */
    Map<String, String> remembered(FileProfile file) {
        return taught.answers().getOrDefault(file.delivery().name(), Map.of());
    }

    /** What cells of this kind of file are read as. */
    List<CellRule> rules(FileProfile file) {
        return taught.rules().stream()
                .filter(rule -> rule.kind().equals(file.delivery().name()))
                .toList();
    }

    List<Profile> own() {
        return taught.profiles();
    }

    /** The kinds of file that may be meant, in groups of which an earlier one goes before. */
    List<List<FileProfile>> files() {
        return profile == null ? List.of(files(own()), Profiles.files()) : List.of(profile.files());
    }

    /**
     * Those that a table may be: rows of a stream are one only where they are brought back mended.
     */
    List<FileProfile> tables(List<FileProfile> files) {
        return profile == null ? files.stream().filter(FileProfile::isTable).toList() : files;
    }

    /** The profile of this id, the store's own or a shipped one. */
    public Profile named(String id) {
        return own().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseGet(() -> Profiles.byId(id));
    }

    private static List<FileProfile> files(List<Profile> profiles) {
        return profiles.stream().flatMap(one -> one.files().stream()).toList();
    }

    Stream<FileProfile> allFiles() {
        return files().stream().flatMap(List::stream);
    }
}
