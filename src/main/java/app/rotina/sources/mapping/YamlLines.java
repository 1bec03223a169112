package app.rotina.sources.mapping;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;

/** The line of each place of a definition's text, from 1; 0 where there is no text. */
final class YamlLines {
    static final YamlLines NONE = new YamlLines();

    private final Map<String, Integer> lines = new HashMap<>();

    private YamlLines() {}

    static YamlLines of(String text, TokenStreamFactory yaml) {
        YamlLines lines = new YamlLines();
        try (JsonParser parser = yaml.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            lines.read(parser, "");
        }
        return lines;
    }

    /** That of the place, or of what is around it. */
    int of(String place) {
        String around = place;
        while (!lines.containsKey(around) && !around.isEmpty()) {
            around = around.substring(0, Math.max(0, lastStep(around)));
        }
        return lines.getOrDefault(around, 0);
    }

    private static int lastStep(String place) {
        return Math.max(place.lastIndexOf('.'), place.lastIndexOf('['));
    }

    private void read(JsonParser parser, String place) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                String inner = place.isEmpty() ? name : place + "." + name;
                lines.put(inner, parser.currentTokenLocation().getLineNr());
                parser.nextToken();
                read(parser, inner);
            }
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            for (int i = 1; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                String inner = place + "[" + i + "]";
                lines.put(inner, parser.currentTokenLocation().getLineNr());
                read(parser, inner);
            }
        }
    }
}
