package app.rotina.web;

import app.rotina.kernel.Store;
import app.rotina.sources.Inspection;
import app.rotina.sources.Proposal;
import app.rotina.sources.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table that nothing recognises, as its page shows it: what is proposed, what only a person can
 * say, and the rows as they would be read by that.
 *
 * @param table its name, which its answers are kept under
 * @param fields all fields such a table can have, parted by commas
 * @param savable true where it can be read and kept
 * @param columns those that are used
 * @param unused those that are not
 * @param zone whose times it has
 * @param called the name its profile gets
 */
record UnknownFile(
        String table,
        String kind,
        String fields,
        boolean savable,
        List<Choice> kinds,
        List<Ask> asks,
        List<Column> columns,
        List<Column> unused,
        List<Word> words,
        String zone,
        String called,
        FilePreview preview) {
    private static final int EXAMPLES = 3;
    private static final int LONGEST_EXAMPLE = 40;
    private static final Set<String> APART = Set.of("kind", "status");
    private static final Set<String> SETTLED = Set.of("dates", "numbers", "currency");

    /** One thing that may be chosen. */
    record Choice(String value, String label, boolean chosen) {}

    /**
     * A question with its choices.
     *
     * @param open true while nobody has answered it
     */
    record Ask(String name, String question, List<Choice> choices, boolean open) {
        boolean few() {
            return choices.size() <= 3;
        }
    }

    /** A column of the file and what it is taken for. */
    record Column(int index, String header, String examples, List<Choice> fields) {}

    /** A word of the status column and what it means. */
    record Word(String word, List<Choice> meanings, boolean open) {}

    static UnknownFile of(
            Inspection look, Proposal proposal, Map<String, String> answers, Screen screen) {
        return new Composition(look, proposal, answers, screen).unknown();
    }

    /** What a table leaves open, and what was answered. */
    static List<Ask> asks(Inspection look, Map<String, String> answers, Screen screen) {
        return new Asks(look, answers, screen.words()).all();
    }

    /** Puts the questions together. */
    private record Asks(Inspection look, Map<String, String> answers, Words words) {

        List<Ask> all() {
            List<Ask> asks = new ArrayList<>();
            for (Question question : look.questions()) {
                if (!APART.contains(question.key())) {
                    asks.add(ask(question));
                }
            }
            answers.keySet().stream()
                    .filter(SETTLED::contains)
                    .sorted()
                    .forEach(about -> asks.add(settled(about)));
            return asks;
        }

        private Ask ask(Question question) {
            boolean column = question.answer().startsWith("column.");
            List<Choice> choices =
                    column
                            ? question.options().stream()
                                    .map(header -> new Choice(header, header, false))
                                    .toList()
                            : choices(question.options(), "sources.answer.", null, words);
            return new Ask(question.answer(), question.in(words.texts()), choices, true);
        }

        /** What was answered can be answered otherwise. */
        private Ask settled(String about) {
            List<String> options =
                    switch (about) {
                        case "dates" -> List.of("day_first", "month_first");
                        case "numbers" -> List.of("dot", "comma");
                        default -> List.of("CNY", "JPY");
                    };
            return new Ask(
                    about,
                    words.say("web.unknown.settled." + about),
                    choices(options, "sources.answer.", answers.get(about), words),
                    false);
        }
    }

    private static List<Choice> choices(
            List<String> values, String texts, @Nullable String chosen, Words words) {
        return values.stream()
                .map(value ->
                        new Choice(
                                value,
                                words.sayOr(texts + value, value),
                                Objects.equals(value, chosen)))
                .toList();
    }

    /** Puts the parts together. */
    private record Composition(
            Inspection look, Proposal proposal, Map<String, String> answers, Screen screen) {

        UnknownFile unknown() {
            boolean savable =
                    look.profile() != null && look.problem() == null && !look.rows().isEmpty();
            List<Column> all = columns();
            Set<String> used = Set.copyOf(proposal.places().stream().map(p -> p.header()).toList());
            return new UnknownFile(
                    look.name(),
                    proposal.kind(),
                    String.join(",", proposal.fields()),
                    savable,
                    choices(proposal.kinds(), "sources.kind.", proposal.kind()),
                    UnknownFile.asks(look, answers, screen),
                    all.stream().filter(one -> used.contains(one.header())).toList(),
                    all.stream().filter(one -> !used.contains(one.header())).toList(),
                    words(),
                    answers.getOrDefault("zone", store().zone().getId()),
                    answers.getOrDefault("name", stem(look.name())),
                    FilePreview.of(look, screen));
        }

        private List<Column> columns() {
            List<String> header = look.header();
            return IntStream.range(0, header.size())
                    .filter(i -> !header.get(i).isBlank() && header.indexOf(header.get(i)) == i)
                    .mapToObj(this::column)
                    .toList();
        }

        private Column column(int index) {
            String header = look.header().get(index);
            @Nullable String field =
                    proposal.places().stream()
                            .filter(place -> place.header().equals(header))
                            .map(Proposal.Place::field)
                            .findFirst()
                            .orElse(null);
            Choice none = new Choice("", screen.words().say("web.unknown.not_used"), field == null);
            return new Column(
                    index,
                    header,
                    examples(index),
                    Stream.concat(
                                    Stream.of(none),
                                    choices(proposal.fields(), "sources.field.", field).stream())
                            .toList());
        }

        private String examples(int index) {
            return String.join(
                    " · ",
                    look.sample().stream()
                            .map(row -> row.get(index).strip())
                            .filter(cell -> !cell.isEmpty())
                            .distinct()
                            .limit(EXAMPLES)
                            .map(Composition::shortened)
                            .toList());
        }

        private static String shortened(String cell) {
            String line = cell.replaceAll("\\R", " ");
            return line.codePointCount(0, line.length()) <= LONGEST_EXAMPLE
                    ? line
                    : line.substring(0, line.offsetByCodePoints(0, LONGEST_EXAMPLE - 1)) + "…";
        }

        private List<Word> words() {
            return proposal.statuses().entrySet().stream()
                    .map(one -> word(one.getKey(), one.getValue()))
                    .toList();
        }

        private Word word(String word, String meaning) {
            boolean open = meaning.equals("unknown") && !answers.containsKey("status." + word);
            return new Word(
                    word,
                    choices(proposal.meanings(), "sources.status.", open ? null : meaning),
                    open);
        }

        private List<Choice> choices(List<String> values, String texts, @Nullable String chosen) {
            return UnknownFile.choices(values, texts, chosen, screen.words());
        }

        private Store store() {
            return screen.store();
        }

        private static String stem(String name) {
            String last = name.substring(name.lastIndexOf('/') + 1);
            int dot = last.lastIndexOf('.');
            return dot < 1 ? last : last.substring(0, dot);
        }
    }
}
