package app.rotina.sources.mapping;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a rule asks of a row; a missing value meets only {@link Empty}. */
public sealed interface Condition {

    boolean holds(@Nullable Object[] row);

    /** The value is one of these. */
    record In(int slot, Set<Object> values) implements Condition {
        @Override
        public boolean holds(@Nullable Object[] row) {
            @Nullable Object value = row[slot];
            return value != null && values.contains(value);
        }
    }

    /** The text begins so. */
    record Starts(int slot, String prefix) implements Condition {
        @Override
        public boolean holds(@Nullable Object[] row) {
            return row[slot] instanceof String text && text.startsWith(prefix);
        }
    }

    /** The text is like the pattern, in which {@code *} stands for anything. */
    record Like(int slot, Wildcard pattern) implements Condition {
        @Override
        public boolean holds(@Nullable Object[] row) {
            return row[slot] instanceof String text && pattern.matches(text);
        }
    }

    /** The number is below (-1), equal to (0) or above (1) the limit. */
    record Compares(int slot, int sign, BigDecimal limit) implements Condition {
        @Override
        public boolean holds(@Nullable Object[] row) {
            @Nullable BigDecimal number = Expression.number(row[slot]);
            return number != null && number.compareTo(limit) == sign;
        }
    }

    /** Both values are there and equal. */
    record Same(int slot, int other) implements Condition {
        @Override
        public boolean holds(@Nullable Object[] row) {
            @Nullable Object value = row[slot];
            return value != null && value.equals(row[other]);
        }
    }

    /** The value is missing. */
    record Empty(int slot) implements Condition {
        @Override
        public boolean holds(@Nullable Object[] row) {
            return row[slot] == null;
        }
    }

    /** The other does not hold. */
    record Not(Condition other) implements Condition {
        @Override
        public boolean holds(@Nullable Object[] row) {
            return !other.holds(row);
        }
    }

    /** All hold. */
    record All(List<Condition> of) implements Condition {
        @Override
        public boolean holds(@Nullable Object[] row) {
            for (int i = 0; i < of.size(); i++) {
                if (!of.get(i).holds(row)) {
                    return false;
                }
            }
            return true;
        }
    }
}
