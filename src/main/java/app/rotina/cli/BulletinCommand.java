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

    BulletinCommand(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Client client = root.connect()) {
            String path = Client.path("/api/stores/{}/notices", store);
            Reading reading = Reading.of(client, root, store);
            if (title == null) {
                JsonNode notices = client.get(path);
                root.answer(notices, () -> all(notices, reading));
            } else {
                JsonNode notice = client.post(path, said(title));
                root.answer(notice, () -> one(notice, reading));
            }
            return 0;
        }
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
        return "- %s · %s · %s · %s%s"
                .formatted(
                        notice.path("title").asString(),
                        notice.path("by").asString(),
                        whom(notice.path("jobs"), reading),
                        reading.say("meetings.notice.readers", notice.path("readers").asInt()),
                        body.isEmpty() ? "" : "\n  " + body.replace("\n", "\n  "));
    }

    private static String whom(JsonNode jobs, Reading reading) {
        return jobs.isEmpty()
                ? reading.say("meetings.notice.everybody")
                : jobs.valueStream()
                        .map(job -> reading.say("checks.job." + job.asString()))
                        .collect(Collectors.joining(", "));
    }
}
