package app.rotina.sources;

import app.rotina.kernel.Texts;
import app.rotina.sources.mapping.FileProfile;
import app.rotina.sources.mapping.ProfileReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** How the files of one system are recognised and what their rows mean. */
public final class Profile {
    /** For how many days a day may still change at a source that does not say so itself. */
    public static final int SETTLES = 2;

    private final ProfileReader.Read read;

    private Profile(ProfileReader.Read read) {
        this.read = read;
    }

    /**
     * Of a text that anybody may have written: nothing of it is run, and its size is bounded.
     *
     * @param name what to call it in messages
     */
    public static Profile of(String name, String yaml) {
        return new Profile(ProfileReader.of(name, yaml));
    }

    static Profile of(JsonNode node) {
        return new Profile(ProfileReader.of(node.path("profile").asString(), node));
    }

    public String id() {
        return read.id();
    }

    /** Its name in a person's language; the id where it has none. */
    public String title(Locale locale) {
        Map<String, String> titles = read.titles();
        String language = Texts.supported(locale).getLanguage();
        return titles.getOrDefault(language, titles.getOrDefault("en", id()));
    }

    /** For how many days after it a day may still change at the source. */
    public int settles() {
        return read.settles();
    }

    /** What each of its kinds of file delivers. */
    public List<Delivery> deliveries() {
        return read.files().stream().map(FileProfile::delivery).toList();
    }

    /** The words of the source that a column of one of its kinds of file is known to say. */
    public List<String> words(String file, String heading) {
        return read.files().stream()
                .filter(one -> one.id().equals(file))
                .flatMap(one -> one.columns().stream())
                .filter(column -> column.isCalled(heading))
                .flatMap(column -> column.words().keySet().stream())
                .sorted()
                .toList();
    }

    List<FileProfile> files() {
        return read.files();
    }
}
