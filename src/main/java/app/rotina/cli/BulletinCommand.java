package app.rotina.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code rotina bulletin}: what people of a store have to know of, and putting more up. */
@Command(name = "bulletin")
final class BulletinCommand implements Callable<Integer> {
    private final RotinaCommand root;

    @Parameters(paramLabel = "STORE")
    private String store = "";

    @Option(names = "--say", paramLabel = "TITLE")
    private @Nullable String title;

    @Option(names = "--text", paramLabel = "TEXT")
    private String text = "";

    @Option(names = "--job", split = ",", paramLabel = "JOB")
    private List<String> jobs = List.of();

    @Option(names = "--down", paramLabel = "NOTICE")
    private @Nullable Long down;

    @Option(names = "--up", paramLabel = "NOTICE")
    private @Nullable Long up;

    BulletinCommand(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Client client = root.connect()) {
            String path = Client.path("/api/stores/{}/notices", store);
            Reading reading = Reading.of(client, root, store);
            if (down != null) {
                client.delete(path + "/" + down);
            }
            if (title == null && up == null) {
                JsonNode notices = client.get(path);
                root.answer(notices, () -> all(notices, reading));
            } else {
                JsonNode notice = put(client, path);
                root.answer(notice, () -> one(notice, reading));
            }
            return 0;
        }
    }

    /** A new one, or one that was taken down. */
    private JsonNode put(Client client, String path) {
        return title == null
                ? client.post(path + "/" + up + "/restoration", Map.of())
                : client.post(path, said(title));
    }

    private Map<String, @Nullable Object> said(String head) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("title", head);
        said.put("text", text);
        said.put("jobs", jobs);
        return said;
    }

    private static String all(JsonNode notices, Reading reading) {
        return notices.isEmpty()
                ? reading.say("meetings.notice.none")
                : notices.valueStream()
                        .map(notice -> one(notice, reading))
                        .collect(Collectors.joining("\n"));
    }

    private static String one(JsonNode notice, Reading reading) {
        String body = notice.path("text").asString();
        String missing = missing(notice.path("receipts"));
        return "- %s %s · %s · %s · %s%s%s"
                .formatted(
                        notice.path("id").asString(),
                        notice.path("title").asString(),
                        notice.path("by").asString(),
                        whom(notice.path("jobs"), reading),
                        reading.say("meetings.notice.readers", notice.path("readers").asInt()),
                        missing.isEmpty()
                                ? ""
                                : " · " + reading.say("meetings.notice.missing", missing),
                        body.isEmpty() ? "" : "\n  " + body.replace("\n", "\n  "));
    }

    /** Who is still to read it. */
    private static String missing(JsonNode receipts) {
        return receipts.valueStream()
                .filter(one -> one.path("at").isNull())
                .map(one -> one.path("name").asString())
                .collect(Collectors.joining(", "));
    }

    private static String whom(JsonNode jobs, Reading reading) {
        return jobs.isEmpty()
                ? reading.say("meetings.notice.everybody")
                : jobs.valueStream()
                        .map(job -> reading.say("checks.job." + job.asString()))
                        .collect(Collectors.joining(", "));
    }
}
