package app.rotina.sources.inspect;

import app.rotina.sources.mapping.HeaderName;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the words of a file's status column mean: as a person said, else as far as they are usual.
 */
final class StatusWords {
    static final String UNKNOWN = "unknown";
    static final List<String> MEANINGS =
            List.of(
                    "open",
                    "approved",
                    "cancelled",
                    "refused",
                    "expired",
                    "test",
                    "draft",
                    UNKNOWN);
    private static final int MOST = 60;
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

    private final Map<String, String> said;
    private final Set<String> words;

    StatusWords(List<String> words, Answers answers) {
        this.said = answers.statuses();
        this.words = new LinkedHashSet<>(words);
        this.words.addAll(said.keySet());
    }

    /** Word → meaning; the unknown too. */
    Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        words.stream().limit(MOST).forEach(word -> meanings.put(word, meaning(word)));
        return meanings;
    }

    /** The words that nobody has said anything about. */
    List<String> unknown() {
        return words.stream()
                .filter(word -> meaning(word).equals(UNKNOWN) && !said.containsKey(word))
                .limit(MOST)
                .toList();
    }

    String yaml(String quotedHeader) {
        DraftText text = new DraftText();
        String pairs =
                meanings().entrySet().stream()
                        .filter(pair -> !pair.getValue().equals(UNKNOWN))
                        .map(pair -> text.quoted(pair.getKey()) + ": " + pair.getValue())
                        .collect(Collectors.joining(", "));
        String mapped = pairs.isEmpty() ? "\"\": unknown" : pairs;
        return "{header: " + quotedHeader + ", words: {" + mapped + "}, otherwise: unknown}";
    }

    private String meaning(String word) {
        return said.getOrDefault(word, usual(word));
    }

    private static String usual(String word) {
        for (String status : MEANINGS) {
            for (String usual : USUAL.getOrDefault(status, List.of())) {
                if (HeaderName.of(usual).matches(word)) {
                    return status;
                }
            }
        }
        return UNKNOWN;
    }
}
