package app.rotina.sources.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A first pass over a file of streams: which there are, which of the wanted paths they have, and
 * how far it says it has come.
 */
final class Survey {
    private final Map<String, Set<String>> wanted;
    private final Map<String, Set<String>> seen = new LinkedHashMap<>();
    private final Map<String, List<JsonPath>> unseen = new HashMap<>();
    private final Bookmarks bookmarks = new Bookmarks();

    Survey(Map<String, Set<String>> wanted) {
        this.wanted = wanted;
    }

    Surveyed of(Messages messages) throws IOException {
        try (MessageLines lines = messages.lines()) {
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                @Nullable Message message = lines.isOverlong() ? null : Message.of(line);
                if (message != null && message.stream() != null) {
                    note(message.stream(), message);
                } else if (message != null) {
                    bookmarks.note(message.record());
                }
            }
        }
        return new Surveyed(seen, bookmarks.text());
    }

    private void note(String stream, Message message) {
        if (!seen.containsKey(stream) && seen.size() >= Limits.STREAMS) {
            return;
        }
        Set<String> found = seen.computeIfAbsent(stream, any -> new LinkedHashSet<>());
        unseen.computeIfAbsent(stream, this::paths)
                .removeIf(
                        path -> !path.of(message.record(), 0).isEmpty() && found.add(path.text()));
    }

    private List<JsonPath> paths(String stream) {
        return new ArrayList<>(
                wanted.getOrDefault(stream, Set.of()).stream().map(JsonPath::of).toList());
    }
}
