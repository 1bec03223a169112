package app.rotina.sources.mapping;

import app.rotina.sources.Delivery.Control;
import app.rotina.sources.Fact;
import app.rotina.sources.Facts;
import app.rotina.sources.Field;
import app.rotina.sources.mapping.FileProfile.Reading;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one file of a profile. */
final class FileReader {
    private static final Set<String> NAMES =
            Set.of(
                    "zone",
                    "currency",
                    "numbers",
                    "dates",
                    "blanks",
                    "layout",
                    "columns",
                    "compute",
                    "rules",
                    "emit",
                    "key",
                    "group",
                    "version",
                    "control",
                    "require",
                    "distinct",
                    "mostly",
                    "fill",
                    "stream",
                    "lists");

    private final Yaml profile;
    private final String profileId;
    private final String id;
    private final Yaml file;
    private final Slots slots = new Slots();
    private final List<Fact> facts = new ArrayList<>();

    FileReader(Yaml profile, String profileId, String id, Yaml file) {
        this.profile = profile;
        this.profileId = profileId;
        this.id = id;
        this.file = file;
    }

    FileProfile read() {
        file.only(NAMES);
        file.at("emit").items().forEach(emit -> facts.add(fact(emit.at("fact"))));
        Reading reading = new ReadingReader(profile, file).read();
        List<Column> columns = columns();
        List<Step> steps = new StepReader(this::kindOf, slots).read(file);
        List<Emit> emits = emits(steps);
        @Nullable Control control = control();
        List<String> key = names("key");
        @Nullable String group = name("group");
        @Nullable String version = name("version");
        return new FileProfile(
                profileId,
                id,
                reading,
                new LayoutReader(profile, file).read(),
                slots.all(),
                columns,
                steps,
                emits,
                delivered(emits, key, besides(group, version, control)),
                key,
                group,
                version,
                control,
                file.at("mostly").flag(),
                names("require").stream().map(slots::index).toList(),
                file.at("distinct").flag(),
                fill(),
                stream());
    }

    private static Fact fact(Yaml name) {
        String id = name.text();
        return name.check(() -> Facts.of(id));
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        file.at("columns")
                .entries()
                .forEach((name, column) ->
                        columns.add(ColumnReader.read(name, column, slots, this::kindOf)));
        if (columns.stream().allMatch(column -> column.need() == Column.Need.NONE)) {
            throw file.at("columns").fails("no_need");
        }
        return List.copyOf(columns);
    }

    /** What a name means without a type of its own: the field of a fact that the file emits. */
    private Kind kindOf(Yaml place, String name) {
        Field.@Nullable Type type = null;
        for (Fact fact : facts) {
            if (fact.has(name)) {
                Field.Type own = fact.field(name).type();
                if (type != null && type != own) {
                    throw place.fails("two_types");
                }
                type = own;
            }
        }
        if (type == null) {
            throw place.fails("no_type");
        }
        return Kind.of(type);
    }

    private List<Emit> emits(List<Step> steps) {
        boolean ignores =
                steps.stream()
                        .filter(Step.Decide.class::isInstance)
                        .flatMap(step -> ((Step.Decide) step).rules().stream())
                        .anyMatch(Step.Rule::ignore);
        List<Emit> emits = new ArrayList<>();
        for (Yaml emit : file.at("emit").items()) {
            emits.add(new EmitReader(slots).read(emit, facts.get(emits.size()), ignores));
        }
        if (emits.isEmpty()) {
            throw file.at("emit").fails("no_emit");
        }
        return List.copyOf(emits);
    }

    private @Nullable Control control() {
        Yaml control = file.at("control");
        if (control.isAbsent()) {
            return null;
        }
        control.only(Set.of("column", "fact", "field", "negative"));
        String column = control.at("column").text();
        control.at("column").check(() -> slots.index(column));
        Fact fact = fact(control.at("fact"));
        String field = control.at("field").text();
        control.at("field").check(() -> fact.field(field));
        return new Control(column, fact.id(), field, Set.copyOf(control.at("negative").texts()));
    }

    private List<String> names(String entry) {
        List<String> names = file.at(entry).texts();
        names.forEach(name -> file.at(entry).check(() -> slots.index(name)));
        return names;
    }

    private @Nullable String name(String entry) {
        List<String> names = names(entry);
        return names.isEmpty() ? null : names.getFirst();
    }

    private List<String> fill() {
        List<String> fill = names("fill");
        if (!fill.isEmpty() && file.at("group").isAbsent()) {
            throw file.at("fill").fails("fill");
        }
        return List.copyOf(fill);
    }

    private FileProfile.Stream stream() {
        List<String> lists = file.at("lists").texts();
        if (file.at("stream").isAbsent()) {
            if (!lists.isEmpty()) {
                throw file.at("lists").fails("lists");
            }
            return FileProfile.Stream.NONE;
        }
        return new FileProfile.Stream(Set.copyOf(file.at("stream").texts()), lists);
    }

    private List<Integer> delivered(List<Emit> emits, List<String> key, List<String> besides) {
        Set<String> names = new LinkedHashSet<>(key);
        emits.forEach(emit -> names.addAll(emit.columns().values()));
        names.addAll(besides);
        List<Integer> delivered = new ArrayList<>(names.stream().map(slots::index).toList());
        emits.forEach(emit -> addFlag(delivered, emit));
        return List.copyOf(delivered);
    }

    private static List<String> besides(
            @Nullable String group, @Nullable String version, @Nullable Control control) {
        List<String> names = new ArrayList<>();
        if (group != null) {
            names.add(group);
        }
        if (version != null) {
            names.add(version);
        }
        if (control != null) {
            names.add(control.column());
        }
        return names;
    }

    private static void addFlag(List<Integer> delivered, Emit emit) {
        Integer flag = emit.flag();
        if (flag != null) {
            delivered.add(flag);
        }
    }

    /** Tells what a name is, or fails at its place. */
    @FunctionalInterface
    interface Kinds {
        Kind of(Yaml place, String name);
    }
}
