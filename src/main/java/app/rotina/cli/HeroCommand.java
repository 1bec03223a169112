package app.rotina.cli;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code rotina hero}: which products are the store's heroes, and choosing them. */
@Command(name = "hero")
final class HeroCommand implements Callable<Integer> {
    private final RotinaCommand root;

    @Parameters(index = "0", paramLabel = "STORE")
    private String store = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "PRODUCT")
    private @Nullable String product;

    @Option(names = "--as", paramLabel = "HERO")
    private @Nullable String hero;

    @Option(names = "--a")
    private boolean best;

    HeroCommand(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        if ((product == null) != (hero == null) || (best && product != null)) {
            throw new RotinaException(Problem.BAD_ARGUMENT, best ? "--a" : "--as");
        }
        try (Client client = root.connect()) {
            Reading reading = Reading.of(client, root, store);
            String path = Client.path("/api/stores/{}/heroes", store);
            if (best) {
                JsonNode heroes = client.put(path + "/a", Map.of());
                root.answer(heroes, () -> list(heroes, "cli.hero.all", reading));
            } else if (product == null || hero == null) {
                JsonNode heroes = client.get(path);
                root.answer(heroes, () -> list(heroes, "cli.hero.none", reading));
            } else {
                JsonNode chosen = client.put(path, Map.of("product", product, "hero", hero));
                root.answer(chosen, () -> line(chosen, reading));
            }
            return 0;
        }
    }

    private static String list(JsonNode heroes, String none, Reading reading) {
        if (heroes.isEmpty()) {
            return reading.say(none);
        }
        Table table = new Table(List.of(false, false, false));
        heroes.forEach(one ->
                table.row(
                        one.path("product").asString(),
                        what(one, reading),
                        one.path("chosen").asBoolean() ? reading.say("cli.hero.chosen") : ""));
        return table.toString();
    }

    private static String line(JsonNode one, Reading reading) {
        return reading.say("cli.hero.now", one.path("product").asString(), what(one, reading));
    }

    private static String what(JsonNode one, Reading reading) {
        return reading.say("products.hero." + one.path("hero").asString());
    }
}
