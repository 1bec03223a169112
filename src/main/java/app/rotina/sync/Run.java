package app.rotina.sync;

import app.rotina.kernel.Definitions;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * How a service makes figures out before they can be read: it is asked for them, gives a number,
 * and says by that number how far it is. In its paths {@code {run}} stands for the number.
 *
 * @param id where an answer says the number
 * @param path where it says how far it is
 * @param status where it says it in words, and {@code percent} in a hundred parts
 * @param done the word for ready
 * @param failed the words for never
 * @param read where the figures are read once they are ready
 * @param params parameters of reading them
 */
record Run(
        String id,
        String path,
        String status,
        String percent,
        String done,
        Set<String> failed,
        String read,
        Map<String, String> params) {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final String WHOLE = "100";

    /** Empty where figures are there at once. */
    static Optional<Run> of(JsonNode report) {
        return Optional.ofNullable(report.get("run"))
                .map(yaml ->
                        new Run(
                                yaml.path("id").asString(),
                                yaml.path("path").asString(),
                                yaml.path("status").asString(),
                                yaml.path("percent").asString(),
                                yaml.path("done").asString(),
                                Set.copyOf(Definitions.words(yaml.path("failed"))),
                                yaml.path("read").asString(),
                                Definitions.texts(yaml.path("params"))));
    }

    /**
     * Waits until they are ready.
     *
     * @param begun the answer to asking for them
     * @return where they are read
     */
    String ready(Site site, JsonNode begun) {
        String number = Site.at(begun, id).asString("");
        if (!number.matches("\\w{1,100}")) {
            throw new RotinaException(Problem.PULL_NOT_JSON, site.host());
        }
        Duration waited = Duration.ZERO;
        Duration wait = Duration.ofSeconds(1);
        while (!isReady(site, site.one(path.replace("{run}", number), ""))) {
            if (waited.compareTo(PATIENCE) > 0) {
                throw new RotinaException(Problem.PULL_TOO_BUSY, site.host());
            }
            site.rest(wait);
            waited = waited.plus(wait);
            wait = Fetcher.shorter(wait.multipliedBy(2), LONGEST_WAIT);
        }
        return read.replace("{run}", number);
    }

    private boolean isReady(Site site, JsonNode now) {
        String word = Site.at(now, status).asString("");
        if (word.isEmpty() || failed.contains(word)) {
            throw new RotinaException(Problem.PULL_RUN, site.host());
        }
        return word.equals(done) && Site.at(now, percent).asString("").equals(WHOLE);
    }
}
