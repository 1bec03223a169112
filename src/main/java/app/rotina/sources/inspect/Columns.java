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

/**
 * Which column each field of a target is in: as a person said, else by the header's words, else
 * where only one column can be it.
 */
final class Columns {
    /** So many fields by their names tell what a file is; then its other columns may be guessed. */
    private static final int TOLD = 2;

    private final Target target;
    private final List<String> header;
    private final Contents contents;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<String> doubtful = new ArrayList<>();

    Columns(Target target, List<String> header, Contents contents, Answers answers) {
        this.target = target;
        this.header = header;
        this.contents = contents;
        Map<String, String> said = answers.columns();
        said.forEach(this::put);
        Stream<String> open = target.fields().stream().filter(field -> !said.containsKey(field));
        List<String> unsaid = open.toList();
        unsaid.forEach(field -> find(field, Target.names(field)));
        unsaid.forEach(this::borrow);
        if (places.size() >= TOLD) {
            target.need().stream().filter(unsaid::contains).forEach(this::guess);
        }
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

    /** What is missing; of a choice the first. */
    List<String> missing() {
        List<String> missing =
                new ArrayList<>(target.need().stream().filter(field -> !has(field)).toList());
        if (target.any().stream().noneMatch(places.keySet()::containsAll)) {
            target.any().stream().limit(1).map(List::getFirst).forEach(missing::add);
        }
        if (target.shows().stream().noneMatch(this::has)) {
            target.shows().stream().limit(1).forEach(missing::add);
        }
        return missing;
    }

    /** The headers that a field may be as well as the one it was found in; few fields have any. */
    List<String> rivals(String field) {
        List<String> rivals = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            boolean taken = places.containsValue(i) && i != place(field);
            if (!taken
                    && contents.mayBe(field, i)
                    && Target.names(field).stream().anyMatch(one -> one.matches(name))) {
                rivals.add(name);
            }
        }
        return rivals;
    }

    /** The fields that were found by another field's name only, or by their content. */
    List<String> doubtful() {
        return doubtful;
    }

    /** The headers that no field is in and that may be this one. */
    List<String> unused(String field) {
        return IntStream.range(0, header.size())
                .filter(i -> isUnused(i) && contents.mayBe(field, i))
                .mapToObj(header::get)
                .distinct()
                .toList();
    }

    private boolean isUnused(int place) {
        return !places.containsValue(place) && !header.get(place).isBlank();
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
                doubtful.add(field);
            } else if (lent != null) {
                places.put(other, lent);
            }
        }
    }

    /** The only date is the date; the only numbering is probably the number. */
    private void guess(String field) {
        List<Integer> possible =
                IntStream.range(0, header.size())
                        .filter(i -> isUnused(i) && contents.mustBe(field, i))
                        .boxed()
                        .toList();
        if (has(field) || possible.size() != 1) {
            return;
        }
        places.put(field, possible.getFirst());
        doubtful.add(field);
    }

    /** A choice of fields that does without this one. */
    private boolean isOtherwiseGiven(String field) {
        return target.any().stream()
                .anyMatch(group -> !group.contains(field) && places.keySet().containsAll(group));
    }

    private void find(String field, List<HeaderName> names) {
        for (HeaderName name : names) {
            for (int i = 0; i < header.size(); i++) {
                if (!places.containsValue(i)
                        && name.matches(header.get(i))
                        && contents.mayBe(field, i)) {
                    places.put(field, i);
                    return;
                }
            }
        }
    }
}
