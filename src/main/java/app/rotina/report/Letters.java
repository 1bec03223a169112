package app.rotina.report;

import app.rotina.kernel.Formats;
import app.rotina.kernel.Store;
import app.rotina.kernel.Texts;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.FigureText;
import app.rotina.report.Letter.Item;
import app.rotina.report.Letter.Links;
import app.rotina.report.Letter.Part;
import app.rotina.routine.checks.Check;
import app.rotina.routine.checks.Checks;
import app.rotina.state.Task;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what is sent to people: the morning's digest and alerts. */
@Component
public final class Letters {
    private final Catalog catalog;
    private final Checks checks;

    Letters(Catalog catalog, Checks checks) {
        this.catalog = catalog;
        this.checks = checks;
    }

    /**
     * Whom a letter is for.
     *
     * @param address where this installation is found, without a slash at its end; absence: nobody
     *     said
     */
    public record Reader(Locale locale, @Nullable String address) {}

    /** A day that is over: verdict, why in money, what to do, how the month stands. */
    public Letter digest(Report report, List<Task> open, Reader reader) {
        Telling telling = Telling.of(report, catalog, reader.locale());
        TaskWords words = words(report.store(), reader.locale());
        return new DigestLetter(telling, words, open)
                .letter(links(report.store(), "/day/" + report.period().through(), reader));
    }

    /**
     * What a check found.
     *
     * @param found the tasks it opened
     * @param today in the store's time
     */
    public Letter alert(
            Store store, String check, List<Task> found, LocalDate today, Reader reader) {
        Texts texts = Texts.of(reader.locale());
        Check of = checks.of(store.id(), check);
        TaskWords words = words(store, reader.locale());
        BigDecimal stake = found.stream().map(Task::stake).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Item> items = found.stream().map(words::finding).toList();
        return new Letter(
                texts.locale().toLanguageTag(),
                redIsUp(store),
                texts.say("letter.alert.subject", store.name(), of.label(texts)),
                store.name(),
                Formats.of(reader.locale()).day(today),
                "alert",
                texts.say("letter.alert"),
                stake.signum() == 0
                        ? of.label(texts)
                        : texts.say("letter.alert.stake", of.label(texts), words.perDay(stake)),
                List.of(),
                List.of(
                        new Part(texts.say("letter.found"), items),
                        new Part(
                                texts.say("letter.todo"),
                                List.of(new Item(of.task(texts), of.todo(texts), "", "even")))),
                "",
                links(store, "/tasks", reader));
    }

    private TaskWords words(Store store, Locale locale) {
        return new TaskWords(catalog, checks, FigureText.of(store.currency(), locale));
    }

    static boolean redIsUp(Store store) {
        return store.locale().getCountry().equals("CN");
    }

    private static @Nullable Links links(Store store, String path, Reader reader) {
        if (reader.address() == null) {
            return null;
        }
        Texts texts = Texts.of(reader.locale());
        String shop = reader.address() + "/s/" + store.id();
        String open = path.equals("/tasks") ? "letter.open.tasks" : "letter.open.day";
        return new Links(shop + path, texts.say(open), shop + "/reach", texts.say("letter.choose"));
    }
}
