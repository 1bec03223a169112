package app.rotina.sources.inspect;

import app.rotina.sources.Fact;
import app.rotina.sources.Facts;
import app.rotina.sources.Field;
import app.rotina.sources.file.Look;
import app.rotina.sources.grammar.CellText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the columns of a file hold, as far as its first records show it. */
final class Contents {
    private static final Map<String, Field.Type> TYPES =
            Facts.all().stream()
                    .map(Fact::fields)
                    .flatMap(List::stream)
                    .collect(Collectors.toMap(Field::name, Field::type, (one, _) -> one));
    private static final Pattern AMOUNT =
            Pattern.compile(
                    "[-+(\\u2212]?\\s*[\\p{L}\\p{Sc}]{0,3}\\p{Sc}?\\s*[-+\\u2212]?\\p{Nd}[^\\p{L}]*\\p{L}{0,3}");
    private static final Pattern IDENTIFIER = Pattern.compile("(?!.*[.,]\\p{Nd}+$).*[\\p{Nd}@].*");

    private final Look look;
    private final ColumnDates dates;

    Contents(Look look, ColumnDates dates) {
        this.look = look;
        this.dates = dates;
    }

    /** The different values of a column, empty ones apart. */
    List<String> values(int column) {
        return look.preview().stream()
                .map(row -> CellText.clean(row.get(column)))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Whether a column may be this field; one without a value may be anything. */
    boolean mayBe(String field, int column) {
        if (isId(field)) {
            return mostly(column, value -> IDENTIFIER.matcher(value).matches());
        }
        return switch (type(field)) {
            case INSTANT, DATE -> mostly(column, dates::isDate);
            case MONEY, NUMBER, INTEGER -> mostly(column, value -> AMOUNT.matcher(value).matches());
            case TEXT, BOOLEAN -> true;
        };
    }

    /** Whether a column cannot but be this field, whatever it is called. */
    boolean mustBe(String field, int column) {
        boolean written = !values(column).isEmpty() && look.header().get(column).length() > 0;
        boolean date = mostly(column, value -> dates.isDate(value) && !isNumber(value));
        return written && (isId(field) ? !date && mayBe(field, column) : isDate(field) && date);
    }

    static boolean isDate(String field) {
        return switch (type(field)) {
            case INSTANT, DATE -> true;
            case TEXT, MONEY, NUMBER, INTEGER, BOOLEAN -> false;
        };
    }

    static boolean isId(String field) {
        return field.endsWith("_id");
    }

    private static Field.Type type(String field) {
        return field.equals("day") ? Field.Type.DATE : TYPES.getOrDefault(field, Field.Type.TEXT);
    }

    private static boolean isNumber(String value) {
        return value.chars().allMatch(Character::isDigit);
    }

    private boolean mostly(int column, Predicate<String> fits) {
        List<String> values = values(column);
        return 2 * values.stream().filter(fits).count() >= values.size();
    }
}
