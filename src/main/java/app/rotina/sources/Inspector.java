package app.rotina.sources;

import app.rotina.kernel.RotinaException;
import app.rotina.sources.file.Layout;
import app.rotina.sources.file.Look;
import app.rotina.sources.file.RawFile;
import app.rotina.sources.inspect.Draft;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks at a file before it is taken in: what it is, what its rows become, what it leaves open. */
public final class Inspector {
    private static final String KIND = "kind";
    private static final int ONE = 1;
    private static final List<String> EITHER = List.of("dot", "comma");

    private final RawFile raw;
    private final ReadingContext context;

    private Inspector(RawFile raw, ReadingContext context) {
        this.raw = raw;
        this.context = context;
    }

    /** One inspection for each table of the file. Answers given in the context are used. */
    public static List<Inspection> inspect(Path path, String originalName, ReadingContext context) {
        return inspect(path, originalName, context, table -> context.answers());
    }

    /**
     * The same with answers for each table.
     *
     * @param answers what was said about the table of this name
     */
    public static List<Inspection> inspect(
            Path path,
            String originalName,
            ReadingContext context,
            Function<String, Map<String, String>> answers) {
        List<Inspection> inspections = new ArrayList<>();
        for (RawFile raw : RawFile.open(path, originalName, context.temp())) {
            try (raw) {
                ReadingContext own = context.answering(answers.apply(raw.name()));
                Inspector inspector = new Inspector(raw, own);
                if (raw.holdsStreams()) {
                    new Streams(raw, own)
                            .all()
                            .forEach(stream -> inspections.add(inspector.known(stream)));
                } else {
                    inspections.add(inspector.inspect());
                }
            }
        }
        return List.copyOf(inspections);
    }

    private Inspection inspect() {
        Optional<SourceFile> known = SourceFile.recognise(raw, context);
        if (known.isPresent() && !context.answers().containsKey(KIND)) {
            return known(known.get());
        }
        Look look = raw.look(Layout.DETECT);
        Draft draft = Draft.of(look, context, List.of());
        return found(draft.isComplete() ? proposed(look, draft) : unclear(draft), look);
    }

    private Inspection known(SourceFile source) {
        FirstRows first = FirstRows.of(source);
        return found(new Found(null, null, source, doubts(source, first), first), source.look());
    }

    private static Found unclear(Draft draft) {
        return new Found(draft.proposal(), null, null, draft.questions(), FirstRows.none());
    }

    private Found proposed(Look look, Draft first) {
        List<String> numbers = read(look, first.yaml(id(), EITHER)).numbers();
        SourceFile source = read(look, first.yaml(id(), numbers));
        FirstRows rows = FirstRows.of(source);
        Draft draft = Draft.of(look, context, source.newWords("status"));
        String yaml = draft.yaml(id(), numbers);
        if (!yaml.equals(first.yaml(id(), numbers))) {
            source = read(look, yaml);
            rows = FirstRows.of(source);
        }
        List<Question> questions = new ArrayList<>(draft.questions());
        questions.addAll(doubts(source, rows));
        return new Found(draft.proposal(), yaml, source, questions, rows);
    }

    /** What the first rows do not settle and a person has not said. */
    private static List<Question> doubts(SourceFile source, FirstRows rows) {
        List<Question> questions = new ArrayList<>();
        if (source.numbers().size() > ONE) {
            rows.refusedFor("number_ambiguous")
                    .map(row -> List.of(String.valueOf(row.value())))
                    .ifPresent(example ->
                            questions.add(
                                    new Question("numbers", "numbers", example, source.numbers())));
        }
        rows.refusedFor("date_ambiguous")
                .map(row -> List.of(String.valueOf(row.column()), String.valueOf(row.value())))
                .ifPresent(example ->
                        questions.add(
                                new Question(
                                        "day_or_month",
                                        "dates",
                                        example,
                                        List.of("day_first", "month_first"))));
        return questions;
    }

    private SourceFile read(Look look, String yaml) {
        Profile profile = Profile.of(raw.name(), yaml);
        return SourceFile.of(raw, look, profile.files().getFirst(), context);
    }

    /** An id from the name a person gave, else from the file's; no other profile has it. */
    private String id() {
        return ProfileId.of(context.answers().getOrDefault("name", raw.name()), context.own());
    }

    private Inspection found(Found found, Look look) {
        @Nullable SourceFile source = found.source();
        @Nullable Delivery delivery = source == null ? null : source.delivery();
        return new Inspection(
                raw.name(),
                look.format().name().toLowerCase(Locale.ROOT),
                look.encoding().name(),
                String.valueOf(look.delimiter()),
                look.headerRow(),
                look.header(),
                look.preview(),
                delivery == null || found.proposal() != null ? null : delivery.name(),
                found.proposal(),
                found.yaml(),
                delivery,
                source == null ? null : obstacle(source),
                List.copyOf(found.questions()),
                source == null ? Map.of() : source.remembered(),
                look.warnings().stream().map(Warning::of).toList(),
                found.rows().rows(),
                found.rows().rejected(),
                found.rows().count());
    }

    private static @Nullable RotinaException obstacle(SourceFile source) {
        try {
            source.requireCurrency();
            return null;
        } catch (RotinaException e) {
            return e;
        }
    }

    /** What was found out; without a source too little is understood. */
    private record Found(
            @Nullable Proposal proposal,
            @Nullable String yaml,
            @Nullable SourceFile source,
            List<Question> questions,
            FirstRows rows) {}
}
