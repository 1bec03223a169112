package app.rotina.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The YAML definitions of a folder of the class path: adding a file there is all it takes. */
public final class Definitions {
    private static final YAMLMapper YAML = new YAMLMapper();

    private Definitions() {}

    /** Every definition of the folder, ordered by file name. */
    public static List<JsonNode> in(String folder) {
        try {
            Resource[] files =
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:" + folder + "/*.yaml");
            List<JsonNode> definitions = new ArrayList<>();
            for (Resource file : sorted(files)) {
                definitions.add(parse(file));
            }
            return List.copyOf(definitions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A list of words; empty where there is none. */
    public static List<String> words(JsonNode yaml) {
        return yaml.valueStream().map(JsonNode::asString).toList();
    }

    /** Texts by language tag, or any words by name; empty where there are none. */
    public static Map<String, String> texts(JsonNode yaml) {
        Map<String, String> all = new TreeMap<>();
        yaml.properties().forEach(each -> all.put(each.getKey(), each.getValue().asString()));
        return Map.copyOf(all);
    }

    private static List<Resource> sorted(Resource[] files) {
        return Arrays.stream(files)
                .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
                .toList();
    }

    private static JsonNode parse(Resource file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            return YAML.readTree(in);
        }
    }
}
