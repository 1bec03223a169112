package app.rotina.api;

import app.rotina.api.CheckCard.FindingCard;
import app.rotina.kernel.Texts;
import app.rotina.routine.checks.Agenda;
import app.rotina.routine.checks.Agenda.Item;
import app.rotina.routine.checks.Check;
import app.rotina.routine.checks.Evidence;
import app.rotina.routine.checks.History;
import app.rotina.routine.checks.Result;
import app.rotina.routine.checks.Turn;
import app.rotina.state.CheckAnswers;
import app.rotina.state.CheckAnswers.Answer;
import app.rotina.state.RoutineChoices.Mute;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a store's routine asks for on a day. */
record AgendaCard(LocalDate day, List<String> packs, int due, List<ItemCard> items) {

    /** A period: named by its first day. */
    record TurnCard(String cadence, LocalDate first, LocalDate last) {
        static TurnCard of(Turn turn) {
            return new TurnCard(turn.cadence().id(), turn.first(), turn.last());
        }
    }

    /** What a person answered; {@code stake} is money of one day. */
    record AnswerCard(
            long id,
            String check,
            LocalDate turn,
            String outcome,
            String note,
            @Nullable String number,
            Map<String, String> numbers,
            String link,
            @Nullable String stake,
            String by,
            Instant at) {
        static AnswerCard of(Answer answer) {
            return new AnswerCard(
                    answer.id(),
                    answer.about().check(),
                    answer.about().turn(),
                    answer.said().outcome().toLowerCase(Locale.ROOT),
                    answer.said().note(),
                    plain(answer.said().number()),
                    numbers(answer.said()),
                    answer.said().link(),
                    plain(answer.said().stake()),
                    answer.who(),
                    answer.at());
        }

        private static Map<String, String> numbers(CheckAnswers.Said said) {
            Map<String, String> numbers = new LinkedHashMap<>();
            said.numbers().forEach((name, value) -> numbers.put(name, value.toPlainString()));
            return numbers;
        }

        private static @Nullable String plain(@Nullable BigDecimal number) {
            return number == null ? null : number.stripTrailingZeros().toPlainString();
        }
    }

    /**
     * A figure to decide by; absence: it is missing.
     *
     * @param where the part of the store, value by dimension; empty: the whole store
     * @param until up to what hour of its day, and of those before; absence: all of it
     */
    record EvidenceCard(
            String metric,
            Map<String, String> where,
            LocalDate from,
            LocalDate to,
            @Nullable LocalTime until,
            @Nullable Object value,
            @Nullable Object before,
            @Nullable String missing) {
        static EvidenceCard of(Evidence.Line line, Figures figures) {
            return new EvidenceCard(
                    line.metric(),
                    line.where(),
                    line.days().from(),
                    line.days().to(),
                    line.until(),
                    figures.of(line.metric(), line.now()),
                    figures.of(line.metric(), line.before()),
                    line.now().missing().orElse(null));
        }
    }

    /**
     * A record that a check is about, such as a campaign of the day.
     *
     * @param says how it stands, in the language that was asked for
     * @param day what that speaks of; absence: no day
     */
    record NoteCard(String kind, String name, String state, @Nullable LocalDate day, String says) {
        static NoteCard of(Evidence.Note note, Texts texts) {
            return new NoteCard(
                    note.kind(), note.name(), note.state(), note.day(), note.says(texts));
        }
    }

    /** A silence. */
    record MuteCard(long id, LocalDate until, String why, String by) {
        static @Nullable MuteCard of(@Nullable Mute mute) {
            return mute == null
                    ? null
                    : new MuteCard(mute.id(), mute.until(), mute.why(), mute.who());
        }
    }

