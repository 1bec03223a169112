package app.rotina.cli;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code rotina forget}: takes a person out of a store for good, or destroys its key. */
@Command(name = "forget")
final class ForgetCommand implements Callable<Integer> {
    private final RotinaCommand root;

    @Parameters(paramLabel = "STORE")
    private String store = "";

    @Option(names = "--contact", paramLabel = "CONTACT")
    private List<String> contacts = new ArrayList<>();

    @Option(names = "--everyone")
    private boolean everyone;

    @Option(names = "--yes")
    private boolean yes;

    ForgetCommand(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        if (everyone != contacts.isEmpty()) {
            throw new RotinaException(Problem.BAD_ARGUMENT, "--contact CONTACT | --everyone");
        }
        if (!yes && !confirmed()) {
            throw new RotinaException(Problem.NOT_CONFIRMED);
        }
        try (Client client = root.connect()) {
            JsonNode erased = everyone ? destroyKey(client) : forget(client);
            root.answer(erased, () -> text(erased));
            return 0;
        }
    }

    private JsonNode forget(Client client) {
        return client.post(path("/erasures"), Map.of("contacts", contacts));
    }

    private JsonNode destroyKey(Client client) {
        return client.delete(path("/key"));
    }

    private String path(String rest) {
        return Client.path("/api/stores/{}", store) + rest;
    }

    /** Asks whoever watches; a program has to say {@code --yes}. */
    private boolean confirmed() {
        if (root.json() || !root.terminal().interactive()) {
            return false;
        }
        Texts texts = root.texts();
        String question =
                everyone
                        ? texts.say("cli.forget.confirm_everyone", store)
                        : texts.say("cli.forget.confirm", contacts.size(), store);
        return List.of(texts.say("cli.sheet.yes").split(" "))
                .contains(root.terminal().ask(question).toLowerCase(Locale.ROOT));
    }

    private String text(JsonNode erased) {
        long rows = erased.path("rows").asLong();
        long quarantined = erased.path("quarantined").asLong();
        return everyone
                ? root.texts().say("cli.forget.everyone", store, quarantined)
                : root.texts().say("cli.forget.done", rows, quarantined);
    }
}
