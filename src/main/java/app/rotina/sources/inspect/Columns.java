package app.rotina.sources.inspect;

import app.rotina.sources.mapping.HeaderName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which column each field of a target is in: as a person said, else by the header's words. */
final class Columns {
    private final Target target;
    private final List<String> header;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<String> borrowed = new ArrayList<>();

    Columns(Target target, List<String> header, Answers answers) {
        this.target = target;
        this.header = header;
        Map<String, String> said = answers.columns();
        said.forEach(this::put);
        Stream<String> open = target.fields().stream().filter(field -> !said.containsKey(field));
        List<String> unsaid = open.toList();
        unsaid.forEach(field -> find(field, Target.names(field)));
        unsaid.forEach(this::borrow);
    }

    List<String> fields() {
        return target.fields().stream().filter(places::containsKey).toList();
    }

    boolean has(String field) {
        return places.containsKey(field);
    }

    int place(String field) {
        return Objects.requireNonNull(places.get(field));
    }

    String header(String field) {
        return header.get(place(field));
    }

    /** What is missing; of a choice all there is to choose from. */
    List<List<String>> missing() {
        List<List<String>> missing = new ArrayList<>();
        target.need().stream()
                .filter(field -> !has(field))
                .forEach(field -> missing.add(List.of(field)));
        if (!target.any().isEmpty()
                && target.any().stream().noneMatch(places.keySet()::containsAll)) {
            missing.add(target.any().stream().map(List::getFirst).toList());
        }
        if (!target.shows().isEmpty() && target.shows().stream().noneMatch(this::has)) {
            missing.add(target.shows());
        }
        return missing;
    }

    /** The headers that a field may be as well as the one it was found in; few fields have any. */
    List<String> rivals(String field) {
        List<String> rivals = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            boolean taken = places.containsValue(i) && i != place(field);
            if (!taken && Target.names(field).stream().anyMatch(one -> one.matches(name))) {
                rivals.add(name);
            }
        }
        return rivals;
    }

    /** True where a field was found by another field's name only. */
    boolean isBorrowed(String field) {
        return borrowed.contains(field);
    }

    /** The headers that no field is in. */
    List<String> unused() {
        return IntStream.range(0, header.size())
                .filter(i -> !places.containsValue(i) && !header.get(i).isBlank())
                .mapToObj(header::get)
                .distinct()
                .toList();
    }

    private void put(String field, String name) {
        if (name.isEmpty() || !target.fields().contains(field)) {
            return;
        }
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).equals(name) && !places.containsValue(i)) {
                places.put(field, i);
                return;
            }
        }
    }

    private void borrow(String field) {
        for (String other : target.also().getOrDefault(field, List.of())) {
            if (has(field) || isOtherwiseGiven(field)) {
                return;
            }
            @Nullable Integer lent = places.remove(other);
            find(field, Target.names(other));
            if (has(field)) {
                borrowed.add(field);
            } else if (lent != null) {
                places.put(other, lent);
            }
        }
    }

    /** A choice of fields that does without this one. */
    private boolean isOtherwiseGiven(String field) {
        return target.any().stream()
                .anyMatch(group -> !group.contains(field) && places.keySet().containsAll(group));
    }

    private void find(String field, List<HeaderName> names) {
        for (HeaderName name : names) {
            for (int i = 0; i < header.size(); i++) {
                if (!places.containsValue(i) && name.matches(header.get(i))) {
                    places.put(field, i);
                    return;
                }
            }
        }
    }
}
