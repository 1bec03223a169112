package app.rotina.sources.inspect;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.sources.grammar.NumberGrammar;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person has said about a file: {@code kind}, {@code numbers}, {@code dates}, {@code
 * currency}, {@code zone}, {@code name}, {@code column.<field>} → a header, empty for none, and
 * {@code status.<word>} → what the source's word means.
 */
public record Answers(Map<String, String> said) {
    static final String KIND = "kind";
    static final String NUMBERS = "numbers";
    static final String DATES = "dates";
    static final String CURRENCY = "currency";
    static final String ZONE = "zone";
    static final String NAME = "name";
    static final String DAY_FIRST = "day_first";
    static final String MONTH_FIRST = "month_first";

    private static final String COLUMN = "column.";
    private static final String STATUS = "status.";
    private static final int MOST = 400;
    private static final int LONGEST = 300;

    /** The answers, all of which fit. */
    public static Map<String, String> checked(Map<String, String> said) {
        if (said.size() > MOST) {
            throw new RotinaException(Problem.BAD_ARGUMENT, said.size());
        }
        said.forEach((about, answer) -> {
            boolean bounded = about.length() <= LONGEST && answer.length() <= LONGEST;
            if (!bounded || !fits(about, answer)) {
                throw new RotinaException(Problem.BAD_ARGUMENT, about + " = " + answer);
            }
        });
        return Map.copyOf(said);
    }

    private static boolean fits(String about, String answer) {
        return switch (about) {
            case KIND -> Target.ids().contains(answer);
            case NUMBERS ->
                    Arrays.stream(NumberGrammar.values()).anyMatch(one -> one.id().equals(answer));
            case DATES -> List.of(DAY_FIRST, MONTH_FIRST).contains(answer);
            case CURRENCY ->
                    Currency.getAvailableCurrencies().stream()
                            .anyMatch(one -> one.getCurrencyCode().equals(answer));
            case ZONE -> ZoneId.getAvailableZoneIds().contains(answer);
            case NAME -> !answer.isBlank();
            default ->
                    about.startsWith(COLUMN)
                            ? Target.knows(about.substring(COLUMN.length()))
                            : about.startsWith(STATUS) && StatusWords.MEANINGS.contains(answer);
        };
    }

    static String column(String field) {
        return COLUMN + field;
    }

    static String status(String word) {
        return STATUS + word;
    }

    Optional<String> to(String about) {
        return Optional.ofNullable(said.get(about));
    }

    boolean has(String about) {
        return said.containsKey(about);
    }

    /** Field → header, as a person put them. */
    Map<String, String> columns() {
        return startingWith(COLUMN);
    }

    /** The source's word → its meaning. */
    Map<String, String> statuses() {
        return startingWith(STATUS);
    }

    private Map<String, String> startingWith(String start) {
        Map<String, String> some = new LinkedHashMap<>();
        said.forEach((about, answer) -> {
            if (about.startsWith(start)) {
                some.put(about.substring(start.length()), answer);
            }
        });
        return some;
    }

    @Nullable String name() {
        return said.get(NAME);
    }
}
