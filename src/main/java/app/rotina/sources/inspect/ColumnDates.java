package app.rotina.sources.inspect;

import app.rotina.kernel.Store;
import app.rotina.sources.Question;
import app.rotina.sources.grammar.DateFormat;
import app.rotina.sources.grammar.DateReading;
import app.rotina.sources.grammar.Refused;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which of the usual forms the dates of a column have. */
final class ColumnDates {
    private static final String DAY_FIRST = "d/M/yyyy[ H:mm[:ss]]";
    private static final String MONTH_FIRST = "M/d/yyyy[ H:mm[:ss]]";
    private static final List<String> USUAL =
            List.of(
                    "iso",
                    "yyyy-MM-dd HH:mm:ss X",
                    DAY_FIRST,
                    MONTH_FIRST,
                    "M/d/yyyy h:mm[:ss] a",
                    "d-M-yyyy[ H:mm[:ss]]",
                    "d.M.yyyy[ H:mm[:ss]]",
                    "yyyy/M/d[ H:mm[:ss]]",
                    "yyyy年M月d日[ H:mm[:ss]]",
                    "yyyyMMdd",
                    "d 'de' MMMM 'de' yyyy[ HH:mm][' hs.']",
                    "MMM d, yyyy[ h:mm a]",
                    "epoch_ms",
                    "epoch_s",
                    "excel");

    private final Store store;
    private final Clock clock;
    private final Answers answers;

    ColumnDates(Store store, Clock clock, Answers answers) {
        this.store = store;
        this.clock = clock;
        this.answers = answers;
    }

    /** The form that reads all values; where none does, the one that reads most. */
    String format(List<String> values) {
        if (isOpen(values)) {
            return monthFirst() ? MONTH_FIRST : DAY_FIRST;
        }
        String best = "iso";
        long most = 0;
        for (String format : USUAL) {
            long read = values.stream().filter(value -> reads(format, value)).count();
            if (read > most) {
                best = format;
                most = read;
            }
        }
        return best;
    }

    boolean isDate(String value) {
        return USUAL.stream().anyMatch(format -> reads(format, value));
    }

    /** Asks where day and month can be told apart by no value. */
    Optional<Question> question(String header, List<String> values) {
        if (!isOpen(values) || answers.has(Answers.DATES)) {
            return Optional.empty();
        }
        return Optional.of(
                new Question(
                        "day_or_month",
                        Answers.DATES,
                        List.of(header, values.getFirst()),
                        List.of(Answers.DAY_FIRST, Answers.MONTH_FIRST)));
    }

    private boolean isOpen(List<String> values) {
        return !values.isEmpty()
                && Stream.of(DAY_FIRST, MONTH_FIRST)
                        .allMatch(format -> values.stream().allMatch(one -> reads(format, one)));
    }

    private boolean monthFirst() {
        return answers.to(Answers.DATES)
                .map(Answers.MONTH_FIRST::equals)
                .orElse(store.locale().getCountry().equals("US"));
    }

    private boolean reads(String format, String value) {
        try {
            var _ =
                    new DateReading(
                                    List.of(DateFormat.named(format)),
                                    store.zone(),
                                    store.zone(),
                                    clock)
                            .instant(value);
            return true;
        } catch (Refused e) {
            return false;
        }
    }
}
