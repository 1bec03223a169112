package app.rotina.sources.mapping;

import app.rotina.sources.grammar.CellText;
import app.rotina.sources.grammar.CurrencySigns;
import app.rotina.sources.grammar.NumberGrammar;
import app.rotina.sources.grammar.Refused;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Settles how a file writes numbers and dates by its first records: by the cells that only one of
 * the allowed forms can read. What a person has answered goes before; what they answered about an
 * earlier file, and a store's language that has one order of dates, settle after.
 */
final class Evidence {
    /** What a person may answer, and how. */
    static final String NUMBERS = "numbers";

    static final String DATES = "dates";
    private static final String DAY_FIRST = "day_first";

    private final FileProfile file;
    private final Surroundings around;
    private final CurrencySigns signs;
    private final Map<NumberGrammar, Integer> votes = new EnumMap<>(NumberGrammar.class);
    private int dayFirst;
    private int monthFirst;

    Evidence(FileProfile file, Surroundings around) {
        this.file = file;
        this.around = around;
        this.signs = new CurrencySigns(around.currency(file.reading()));
    }

    /**
     * @param cells which cell each column of the profile is in; below 0: in none
     */
    Settled settle(List<List<String>> sample, int[] cells) {
        for (int c = 0; c < cells.length; c++) {
            Column column = file.columns().get(c);
            int cell = cells[c];
            if (cell < 0) {
                continue;
            }
            if (column.kind().isNumeric()) {
                each(sample, cell, text -> voteNumber(column, text));
            } else if (Settled.formats(file, column).contains(Settled.LOCAL)) {
                each(sample, cell, this::voteDate);
            }
        }
        return new Settled(numbers(), isDayFirst(), isMonthFirst());
    }

    private void each(List<List<String>> sample, int cell, Consumer<String> vote) {
        for (List<String> row : sample) {
            @Nullable String text = cell < row.size() ? CellText.clean(row.get(cell)) : null;
            if (text != null && !file.reading().blanks().contains(text)) {
                vote.accept(text);
            }
        }
    }

    private void voteNumber(Column column, String text) {
        List<NumberGrammar> able = new ArrayList<>();
        for (NumberGrammar grammar : Settled.allowed(file, column)) {
            if (reads(column, grammar, text)) {
                able.add(grammar);
            }
        }
        if (able.size() == 1) {
            votes.merge(able.getFirst(), 1, Integer::sum);
        }
    }

    private boolean reads(Column column, NumberGrammar grammar, String text) {
        try {
            var _ = CellReaders.number(column, grammar, signs).apply(text);
            return true;
        } catch (Refused e) {
            return false;
        }
    }

    private void voteDate(String text) {
        String[] parts = text.split("[/.\\- ]", 3);
        if (parts.length < 3 || !parts[0].matches("\\d{1,2}") || !parts[1].matches("\\d{1,2}")) {
            return;
        }
        dayFirst += Integer.parseInt(parts[0]) > 12 ? 1 : 0;
        monthFirst += Integer.parseInt(parts[1]) > 12 ? 1 : 0;
    }

    private List<NumberGrammar> numbers() {
        @Nullable String answer = around.answers().get(NUMBERS);
        if (answer != null) {
            return List.of(NumberGrammar.named(answer));
        }
        int most = votes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<NumberGrammar> open =
                votes.entrySet().stream()
                        .filter(vote -> vote.getValue() == most)
                        .map(Map.Entry::getKey)
                        .toList();
        @Nullable String earlier = around.remembered().get(NUMBERS);
        return open.size() == 1 || earlier == null ? open : List.of(NumberGrammar.named(earlier));
    }

    private boolean isDayFirst() {
        @Nullable String answer = around.answers().get(DATES);
        if (answer != null) {
            return answer.equals(DAY_FIRST);
        }
        return dayFirst > monthFirst || (dayFirst == monthFirst && !writesMonthFirst());
    }

    private boolean isMonthFirst() {
        @Nullable String answer = around.answers().get(DATES);
        if (answer != null) {
            return !answer.equals(DAY_FIRST);
        }
        return monthFirst > dayFirst || (dayFirst == monthFirst && !writesDayFirst());
    }

    private boolean writesMonthFirst() {
        @Nullable String earlier = around.remembered().get(DATES);
        return earlier == null
                ? around.store().locale().getCountry().equals("US")
                : !earlier.equals(DAY_FIRST);
    }

    private boolean writesDayFirst() {
        @Nullable String earlier = around.remembered().get(DATES);
        if (earlier != null) {
            return earlier.equals(DAY_FIRST);
        }
        Locale locale = around.store().locale();
        boolean english = locale.getLanguage().equals("en");
        return !english || locale.getCountry().equals("GB");
    }
}
