package app.rotina.sources.inspect;

import app.rotina.sources.mapping.HeaderName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the words of a file's status column mean, as far as they are usual ones. */
final class StatusWords {
    static final List<String> STATUSES =
            List.of("open", "approved", "cancelled", "refused", "expired", "test", "draft");
    private static final Map<String, List<String>> USUAL =
            Map.of(
                    "open",
                    List.of(
                            "open",
                            "pending",
                            "unpaid",
                            "created",
                            "aberto",
                            "pendente",
                            "aguardando pagamento",
                            "待付款",
                            "等待买家付款"),
                    "approved",
                    List.of(
                            "approved",
                            "paid",
                            "completed",
                            "complete",
                            "shipped",
                            "delivered",
                            "processing",
                            "pago",
                            "aprovado",
                            "confirmado",
                            "enviado",
                            "entregue",
                            "concluído",
                            "faturado",
                            "已付款",
                            "已发货",
                            "交易成功",
                            "已完成"),
                    "cancelled",
                    List.of("cancelled", "canceled", "voided", "cancelado", "交易关闭", "已取消"),
                    "refused",
                    List.of("refused", "failed", "declined", "recusado", "não aprovado", "支付失败"),
                    "expired",
                    List.of("expired", "expirado", "vencido", "已过期"));

    private final List<String> words;

    StatusWords(List<String> words) {
        this.words = words;
    }

    List<String> unknown() {
        return words.stream().filter(word -> meaning(word).isEmpty()).limit(20).toList();
    }

    String yaml(String quotedHeader) {
        DraftText text = new DraftText();
        Map<String, String> known = new LinkedHashMap<>();
        words.stream()
                .filter(word -> !meaning(word).isEmpty())
                .forEach(word -> known.put(text.quoted(word), meaning(word)));
        String pairs =
                known.entrySet().stream()
                        .map(pair -> pair.getKey() + ": " + pair.getValue())
                        .collect(Collectors.joining(", "));
        String mapped = pairs.isEmpty() ? "\"\": unknown" : pairs;
        return "{header: " + quotedHeader + ", words: {" + mapped + "}, otherwise: unknown}";
    }

    private static String meaning(String word) {
        for (String status : STATUSES) {
            for (String usual : USUAL.getOrDefault(status, List.of())) {
                if (HeaderName.of(usual).matches(word)) {
                    return status;
                }
            }
        }
        return "";
    }
}
