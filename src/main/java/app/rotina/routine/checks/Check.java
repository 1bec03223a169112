package app.rotina.routine.checks;

import app.rotina.kernel.Days;
import app.rotina.kernel.Texts;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric.Unit;
import app.rotina.state.Job;
import app.rotina.state.Traces;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One check of the routine, as {@code checks/<id>.yaml} defines it, or a store for itself.
 *
 * @param at when on its day it is due, by the store's clock
 * @param everyDay true where it is due on holidays and rest days too
 * @param job who acts on what it finds, and answers it
 * @param place where it stands in lists, smallest first
 * @param packs the routines it belongs to
 * @param area the part of its packs that it stands in
 * @param covers the requirements it serves
 * @param words what it says
 */
public record Check(
        String id,
        Cadence cadence,
        LocalTime at,
        boolean everyDay,
        Severity severity,
        Job job,
        int place,
        List<String> packs,
        String area,
        List<String> covers,
        Way way,
        Words words) {

    /** The first hour of the second round of a day. */
    private static final LocalTime MIDDAY = LocalTime.of(11, 0);

    /** How much a finding matters: one fails the check, the other asks for attention. */
    public enum Severity {
        FAIL,
        ATTENTION
    }

    /** Who decides how it stands. */
    public enum Kind {
        /** Data do. */
        AUTOMATIC,
        /** A person does, by figures. */
        ASSISTED,
        /** A person does. */
        HUMAN;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Texts by language tag.
     *
     * @param labels its name
     * @param finds what it says of a finding, with {@code where}, {@code value} and {@code usual};
     *     empty: a person says it
     * @param look what to look at; empty: data do
     * @param task what to do about a finding, in a few words
     * @param todo how to do it
     */
    public record Words(
            Map<String, String> labels,
            Map<String, String> finds,
            Map<String, String> look,
            Map<String, String> task,
            Map<String, String> todo) {}

    public Kind kind() {
        return switch (way) {
            case Rule rule -> Kind.AUTOMATIC;
            case Way.Asking asking -> asking.shown().isNothing() ? Kind.HUMAN : Kind.ASSISTED;
        };
    }

    /** What data decide by; empty: a person does. */
    public Optional<Rule> rule() {
        return way instanceof Rule rule ? Optional.of(rule) : Optional.empty();
    }

    /** What its findings are values of; empty: of no metric. */
    public Optional<String> metric() {
        return rule().map(Rule::metric).filter(id -> !id.isEmpty());
    }

    /** What an answer must hold. */
    public List<Way.Ask> asks() {
        return way instanceof Way.Asking asking ? asking.asks() : List.of();
    }

    /** The numbers that an answer holds; at least one of them must be known. */
    public List<Way.Named> numbers() {
        return way instanceof Way.Asking asking && asking.asks().contains(Way.Ask.NUMBER)
                ? asking.numbers().isEmpty() ? List.of(Way.Named.ONLY) : asking.numbers()
                : List.of();
    }

    /** True where anything is shown beside it. */
    public boolean isShown() {
        return !way.shown().isNothing();
    }

    /** The metrics shown to who decides. */
    public List<String> evidence() {
        return way.shown().metrics();
    }

    /** The dimensions by which they are shown too; empty: of the whole store alone. */
    public List<String> evidenceBy() {
        return way.shown().by();
    }

    /** What answers it when it is done in Rotina; empty: only a person does, or data. */
    public Optional<Traces.Kind> trace() {
        return way instanceof Way.Asking asking
                ? Optional.ofNullable(asking.trace())
                : Optional.empty();
    }

    /** The store's page where a period is looked at; empty: none. */
    public String page(Days days) {
        return way instanceof Way.Asking asking
                ? asking.page()
                        .replace("{from}", days.from().toString())
                        .replace("{to}", days.to().toString())
                : "";
    }

    /** What the values of its findings are counted in; without a metric they are just numbers. */
    public Unit unit(Catalog catalog) {
        return metric().map(id -> catalog.of(id).unit()).orElse(Unit.NUMBER);
    }

    public boolean isMorning() {
        return at.isBefore(MIDDAY);
    }

    public String label(Texts texts) {
        return said(words.labels, texts, id);
    }

    public String finds(Texts texts) {
        return said(words.finds, texts, "");
    }

    public String look(Texts texts) {
        return said(words.look, texts, "");
    }

    public String task(Texts texts) {
        return said(words.task, texts, label(texts));
    }

    public String todo(Texts texts) {
        return said(words.todo, texts, "");
    }

    private static String said(Map<String, String> by, Texts texts, String otherwise) {
        return by.getOrDefault(
                texts.locale().toLanguageTag(),
                by.getOrDefault(Locale.ENGLISH.toLanguageTag(), otherwise));
    }

    /** True for one that a store added itself. */
    public boolean isOwn() {
        return area.equals(Checks.OWN);
    }
}