    /**
     * One check in one period.
     *
     * @param state {@code due}, {@code later} or {@code done}; silent ones say so
     * @param outcome {@code open} where neither data nor a person has decided
     * @param missing why data cannot tell; absence: they can
     * @param numbers the names of the numbers that an answer holds; one without a name is empty
     * @param missed earlier periods in which it was not done, by their first days
     * @param before the latest answer before that counted something
     */
    record ItemCard(
            String id,
            String label,
            String kind,
            String area,
            String job,
            TurnCard turn,
            LocalTime at,
            LocalDate due,
            String state,
            String outcome,
            @Nullable String missing,
            String metric,
            String unit,
            String look,
            String todo,
            List<String> asks,
            Map<String, String> numbers,
            List<EvidenceCard> evidence,
            List<NoteCard> notes,
            List<FindingCard> findings,
            String stake,
            @Nullable AnswerCard answer,
            @Nullable MuteCard mute,
            List<LocalDate> missed,
            @Nullable AnswerCard before) {}

    /** How a check went in its latest periods. */
    record HistoryCard(
            String id,
            String label,
            String kind,
            String cadence,
            String job,
            int streak,
            List<MarkCard> marks) {

        /** One period. */
        record MarkCard(TurnCard turn, String how, @Nullable AnswerCard answer) {}

        static HistoryCard of(History history, Texts texts) {
            Check check = history.check();
            return new HistoryCard(
                    check.id(),
                    check.label(texts),
                    check.kind().id(),
                    check.cadence().id(),
                    check.job().id(),
                    history.streak(),
                    history.marks().stream()
                            .map(mark ->
                                    new MarkCard(
                                            TurnCard.of(mark.turn()),
                                            mark.how().name().toLowerCase(Locale.ROOT),
                                            mark.answer() == null
                                                    ? null
                                                    : AnswerCard.of(mark.answer())))
                            .toList());
        }
    }

    /** The words and figures of one language and store. */
    record Writing(
            Figures figures,
            Texts texts,
            Map<String, List<Evidence.Line>> evidence,
            Map<String, List<Evidence.Note>> notes) {

        AgendaCard card(Agenda agenda, List<Item> items) {
            return new AgendaCard(
                    agenda.day(),
                    agenda.routine().packs(),
                    (int) items.stream().filter(one -> one.state() == Agenda.State.DUE).count(),
                    items.stream().map(this::item).toList());
        }

        private ItemCard item(Item item) {
            Check check = item.check();
            @Nullable Result result = item.result();
            @Nullable Answer answer = item.answer();
            return new ItemCard(
                    check.id(),
                    check.label(texts),
                    check.kind().id(),
                    check.area(),
                    check.job().id(),
                    TurnCard.of(item.turn()),
                    check.at(),
                    item.due(),
                    item.state().id(),
                    outcome(result, answer),
                    result == null ? null : result.missing(),
                    check.metric().orElse(""),
                    check.unit(figures.catalog()).id(),
                    check.look(texts),
                    check.todo(texts),
                    check.asks().stream().map(ask -> ask.id()).toList(),
                    numbers(check),
                    evidence(item),
                    notes(item),
                    findings(check, result),
                    figures.money(result == null ? BigDecimal.ZERO : result.stake()),
                    answer == null ? null : AnswerCard.of(answer),
                    MuteCard.of(item.mute()),
                    item.missed().stream().map(Turn::first).toList(),
                    item.before() == null ? null : AnswerCard.of(item.before()));
        }

        private Map<String, String> numbers(Check check) {
            Map<String, String> numbers = new LinkedHashMap<>();
            check.numbers().forEach(one -> numbers.put(one.id(), one.label(texts)));
            return numbers;
        }

        private static String outcome(@Nullable Result result, @Nullable Answer answer) {
            if (result != null) {
                return result.outcome().name().toLowerCase(Locale.ROOT);
            }
            return answer == null ? "open" : answer.said().outcome().toLowerCase(Locale.ROOT);
        }

        private List<FindingCard> findings(Check check, @Nullable Result result) {
            return result == null
                    ? List.of()
                    : result.findings().stream()
                            .map(found -> FindingCard.of(check, found, figures, texts))
                            .toList();
        }

        private List<NoteCard> notes(Item item) {
            return notes.getOrDefault(item.check().id(), List.of()).stream()
                    .map(note -> NoteCard.of(note, texts))
                    .toList();
        }

        private List<EvidenceCard> evidence(Item item) {
            return evidence.getOrDefault(item.check().id(), List.of()).stream()
                    .map(line -> EvidenceCard.of(line, figures))
                    .toList();
        }
    }
}
