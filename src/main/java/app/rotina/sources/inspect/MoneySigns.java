package app.rotina.sources.inspect;

import app.rotina.sources.Question;
import app.rotina.sources.grammar.CurrencySigns;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The currency signs beside the amounts of a column. */
final class MoneySigns {
    private static final Pattern SIGN =
            Pattern.compile("^[-(]?([\\p{L}\\p{Sc}]{1,3}\\p{Sc}?)\\s?[-\\d]");

    private MoneySigns() {}

    /** Asks where there are two currencies, or one sign that two currencies share. */
    static Optional<Question> question(String header, List<String> values, Answers answers) {
        Set<String> signs =
                values.stream()
                        .map(MoneySigns::sign)
                        .collect(Collectors.toCollection(TreeSet::new));
        signs.remove("");
        if (signs.size() > 1) {
            return Optional.of(
                    new Question(
                            "currencies",
                            Answers.CURRENCY,
                            List.of(header, String.join(", ", signs)),
                            List.of()));
        }
        boolean shared = signs.stream().anyMatch(sign -> sign.equals("¥") || sign.equals("￥"));
        return shared && !answers.has(Answers.CURRENCY)
                ? Optional.of(
                        new Question(
                                "yen_or_yuan",
                                Answers.CURRENCY,
                                List.of(header),
                                List.of("CNY", "JPY")))
                : Optional.empty();
    }

    private static String sign(String value) {
        Matcher found = SIGN.matcher(value);
        boolean known = found.find() && !CurrencySigns.meant(found.group(1)).isEmpty();
        return known ? found.group(1) : "";
    }
}
