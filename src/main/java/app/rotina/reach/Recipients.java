package app.rotina.reach;

import app.rotina.report.Letter;
import app.rotina.state.Outbox.Kind;
import app.rotina.state.Outbox.Message;
import app.rotina.state.People;
import app.rotina.state.Person;
import app.rotina.state.ReachChoices;
import app.rotina.state.Webhooks;
import app.rotina.state.Webhooks.Target;
import app.rotina.state.Webhooks.Webhook;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whom messages go to, and by which way. */
@Component
final class Recipients {
    private final People people;
    private final Webhooks webhooks;
    private final MailServers servers;
    private final Smtp smtp;
    private final HookPost hooks;
    private final Clock clock;

    Recipients(
            People people,
            Webhooks webhooks,
            MailServers servers,
            Smtp smtp,
            HookPost hooks,
            Clock clock) {
        this.people = people;
        this.webhooks = webhooks;
        this.servers = servers;
        this.smtp = smtp;
        this.hooks = hooks;
        this.clock = clock;
    }

    /** Somebody, or a chat or program. */
    sealed interface Recipient {
        Locale locale();

        /** True where there is no way to them yet. */
        boolean isWaiting();

        Delivery send(Message message, Letter letter);
    }

    /** Empty: they are not there, or may no longer see the store. */
    Optional<Recipient> of(ReachChoices.Recipient to) {
        if (to.person() != null) {
            return people.find(to.person())
                    .filter(person -> people.role(person, to.store()).isPresent())
                    .map(Reader::new);
        }
        return to.webhook() == null
                ? Optional.empty()
                : webhooks.find(to.store(), to.webhook())
                        .flatMap(hook -> webhooks.target(hook).map(at -> new Hook(hook, at)));
    }

    Delivery test(Person person, String subject, String text) {
        String html = "<p>" + text + "</p>";
        String id = "test." + clock.instant().toEpochMilli();
        return servers.chosen()
                .map(server ->
                        smtp.send(
                                server,
                                servers.password().orElse(""),
                                new Envelope(
                                        id,
                                        person.email(),
                                        person.name(),
                                        subject,
                                        text,
                                        html,
                                        "",
                                        clock.instant())))
                .orElseGet(() -> Delivery.later("no_mail_server", ""));
    }

    Delivery test(Webhook hook, HookMessage message) {
        return webhooks.target(hook)
                .map(target -> hooks.send(hook.shape(), target, message))
                .orElseGet(() -> Delivery.refused("nobody", ""));
    }

    private final class Reader implements Recipient {
        private final Person person;

        Reader(Person person) {
            this.person = person;
        }

        @Override
        public Locale locale() {
            return person.locale();
        }

        @Override
        public boolean isWaiting() {
            return servers.chosen().isEmpty();
        }

        @Override
        public Delivery send(Message message, Letter letter) {
            Letter.Links links = letter.links();
            return smtp.send(
                    servers.chosen().orElseThrow(),
                    servers.password().orElse(""),
                    new Envelope(
                            message.key().toString(),
                            person.email(),
                            person.name(),
                            letter.subject(),
                            letter.text(),
                            letter.html(),
                            links == null ? "" : links.choose(),
                            clock.instant()));
        }
    }

    private final class Hook implements Recipient {
        private final Webhook hook;
        private final Target target;

        Hook(Webhook hook, Target target) {
            this.hook = hook;
            this.target = target;
        }

        @Override
        public Locale locale() {
            return hook.locale();
        }

        @Override
        public boolean isWaiting() {
            return false;
        }

        @Override
        public Delivery send(Message message, Letter letter) {
            String type = message.draft().kind() == Kind.DIGEST ? "digest" : "alert";
            return hooks.send(
                    hook.shape(),
                    target,
                    new HookMessage(
                            message.key().toString(),
                            type,
                            message.store(),
                            message.draft().day(),
                            clock.instant(),
                            letter.text(),
                            letter));
        }
    }
}
