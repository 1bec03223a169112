package app.rotina.sources.mapping;

import app.rotina.sources.grammar.NumberGrammar;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which of the forms that a profile allows one file follows.
 *
 * @param numbers the grammar of its numbers; several: nothing tells them apart
 * @param dayFirst whether {@code 01/02} may begin with the day
 * @param monthFirst whether it may begin with the month
 */
record Settled(List<NumberGrammar> numbers, boolean dayFirst, boolean monthFirst) {
    /** The name by which a profile allows dates in the local order. */
    static final String LOCAL = "local";

    private static final List<String> DAY_FIRST =
            List.of(
                    "d/M/yyyy[ H:mm[:ss]]",
                    "d-M-yyyy[ H:mm[:ss]]",
                    "d.M.yyyy[ H:mm[:ss]]",
                    "d/M/yyyy H:mm:ss z");
    private static final List<String> MONTH_FIRST =
            List.of(
                    "M/d/yyyy[ H:mm[:ss]]",
                    "M-d-yyyy[ H:mm[:ss]]",
                    "M/d/yyyy h:mm[:ss] a",
                    "M/d/yyyy H:mm:ss z");

    List<NumberGrammar> numbers(FileProfile file, Column column) {
        List<NumberGrammar> allowed = allowed(file, column);
        if (allowed.size() == 1) {
            return allowed;
        }
        List<NumberGrammar> left = allowed.stream().filter(numbers::contains).toList();
        return left.isEmpty() ? allowed : left;
    }

    static List<NumberGrammar> allowed(FileProfile file, Column column) {
        List<NumberGrammar> own = column.numbers();
        List<NumberGrammar> allowed = own.isEmpty() ? file.reading().numbers() : own;
        return allowed.isEmpty() ? List.of(NumberGrammar.PLAIN) : allowed;
    }

    /** The formats a column's dates follow: one list, or two that nothing tells apart. */
    List<List<String>> dates(FileProfile file, Column column) {
        List<String> formats = formats(file, column);
        if (!formats.contains(LOCAL)) {
            return List.of(formats);
        }
        List<String> day = withLocal(formats, DAY_FIRST);
        List<String> month = withLocal(formats, MONTH_FIRST);
        if (dayFirst && monthFirst) {
            return List.of(day, month);
        }
        return List.of(dayFirst ? day : month);
    }

    static List<String> formats(FileProfile file, Column column) {
        List<String> own = column.dates();
        List<String> formats = own.isEmpty() ? file.reading().dates() : own;
        return formats.isEmpty() ? List.of("iso") : formats;
    }

    private static List<String> withLocal(List<String> formats, List<String> local) {
        return formats.stream()
                .flatMap(one -> one.equals(LOCAL) ? local.stream() : Stream.of(one))
                .toList();
    }
}
