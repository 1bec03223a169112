package app.rotina.sources.inspect;

import app.rotina.sources.Proposal;
import app.rotina.sources.Question;
import app.rotina.sources.ReadingContext;
import app.rotina.sources.file.Look;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A proposed profile for an unknown file, from what was answered, its header and first records. */
public final class Draft {
    private static final int COMPLETE = 1000;

    private final Target target;
    private final Answers answers;
    private final Columns columns;
    private final ColumnDates dates;
    private final Contents contents;
    private final StatusWords statuses;

    private Draft(Target target, Look look, ReadingContext context, List<String> met) {
        this.target = target;
        this.answers = new Answers(context.answers());
        this.dates = new ColumnDates(context.store(), context.clock(), answers);
        this.contents = new Contents(look, dates);
        this.columns = new Columns(target, look.header(), contents, answers);
        this.statuses =
                new StatusWords(
                        Stream.concat(values("source_status").stream(), met.stream()).toList(),
                        answers);
    }

    /**
     * The proposal that explains most of the header, or that of the kind a person named.
     *
     * @param met words of its status column beyond the first records
     */
    public static Draft of(Look look, ReadingContext context, List<String> met) {
        Optional<String> kind = new Answers(context.answers()).to(Answers.KIND);
        return Target.ALL.stream()
                .filter(target -> kind.isEmpty() || kind.get().equals(target.id()))
                .map(target -> new Draft(target, look, context, met))
                .max(Comparator.comparingInt(Draft::fit))
                .orElseThrow();
    }

    /** True where all that a profile needs was found. */
    public boolean isComplete() {
        return columns.missing().isEmpty();
    }

    /** What is proposed, for people who want to change it. */
    public Proposal proposal() {
        return new Proposal(
                target.id(),
                Target.ids(),
                target.fields(),
                target.need(),
                columns.fields().stream()
                        .map(field -> new Proposal.Place(field, columns.header(field)))
                        .toList(),
                columns.has("source_status") ? statuses.meanings() : Map.of(),
                StatusWords.MEANINGS);
    }

    /** The questions that header and content leave open, those about numbers apart. */
    public List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        if (!isComplete() && !answers.has(Answers.KIND)) {
            questions.add(new Question("kind", Answers.KIND, List.of(), Target.ids()));
        }
        columns.missing().stream().map(this::missing).forEach(questions::add);
        needed().flatMap(field -> doubtful(field).stream()).forEach(questions::add);
        dateFields()
                .flatMap(field -> dates.question(columns.header(field), values(field)).stream())
                .limit(1)
                .forEach(questions::add);
        if (columns.has("source_status")) {
            statuses.unknown().forEach(word -> questions.add(status(word)));
        }
        columns.fields().stream()
                .flatMap(field -> money(field).stream())
                .distinct()
                .forEach(questions::add);
        return List.copyOf(questions);
    }

    /**
     * The profile as text.
     *
     * @param numbers the grammars its numbers may follow
     */
    public String yaml(String id, List<String> numbers) {
        return new DraftProfile(target, columns, statuses, answers)
                .yaml(id, numbers, dateFormats());
    }

    private Question missing(String field) {
        return new Question("field", Answers.column(field), List.of(field), columns.unused(field));
    }

    private Stream<String> needed() {
        return Stream.concat(target.need().stream(), target.any().stream().flatMap(List::stream))
                .filter(columns::has)
                .distinct();
    }

    /** Asks where several columns bear a needed field's name, or only one of another field. */
    private Optional<Question> doubtful(String field) {
        if (answers.has(Answers.column(field))) {
            return Optional.empty();
        }
        List<String> rivals = columns.rivals(field);
        if (columns.doubtful().contains(field)) {
            List<String> all = new ArrayList<>(List.of(columns.header(field)));
            all.addAll(columns.unused(field));
            if (Contents.isDate(field) && all.size() == 1) {
                return Optional.empty();
            }
            return Optional.of(new Question("column", Answers.column(field), List.of(field), all));
        }
        return rivals.size() < 2
                ? Optional.empty()
                : Optional.of(
                        new Question("column", Answers.column(field), List.of(field), rivals));
    }

    private static Question status(String word) {
        return new Question("status", Answers.status(word), List.of(word), StatusWords.MEANINGS);
    }

    private Optional<Question> money(String field) {
        return MoneySigns.question(columns.header(field), values(field), answers);
    }

    /** How much of the file, and of the target, the two explain of each other. */
    private int fit() {
        int found = columns.fields().size();
        int missing = columns.missing().size();
        int doubtful = columns.doubtful().size();
        return missing == 0
                ? COMPLETE + found - 2 * doubtful
                : 100 * (found - doubtful) / (found + missing);
    }

    private List<String> dateFormats() {
        List<String> formats =
                dateFields().map(field -> dates.format(values(field))).distinct().toList();
        return formats.isEmpty() ? List.of("iso") : formats;
    }

    private Stream<String> dateFields() {
        return columns.fields().stream().filter(Contents::isDate);
    }

    private List<String> values(String field) {
        return columns.has(field) ? contents.values(columns.place(field)) : List.of();
    }
}
