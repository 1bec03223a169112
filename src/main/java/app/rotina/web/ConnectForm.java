package app.rotina.web;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.sync.Connector;
import app.rotina.sync.Connectors;
import app.rotina.sync.Consents;
import app.rotina.web.ConnectionView.Field;
import app.rotina.web.ConnectionView.Form;
import app.rotina.web.ConnectionView.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says to connect a shop: the fields of its connector, what was typed into them, and
 * what is wrong, beside the field it is wrong in. What is secret is never shown back.
 *
 * @param id absence: a connection is made; else only its secrets are asked for
 * @param kept the fields that may be left empty, since something is kept of them
 * @param typed by the field's name
 */
record ConnectForm(
        Connector connector, @Nullable Long id, Set<String> kept, Map<String, String> typed) {
    static final String PREFIX = "field.";
    private static final String ADDRESS = "address";

    static ConnectForm of(Connector connector, Map<String, String> sent) {
        return of(connector, null, Set.of(), sent);
    }

    static ConnectForm of(
            Connector connector, @Nullable Long id, Set<String> kept, Map<String, String> sent) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (Connector.Field field : connector.fields()) {
            String said = sent.getOrDefault(PREFIX + field.name(), "").strip();
            typed.put(field.name(), said.isEmpty() ? usual(field) : said);
        }
        if (connector.asksConsent()) {
            typed.put(Consents.RETURN, sent.getOrDefault(PREFIX + Consents.RETURN, "").strip());
        }
        return new ConnectForm(connector, id, kept, typed);
    }

    /** What is shown to be changed; nothing where nobody is asked. */
    private static String usual(Connector.Field field) {
        return field.otherwise() == null || !field.isAsked() ? "" : field.otherwise();
    }

    /** With the address that the shop sends its owner back to, where it asks for one. */
    ConnectForm returningTo(String address) {
        Map<String, String> with = new LinkedHashMap<>(typed);
        with.computeIfPresent(Consents.RETURN, (field, said) -> said.isEmpty() ? address : said);
        return new ConnectForm(connector, id, kept, with);
    }

    private List<Connector.Field> asked() {
        return connector.fields().stream()
                .filter(Connector.Field::isAsked)
                .filter(each -> id == null || each.secret())
                .toList();
    }

    private boolean isKept(Connector.Field field) {
        return kept.contains(field.name());
    }

    private boolean isNeeded(Connector.Field field) {
        return field.isNeeded() && !isKept(field);
    }

    /** What is empty, by field. */
    Map<String, String> missing(Words words) {
        Map<String, String> errors = new LinkedHashMap<>();
        asked().stream()
                .filter(this::isNeeded)
                .filter(each -> typed.getOrDefault(each.name(), "").isEmpty())
                .forEach(each -> errors.put(each.name(), words.say("connect.missing")));
        if (typed.getOrDefault(Consents.RETURN, "-").isEmpty()) {
            errors.put(Consents.RETURN, words.say("connect.missing"));
        }
        return errors;
    }

    /** A refusal beside the field it is about; empty where it is about none. */
    Map<String, String> errors(RotinaException refusal, Words words) {
        return place(refusal.problem())
                .map(field -> Map.of(field, said(refusal, words)))
                .orElse(Map.of());
    }

    private Optional<String> place(Problem problem) {
        return switch (problem) {
            case PULL_REFUSED, CONNECTION_KEY ->
                    asked().stream()
                            .filter(Connector.Field::secret)
                            .map(Connector.Field::name)
                            .findFirst();
            case OUTGOING_ADDRESS,
                    OUTGOING_FORBIDDEN,
                    OUTGOING_UNREACHED,
                    OUTGOING_UNANSWERED,
                    OUTGOING_TOO_LARGE,
                    PULL_NOT_JSON,
                    PULL_ANSWER,
                    CONNECTION_EXISTS ->
                    asked().stream().map(Connector.Field::name).filter(ADDRESS::equals).findFirst();
            case CONSENT_RETURN -> Optional.of(Consents.RETURN);
            default -> Optional.empty();
        };
    }

    private static String said(RotinaException refusal, Words words) {
        return switch (refusal.problem()) {
            case PULL_REFUSED -> words.say("connect.refused");
            case PULL_NOT_JSON -> words.say("connect.no_shop");
            case CONNECTION_EXISTS -> words.say("connect.exists");
            default -> refusal.in(words.texts());
        };
    }

    Form shown(Words words, Map<String, String> errors) {
        return new Form(
                id,
                connector.id(),
                connector.title(words.locale()),
                id == null && Connectors.all().size() > 1 ? kinds(words) : List.of(),
                fields(words, errors),
                words.say(promise()),
                go(words),
                null);
    }

    private String promise() {
        if (connector.asksConsent()) {
            return "connect.promise.agree";
        }
        return id == null ? "connect.promise" : "connect.promise.anew";
    }

    private String go(Words words) {
        if (connector.asksConsent()) {
            return words.say("connect.go.agree", connector.title(words.locale()));
        }
        return words.say(id == null ? "connect.go" : "connect.anew");
    }

    private List<Kind> kinds(Words words) {
        return Connectors.all().stream()
                .map(each ->
                        new Kind(
                                each.id(),
                                each.title(words.locale()),
                                each.id().equals(connector.id())))
                .toList();
    }

    private List<Field> fields(Words words, Map<String, String> errors) {
        List<Field> all = new ArrayList<>();
        asked().forEach(each -> all.add(field(each, words, errors)));
        if (connector.asksConsent()) {
            all.add(
                    new Field(
                            Consents.RETURN,
                            words.say("connect.return"),
                            false,
                            true,
                            typed.getOrDefault(Consents.RETURN, ""),
                            errors.get(Consents.RETURN)));
        }
        return all;
    }

    private Field field(Connector.Field field, Words words, Map<String, String> errors) {
        String label = field.label(words.locale());
        return new Field(
                field.name(),
                isKept(field) ? words.say("connect.keep.field", label) : label,
                field.secret(),
                isNeeded(field),
                field.secret() ? "" : typed.getOrDefault(field.name(), ""),
                errors.get(field.name()));
    }
}
