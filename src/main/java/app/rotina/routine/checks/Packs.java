package app.rotina.routine.checks;

import app.rotina.kernel.Definitions;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.routine.checks.Pack.Area;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Every pack of checks, discovered in the folder {@code packs}. */
@Component
public final class Packs {
    private final List<Pack> all =
            Definitions.in("packs").stream()
                    .map(Packs::pack)
                    .sorted(Comparator.comparingInt(Pack::place))
                    .toList();

    public List<Pack> all() {
        return all;
    }

    public Pack of(String id) {
        return all.stream()
                .filter(pack -> pack.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RotinaException(Problem.BAD_ARGUMENT, "pack " + id));
    }

    /** What a store begins with: the packs of its language, else the first. */
    public List<String> firstOf(Store store) {
        String language = store.locale().getLanguage();
        List<String> spoken =
                all.stream()
                        .filter(pack -> pack.languages().contains(language))
                        .map(Pack::id)
                        .toList();
        return spoken.isEmpty() ? List.of(all.getFirst().id()) : spoken;
    }

    /** The part of the packs with the id; empty: a part of none. */
    public Optional<Area> area(String id) {
        return all.stream()
                .flatMap(pack -> pack.areas().stream())
                .filter(area -> area.id().equals(id))
                .findFirst();
    }

    private static Pack pack(JsonNode yaml) {
        return new Pack(
                yaml.path("id").asString(),
                yaml.path("place").asInt(),
                Definitions.words(yaml.path("languages")),
                yaml.path("areas").properties().stream()
                        .map(one -> new Area(one.getKey(), Definitions.texts(one.getValue())))
                        .toList(),
                Definitions.texts(yaml.path("labels")),
                Definitions.texts(yaml.path("about")));
    }
}
