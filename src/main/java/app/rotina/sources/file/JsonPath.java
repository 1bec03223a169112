package app.rotina.sources.file;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * Where a value stands in a record: names with points between. {@code meta_data[key=gift].value}
 * chooses, of a list, the elements that have this value under this name, {@code
 * payments[first:state=paid].at} only the first of them, {@code categories[0]} its first one; of a
 * list without a choice all elements are meant, and with {@code [sum]} their sum.
 */
record JsonPath(String text, List<Step> steps) {
    private static final String SUM = "sum";
    private static final Pattern STEP =
            Pattern.compile(
                    "([^.\\[\\]]+)(?:\\[(?:(\\d{1,6}|sum)|(first:)?([^=\\[\\]]+)=([^\\[\\]]*))])?(?:\\.|$)");

    /**
     * A name, and which elements of the list behind it.
     *
     * @param index below 0: any
     * @param key where an element has what it is chosen by; empty: any
     * @param first of those chosen the first alone
     */
    record Step(String name, int index, JsonPointer key, String value, boolean first) {

        boolean chooses(JsonNode element, int number) {
            return (index < 0 || index == number)
                    && (key.matches() || element.at(key).asString("").equals(value));
        }
    }

    static JsonPath of(String text) {
        List<Step> steps = new ArrayList<>();
        Matcher step = STEP.matcher(text);
        int end = 0;
        while (end < text.length() && step.find(end) && step.start() == end) {
            steps.add(step(step));
            end = step.end();
        }
        return end == text.length() && !text.endsWith(".")
                ? new JsonPath(text, List.copyOf(steps))
                : new JsonPath(text, List.of(new Step(text, -1, JsonPointer.empty(), "", false)));
    }

    private static Step step(MatchResult step) {
        @Nullable String index = step.group(2);
        @Nullable String key = step.group(4);
        return new Step(
                step.group(1),
                index(index),
                key == null
                        ? JsonPointer.empty()
                        : JsonPointer.compile("/" + key.replace("/", "~1").replace('.', '/')),
                key == null ? "" : step.group(5),
                step.group(3) != null);
    }

    /** A sum is of another kind than the rows of the same list. */
    private static int index(@Nullable String written) {
        if (written == null) {
            return -1;
        }
        return written.equals(SUM) ? -2 : Integer.parseInt(written);
    }

    boolean isSum() {
        return text.contains("[" + SUM + "]");
    }

    /** How many steps it has in common with the other from the first on. */
    int shared(JsonPath other) {
        int shared = 0;
        while (shared < Math.min(steps.size(), other.steps.size())
                && steps.get(shared).equals(other.steps.get(shared))) {
            shared++;
        }
        return shared;
    }

    boolean isWithin(JsonPath list) {
        return shared(list) == list.steps.size();
    }

    /** What stands there, from the given step on; of lists all that stands in them. */
    List<JsonNode> of(JsonNode start, int step) {
        List<JsonNode> found = new ArrayList<>();
        find(start, step, found);
        return found;
    }

    private void find(JsonNode node, int step, List<JsonNode> found) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                JsonNode element = node.get(i);
                if (step == 0) {
                    find(element, step, found);
                } else if (steps.get(step - 1).chooses(element, i)) {
                    find(element, step, found);
                    if (steps.get(step - 1).first()) {
                        return;
                    }
                }
            }
        } else if (step < steps.size()) {
            find(node.path(steps.get(step).name()), step + 1, found);
        } else if (!node.isMissingNode() && !node.isNull()) {
            found.add(node);
        }
    }
}
