package app.rotina.sources.file;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a first pass over a file of streams found.
 *
 * @param streams the wanted paths that any record of a stream has, by the stream's name
 * @param state how far its tap says it has come, as JSON; absence: it says nothing
 */
public record Surveyed(Map<String, Set<String>> streams, @Nullable String state) {}
