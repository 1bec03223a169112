package app.rotina.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code rotina meeting}: when the next meeting is and what there is to speak about. */
@Command(name = "meeting")
final class MeetingCommand implements Callable<Integer> {
    private final RotinaCommand root;

    @Parameters(paramLabel = "STORE")
    private String store = "";

    @Option(names = "--cadence", paramLabel = "CADENCE", defaultValue = "weekly")
    private String cadence = "";

    @Option(names = "--suggest", paramLabel = "TEXT")
    private @Nullable String suggestion;

    MeetingCommand(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Client client = root.connect()) {
            String path = Client.path("/api/stores/{}/meetings", store);
            Reading reading = Reading.of(client, root, store);
            if (suggestion != null) {
                suggest(client, path, reading);
                return 0;
            }
            JsonNode agenda =
                    client.speaking(reading.texts().locale())
                            .get(path + "/agenda?cadence=" + cadence);
            root.answer(agenda, () -> text(agenda, reading));
            return 0;
        }
    }

    private void suggest(Client client, String path, Reading reading) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("text", suggestion);
        client.post(path + "/suggestions", said);
        root.answer(
                JsonMapper.shared().createObjectNode().put("suggested", suggestion),
                () -> reading.say("web.done.meeting_suggestion"));
    }

    private static String text(JsonNode agenda, Reading reading) {
        StringBuilder text =
                new StringBuilder(
                        reading.say("meetings.title." + agenda.path("cadence").asString())
                                + " · "
                                + reading.date(agenda.path("due").asString()));
        for (JsonNode topic : agenda.path("topics")) {
            text.append("\n- ")
                    .append(reading.say("meetings.kind." + topic.path("kind").asString()));
            text.append(" · ").append(topic.path("title").asString());
            String detail = topic.path("detail").asString();
            text.append(detail.isEmpty() ? "" : "\n  " + detail);
        }
        return text.toString();
    }
}
