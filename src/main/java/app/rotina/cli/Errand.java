package app.rotina.cli;

import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** A command that goes to the server for one thing and prints what it brings back. */
abstract class Errand implements Callable<Integer> {
    final RotinaCommand root;

    Errand(RotinaCommand root) {
        this.root = root;
    }

    /** One about a store, which is named first. */
    abstract static class OfStore extends Errand {
        @Parameters(index = "0", paramLabel = "STORE")
        String store = "";

        OfStore(RotinaCommand root) {
            super(root);
        }
    }

    /** What the server said, and how a person reads it. */
    record Brought(JsonNode answer, Function<JsonNode, String> text) {}

    abstract Brought run(Client client);

    @Override
    public final Integer call() {
        try (Client client = root.connect()) {
            Brought brought = run(client);
            root.answer(brought.answer(), () -> brought.text().apply(brought.answer()));
            return 0;
        }
    }

    final String say(String key, Object... values) {
        return root.texts().say(key, values);
    }
}
