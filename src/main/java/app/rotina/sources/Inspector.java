package app.rotina.sources;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.sources.file.Layout;
import app.rotina.sources.file.Look;
import app.rotina.sources.file.RawFile;
import app.rotina.sources.inspect.Draft;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at a file before it is taken in: what it is, what its rows become, what it leaves open. */
public final class Inspector {
    private static final int PREVIEW = 50;
    private static final int ONE = 1;

    private Inspector() {}

    /** One inspection for each table of the file. Answers given in the context are used. */
    public static List<Inspection> inspect(Path path, String originalName, ReadingContext context) {
        List<Inspection> inspections = new ArrayList<>();
        for (RawFile raw : RawFile.open(path, originalName, context.temp())) {
            try (raw) {
                inspections.add(inspect(raw, context));
            }
        }
        return List.copyOf(inspections);
    }

    private static Inspection inspect(RawFile raw, ReadingContext context) {
        Optional<SourceFile> known = SourceFile.recognise(raw, context);
        if (known.isPresent()) {
            SourceFile source = known.get();
            Found found = new Found(null, source.delivery(), List.of(), Preview.of(source));
            return found.in(raw, source.look());
        }
        Look look = raw.look(Layout.DETECT);
        Draft draft = Draft.of(look, context);
        Found found =
                draft.isComplete()
                        ? proposed(raw, look, draft, context)
                        : new Found(null, null, draft.questions(), new Preview());
        return found.in(raw, look);
    }

    private static Found proposed(RawFile raw, Look look, Draft draft, ReadingContext context) {
        String id = id(raw.name());
        SourceFile open = read(raw, look, draft.yaml(id, List.of("dot", "comma")), context);
        List<String> numbers = open.numbers();
        String yaml = draft.yaml(id, numbers);
        SourceFile source = read(raw, look, yaml, context);
        Preview preview = Preview.of(source);
        List<Question> questions = new ArrayList<>(draft.questions());
        if (numbers.size() > ONE) {
            preview.ambiguousNumber()
                    .ifPresent(example ->
                            questions.add(new Question("numbers", List.of(example), numbers)));
        }
        return new Found(yaml, source.delivery(), questions, preview);
    }

    private static SourceFile read(RawFile raw, Look look, String yaml, ReadingContext context) {
        Profile profile = Profile.of(raw.name(), yaml);
        return SourceFile.of(raw, look, profile.files().getFirst(), context);
    }

    /** An id from the file's name. */
    private static String id(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        String plain =
                last.replaceFirst("\\.[a-z]+$", "")
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-+|-+$", "");
        String bounded = plain.substring(0, Math.min(40, plain.length()));
        return bounded.isEmpty() ? "file" : bounded;
    }

    /** What was found out; without a text of its own the delivery is a shipped one. */
    private record Found(
            @Nullable String yaml,
            @Nullable Delivery delivery,
            List<Question> questions,
            Preview preview) {

        Inspection in(RawFile raw, Look look) {
            return new Inspection(
                    raw.name(),
                    look.format().name().toLowerCase(Locale.ROOT),
                    look.encoding().name(),
                    String.valueOf(look.delimiter()),
                    look.headerRow(),
                    look.header(),
                    look.preview(),
                    delivery == null || yaml != null ? null : delivery.name(),
                    yaml,
                    delivery,
                    List.copyOf(questions),
                    look.warnings().stream().map(Warning::of).toList(),
                    preview.rows(),
                    preview.rejected());
        }
    }

    /** The first rows of a file; reading stops when they are there. */
    private static final class Preview implements RowSink {
        private final List<SourceRow> rows = new ArrayList<>();
        private final List<RejectedRow> rejected = new ArrayList<>();

        static Preview of(SourceFile source) {
            Preview preview = new Preview();
            try {
                source.read(preview);
            } catch (RotinaException e) {
                if (e.problem() != Problem.IMPORT_CANCELLED) {
                    throw e;
                }
            }
            return preview;
        }

        @Override
        public void take(SourceRow row) {
            if (!cancelled()) {
                rows.add(row);
            }
        }

        @Override
        public void reject(RejectedRow row) {
            if (!cancelled()) {
                rejected.add(row);
            }
        }

        @Override
        public boolean cancelled() {
            return rows.size() + rejected.size() >= PREVIEW;
        }

        List<SourceRow> rows() {
            return List.copyOf(rows);
        }

        List<RejectedRow> rejected() {
            return List.copyOf(rejected);
        }

        Optional<String> ambiguousNumber() {
            return rejected.stream()
                    .filter(row -> row.reason().equals("number_ambiguous"))
                    .map(row -> String.valueOf(row.value()))
                    .findFirst();
        }
    }
}
