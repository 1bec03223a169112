package app.rotina.reach;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.rotina.report.Letter;
import app.rotina.state.Webhooks.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A message in the shape that its receiver reads. Names in it stay names: nothing that a receiver
 * would read as markup or as a call to somebody is left in.
 */
record HookBody(HookMessage message) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int WECOM_BYTES = 2048;
    private static final int CHAT_BYTES = 18_000;
    private static final int SLACK_BYTES = 30_000;
    private static final int TEAMS_BYTES = 8_000;
    private static final String CUT = "…";

    /**
     * @param time of signing, in seconds; empty: it is not signed in the body
     * @param sign absence of a signature: empty
     */
    String in(Shape shape, String time, String sign) {
        return JSON.writeValueAsString(
                switch (shape) {
                    case JSON -> plain();
                    case SLACK -> slack();
                    case TEAMS -> teams();
                    case FEISHU -> feishu(time, sign);
                    case WECOM -> wecom();
                    case DINGTALK -> dingTalk();
                });
    }

    private Map<String, Object> plain() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("store", message.store());
        data.put("day", message.day().toString());
        data.put("text", message.text());
        @Nullable Letter letter = message.letter();
        if (letter != null) {
            data.put("title", letter.subject());
            data.put("verdict", letter.kind());
            data.put("sentence", letter.sentence());
            data.put("details", letter.details());
            data.put("parts", letter.parts());
            data.put("links", letter.links());
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "rotina." + message.type());
        body.put("timestamp", message.at().toString());
        body.put("data", data);
        return body;
    }

    private Map<String, Object> slack() {
        String text =
                cut(message.text(), SLACK_BYTES)
                        .replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;");
        return Map.of("text", text, "mrkdwn", false, "unfurl_links", false);
    }

    /** Runs of text know no markdown; each line is a block. */
    private Map<String, Object> teams() {
        List<Object> lines = new ArrayList<>();
        for (String line : cut(message.text(), TEAMS_BYTES).split("\n", -1)) {
            Map<String, Object> run = new LinkedHashMap<>();
            run.put("type", "TextRun");
            run.put("text", line.isEmpty() ? " " : line);
            if (lines.size() < 2) {
                run.put("weight", "Bolder");
            }
            lines.add(Map.of("type", "RichTextBlock", "spacing", "None", "inlines", List.of(run)));
        }
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        card.put("type", "AdaptiveCard");
        card.put("version", "1.4");
        card.put("body", lines);
        return Map.of(
                "type",
                "message",
                "attachments",
                List.of(
                        Map.of(
                                "contentType",
                                "application/vnd.microsoft.card.adaptive",
                                "content",
                                card)));
    }

    /** A post's text knows no tags, as a plain text message would: no name can call everybody. */
    private Map<String, Object> feishu(String time, String sign) {
        List<String> lines = List.of(cut(message.text(), CHAT_BYTES).split("\n", -1));
        List<Object> content =
                lines.stream()
                        .skip(1)
                        .<Object>map(line -> List.of(Map.of("tag", "text", "text", line)))
                        .toList();
        Map<String, Object> body = new LinkedHashMap<>();
        if (!sign.isEmpty()) {
            body.put("timestamp", time);
            body.put("sign", sign);
        }
        body.put("msg_type", "post");
        body.put(
                "content",
                Map.of(
                        "post",
                        Map.of("zh_cn", Map.of("title", lines.getFirst(), "content", content))));
        return body;
    }

    /** A sign and a name in pointed brackets would call somebody. */
    private Map<String, Object> wecom() {
        String text = cut(message.text().replace("<@", "＜@"), WECOM_BYTES);
        return Map.of("msgtype", "text", "text", Map.of("content", text));
    }

    private Map<String, Object> dingTalk() {
        return Map.of(
                "msgtype",
                "text",
                "text",
                Map.of("content", cut(message.text(), CHAT_BYTES)),
                "at",
                Map.of("isAtAll", false));
    }

    /** Whole lines up to so many bytes; the last line, which leads on, is kept. */
    static String cut(String text, int bytes) {
        if (size(text) <= bytes) {
            return text;
        }
        int end = text.lastIndexOf('\n');
        String last = end < 0 || size(text.substring(end)) > bytes / 2 ? "" : text.substring(end);
        int room = bytes - size(last) - size("\n" + CUT);
        StringBuilder kept = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            if (size(kept + "\n" + line) > room) {
                break;
            }
            kept.append(kept.isEmpty() ? "" : "\n").append(line);
        }
        String head = kept.isEmpty() ? shorten(text, room) : kept.toString();
        return head + "\n" + CUT + last;
    }

    private static String shorten(String text, int bytes) {
        StringBuilder kept = new StringBuilder();
        int used = 0;
        for (int sign : text.codePoints().toArray()) {
            used += size(Character.toString(sign));
            if (used > bytes) {
                break;
            }
            kept.appendCodePoint(sign);
        }
        return kept.toString();
    }

    private static int size(String text) {
        return text.getBytes(UTF_8).length;
    }
}
