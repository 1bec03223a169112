package app.rotina.reach;

import app.rotina.kernel.RotinaException;
import app.rotina.outgoing.Answer;
import app.rotina.outgoing.Call;
import app.rotina.outgoing.Outgoing;
import app.rotina.state.Webhooks.Shape;
import app.rotina.state.Webhooks.Target;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Posts messages to chats and programs, each signed as its receiver checks it. */
@Component
final class HookPost {
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    /** What Feishu, WeCom and DingTalk answer where too much was sent. */
    private static final Set<Integer> TOO_FAST = Set.of(9499, 11232, 45009, 130101);

    private final Outgoing outgoing;
    private final Clock clock;

    HookPost(Outgoing outgoing, Clock clock) {
        this.outgoing = outgoing;
        this.clock = clock;
    }

    Delivery send(Shape shape, Target target, HookMessage message) {
        try {
            return judged(shape, outgoing.send(call(shape, target, message)));
        } catch (IllegalArgumentException e) {
            return Delivery.refused("forbidden", "");
        } catch (RotinaException e) {
            return switch (e.problem()) {
                case OUTGOING_UNREACHED -> Delivery.later("unreached", "");
                case OUTGOING_UNANSWERED, OUTGOING_TOO_LARGE -> Delivery.unknown("");
                case OUTGOING_ADDRESS, OUTGOING_FORBIDDEN -> Delivery.refused("forbidden", "");
                default -> throw e;
            };
        }
    }

    private Call call(Shape shape, Target target, HookMessage message) {
        Instant now = clock.instant();
        String seconds = String.valueOf(now.getEpochSecond());
        boolean signs = !target.secret().isEmpty();
        String sign =
                shape == Shape.FEISHU && signs ? Signature.feishu(target.secret(), seconds) : "";
        String body = new HookBody(message).in(shape, seconds, sign);
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", "application/json; charset=utf-8");
        if (shape == Shape.JSON && signs) {
            headers.put("webhook-id", message.id());
            headers.put("webhook-timestamp", seconds);
            headers.put(
                    "webhook-signature",
                    Signature.standard(target.secret(), message.id(), seconds, body));
        }
        return Call.post(address(shape, target, now), headers, body);
    }

    private static URI address(Shape shape, Target target, Instant now) {
        if (shape != Shape.DINGTALK || target.secret().isEmpty()) {
            return URI.create(target.address());
        }
        String millis = String.valueOf(now.toEpochMilli());
        String more =
                "timestamp=" + millis + "&sign=" + Signature.dingTalk(target.secret(), millis);
        return URI.create(target.address() + (target.address().contains("?") ? "&" : "?") + more);
    }

    private static Delivery judged(Shape shape, Answer answer) {
        String said = answer.status() + " " + answer.text().replaceAll("\\s+", " ").strip();
        if (!answer.isFine()) {
            return byStatus(answer.status(), said);
        }
        return switch (shape) {
            case JSON -> Delivery.arrived();
            case SLACK ->
                    answer.text().strip().equals("ok")
                            ? Delivery.arrived()
                            : Delivery.refused("refused", said);
            // the older kind of address answers 200 and says in words what failed
            case TEAMS ->
                    answer.text().contains("error 429")
                            ? Delivery.later("busy", said)
                            : answer.text().contains("failed")
                                    ? Delivery.refused("refused", said)
                                    : Delivery.arrived();
            case FEISHU, WECOM, DINGTALK -> byCode(answer.text(), said);
        };
    }

    /** A server that answers with an error of its own may have taken the message. */
    private static Delivery byStatus(int status, String said) {
        if (status == TOO_MANY || status == UNAVAILABLE) {
            return Delivery.later("busy", said);
        }
        return status >= 500 ? Delivery.unknown(said) : Delivery.refused("refused", said);
    }

    private static Delivery byCode(String body, String said) {
        try {
            JsonNode answer = JsonMapper.shared().readTree(body);
            JsonNode code =
                    answer.has("errcode")
                            ? answer.path("errcode")
                            : answer.has("code") ? answer.path("code") : answer.path("StatusCode");
            if (!code.isInt()) {
                return Delivery.unknown(said);
            }
            if (code.asInt() == 0) {
                return Delivery.arrived();
            }
            return TOO_FAST.contains(code.asInt())
                    ? Delivery.later("busy", said)
                    : Delivery.refused("refused", said);
        } catch (JacksonException e) {
            return Delivery.unknown(said);
        }
    }
}
