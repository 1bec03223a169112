package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.reach.Reaching;
import app.rotina.reach.Reaching.Way;
import app.rotina.report.Letter;
import app.rotina.report.Letter.Links;
import app.rotina.report.Letter.Part;
import app.rotina.state.Audit;
import app.rotina.state.Outbox.Message;
import app.rotina.state.People;
import app.rotina.state.Person;
import app.rotina.state.Role;
import app.rotina.state.Webhooks;
import app.rotina.state.Webhooks.Webhook;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A day's digest: to read, and to send to those who want it. */
@RestController
@RequestMapping("/api/stores/{store}/digests/{date}")
class DigestsApi {
    private final Reaching reaching;
    private final People people;
    private final Webhooks webhooks;
    private final Audit audit;

    DigestsApi(Reaching reaching, People people, Webhooks webhooks, Audit audit) {
        this.reaching = reaching;
        this.people = people;
        this.webhooks = webhooks;
        this.audit = audit;
    }

    /**
     * A digest in one language.
     *
     * @param verdict {@code met}, {@code missed}, {@code no_goal} or {@code no_data}
     * @param text all of it in plain lines
     * @param links absence: nobody said where this installation is found
     */
    record DigestCard(
            String store,
            LocalDate date,
            String language,
            String subject,
            String verdict,
            String sentence,
            List<String> details,
            List<Part> parts,
            String text,
            @Nullable Links links) {}

    /**
     * What became of it on the way to one recipient.
     *
     * @param state {@code waiting}, {@code claimed}, {@code sent}, {@code failed}, {@code unknown}
     *     or {@code dropped}
     * @param reason a word; empty: nothing is to be said
     * @param said by the other side
     */
    record SentCard(String recipient, String state, int attempts, String reason, String said) {}

    /**
     * @param lang its language; absence: the store's
     */
    @GetMapping
    @Access(Role.VIEWER)
    DigestCard show(
            Store store,
            @PathVariable LocalDate date,
            @RequestParam(required = false) @Nullable String lang) {
        Locale locale = lang == null ? store.locale() : Locale.forLanguageTag(lang);
        Letter letter = reaching.digest(store, date, locale);
        return new DigestCard(
                store.id(),
                date,
                letter.language(),
                letter.subject(),
                letter.kind(),
                letter.sentence(),
                letter.details(),
                letter.parts(),
                letter.text(),
                letter.links());
    }

    /**
     * Sends it to everybody who wants it and does not have it.
     *
     * @param to {@code mail} or {@code webhook}
     */
    @PostMapping
    @Access(Role.OWNER)
    List<SentCard> send(
            Caller caller, Store store, @PathVariable LocalDate date, @RequestParam String to) {
        Way way =
                switch (to) {
                    case "mail" -> Way.MAIL;
                    case "webhook" -> Way.WEBHOOK;
                    default -> throw new RotinaException(Problem.BAD_ARGUMENT, to);
                };
        List<Message> sent = reaching.send(store, date, way);
        audit.note(caller.name(), store.id(), "digest." + to, date.toString());
        return sent.stream().map(this::card).toList();
    }

    private SentCard card(Message message) {
        return new SentCard(
                recipient(message),
                message.state().name().toLowerCase(Locale.ROOT),
                message.attempts(),
                message.reason(),
                message.said());
    }

    private String recipient(Message message) {
        @Nullable Long person = message.draft().to().person();
        @Nullable Long webhook = message.draft().to().webhook();
        if (person != null) {
            return people.find(person).map(Person::name).orElse("");
        }
        return webhook == null
                ? ""
                : webhooks.find(message.store(), webhook).map(Webhook::name).orElse("");
    }
}
