package app.rotina.sources.mapping;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Sentence;
import app.rotina.sources.Profile;
import app.rotina.sources.grammar.Misfit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a profile and checks all of it; what does not hold is said with its place. */
public final class ProfileReader {
    private static final int LONGEST = 200_000;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_SETTLING = 366;
    private static final Set<String> NAMES =
            Set.of(
                    "profile",
                    "title",
                    "zone",
                    "currency",
                    "settles",
                    "numbers",
                    "dates",
                    "blanks",
                    "layout",
                    "files");
    private static final YAMLMapper MAPPER =
            new YAMLMapper(
                    YAMLFactory.builder()
                            .streamReadConstraints(
                                    StreamReadConstraints.builder()
                                            .maxNestingDepth(20)
                                            .maxDocumentLength(LONGEST)
                                            .build())
                            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                            .build());

    private ProfileReader() {}

    /**
     * A profile as it was read.
     *
     * @param titles its name by language
     * @param settles for how many days after it a day may still change at the source
     */
    public record Read(
            String id, Map<String, String> titles, int settles, List<FileProfile> files) {}

    /** Of a text that anybody may have written. */
    public static Read of(String name, String text) {
        if (text.length() > LONGEST) {
            throw bad(name, 0, "too_long", LONGEST);
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw bad(name, 0, "yaml", "half a character"); // the parser breaks on one
        }
        try {
            return of(name, MAPPER.readTree(text), YamlLines.of(text, MAPPER.tokenStreamFactory()));
        } catch (JacksonException e) {
            throw bad(name, Math.max(0, line(e)), "yaml", firstLine(e));
        }
    }

    private static RotinaException bad(String name, int line, String why, Object value) {
        return new RotinaException(
                Problem.BAD_PROFILE, name, "none", line, Sentence.of(Misfit.textKey(why), value));
    }

    private static String firstLine(JacksonException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("");
    }

    private static int line(JacksonException e) {
        return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    }

    public static Read of(String name, JsonNode node) {
        return of(name, node, YamlLines.NONE);
    }

    private static Read of(String name, JsonNode node, YamlLines lines) {
        Yaml yaml = Yaml.root(name, node, lines);
        if (!yaml.isMapping()) {
            throw yaml.fails("mapping");
        }
        yaml.only(NAMES);
        String id = yaml.at("profile").text();
        if (!id.matches("[a-z0-9][a-z0-9-]{0,40}")) {
            throw yaml.at("profile").fails("id");
        }
        List<FileProfile> files = new ArrayList<>();
        Map<String, Yaml> entries = new LinkedHashMap<>(yaml.at("files").entries());
        entries.forEach((file, entry) -> files.add(new FileReader(yaml, id, file, entry).read()));
        if (files.isEmpty()) {
            throw yaml.at("files").fails("no_file");
        }
        return new Read(
                id, titles(yaml.at("title")), settles(yaml.at("settles")), List.copyOf(files));
    }

    private static int settles(Yaml yaml) {
        if (yaml.isAbsent()) {
            return Profile.SETTLES;
        }
        int days = yaml.text().matches("\\d{1,3}") ? Integer.parseInt(yaml.text()) : -1;
        if (days < 0 || days > LONGEST_SETTLING) {
            throw yaml.fails("settles", LONGEST_SETTLING);
        }
        return days;
    }

    /** By language, or one name for all. */
    private static Map<String, String> titles(Yaml title) {
        Map<String, String> titles =
                title.isMapping() || title.isAbsent() ? title.words() : Map.of("en", title.text());
        titles.forEach((language, text) -> {
            if (text.length() > LONGEST_TITLE) {
                throw title.fails("too_long", LONGEST_TITLE);
            }
        });
        return titles;
    }
}
