package app.rotina.sources.grammar;

import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The signs and codes that may stand beside an amount of one currency; any other is refused. */
public final class CurrencySigns {
    private static final Map<String, Set<String>> SIGNS = signs();

    private final Currency currency;

    public CurrencySigns(Currency currency) {
        this.currency = currency;
    }

    public Currency currency() {
        return currency;
    }

    /** The currencies a sign or code may mean; empty: it is none that is known. */
    public static Set<String> meant(String sign) {
        String known = sign.toUpperCase(Locale.ROOT);
        @Nullable Set<String> codes = SIGNS.get(known);
        if (codes != null) {
            return codes;
        }
        return isCode(known) ? Set.of(known) : Set.of();
    }

    /** The amount alone, its minus sign or brackets kept. */
    String removedFrom(String text) {
        StringBuilder amount = new StringBuilder(text.length());
        StringBuilder sign = new StringBuilder(4);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            (isOfSign(c) ? sign : amount).append(c);
        }
        if (sign.isEmpty() || !isOwn(text, CellText.narrowed(sign.toString()))) {
            return text;
        }
        @Nullable String bare = CellText.clean(closed(amount));
        return bare == null ? text : bare;
    }

    private boolean isOwn(String text, String sign) {
        Set<String> meant = meant(sign);
        if (!meant.isEmpty() && !meant.contains(currency.getCurrencyCode())) {
            throw new Refused("currency_other", text, currency.getCurrencyCode());
        }
        return !meant.isEmpty();
    }

    /** Without the blank that stood between the sign and a minus, bracket or digit. */
    private static String closed(StringBuilder amount) {
        int start = 0;
        while (start < amount.length() && !isStart(narrow(amount, start))) {
            start++;
        }
        int next = start + 1;
        boolean digit = start < amount.length() && CellText.isDigit(narrow(amount, start));
        while (!digit && next < amount.length() && CellText.isBlank(amount.charAt(next))) {
            next++;
        }
        int last = amount.length();
        boolean bracket = last > 0 && narrow(amount, last - 1) == ')';
        int end = bracket ? last - 1 : last;
        while (end > next && CellText.isBlank(amount.charAt(end - 1))) {
            end--;
        }
        return start >= amount.length()
                ? ""
                : amount.charAt(start)
                        + amount.substring(Math.min(next, end), end)
                        + (bracket ? ")" : "");
    }

    private static char narrow(StringBuilder text, int at) {
        return CellText.narrow(text.charAt(at));
    }

    private static boolean isStart(char c) {
        return CellText.isDigit(c) || c == '-' || c == '\u2212' || c == '(' || c == '+';
    }

    private static boolean isOfSign(char c) {
        return Character.isLetter(c) || Character.getType(c) == Character.CURRENCY_SYMBOL;
    }

    private static boolean isCode(String code) {
        return code.length() == 3
                && Currency.getAvailableCurrencies().stream()
                        .anyMatch(one -> one.getCurrencyCode().equals(code));
    }

    private static Map<String, Set<String>> signs() {
        Map<String, Set<String>> signs = new HashMap<>();
        signs.put("R$", Set.of("BRL"));
        signs.put("US$", Set.of("USD"));
        signs.put("$", Set.of("USD", "CAD", "AUD", "MXN", "ARS", "CLP", "COP", "SGD", "HKD"));
        signs.put("€", Set.of("EUR"));
        signs.put("£", Set.of("GBP"));
        List.of("¥", "￥").forEach(yen -> signs.put(yen, Set.of("CNY", "JPY")));
        List.of("元", "人民币", "RMB", "CN¥").forEach(yuan -> signs.put(yuan, Set.of("CNY")));
        List.of("円", "JP¥").forEach(yen -> signs.put(yen, Set.of("JPY")));
        signs.put("₹", Set.of("INR"));
        signs.put("₩", Set.of("KRW"));
        return Map.copyOf(signs);
    }
}
