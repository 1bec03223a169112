package app.rotina.sources.mapping;

import app.rotina.sources.grammar.CellText;
import app.rotina.sources.grammar.Refused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value computed from the others of its row; missing wherever a part of it is missing. */
public sealed interface Expression {
    int SCALE = 4;

    @Nullable Object of(@Nullable Object[] row);

    /** What it results in. */
    Kind kind();

    /** Always the same. */
    record Constant(Object value, Kind kind) implements Expression {
        @Override
        public Object of(@Nullable Object[] row) {
            return value;
        }
    }

    /** Another value of the row. */
    record Reference(int slot, Kind kind) implements Expression {
        @Override
        public @Nullable Object of(@Nullable Object[] row) {
            return row[slot];
        }
    }

    /** Numbers joined by {@code + - * /}; to 4 decimals, half up. */
    record Arithmetic(char operator, Expression left, Expression right) implements Expression {
        @Override
        public @Nullable Object of(@Nullable Object[] row) {
            @Nullable BigDecimal a = number(left.of(row));
            @Nullable BigDecimal b = number(right.of(row));
            if (a == null || b == null) {
                return null;
            }
            return switch (operator) {
                case '+' -> a.add(b);
                case '-' -> a.subtract(b);
                case '*' -> a.multiply(b).setScale(SCALE, RoundingMode.HALF_UP);
                default -> divided(a, b);
            };
        }

        @Override
        public Kind kind() {
            return Kind.NUMBER;
        }

        private static @Nullable BigDecimal divided(BigDecimal a, BigDecimal b) {
            return b.signum() == 0 ? null : a.divide(b, SCALE, RoundingMode.HALF_UP);
        }
    }

    /** The number with the other sign. */
    record Negation(Expression of) implements Expression {
        @Override
        public @Nullable Object of(@Nullable Object[] row) {
            @Nullable BigDecimal number = number(of.of(row));
            return number == null ? null : number.negate();
        }

        @Override
        public Kind kind() {
            return Kind.NUMBER;
        }
    }

    /** The number without its sign. */
    record Magnitude(Expression of) implements Expression {
        @Override
        public @Nullable Object of(@Nullable Object[] row) {
            @Nullable BigDecimal number = number(of.of(row));
            return number == null ? null : number.abs();
        }

        @Override
        public Kind kind() {
            return Kind.NUMBER;
        }
    }

    /** The first that is there. */
    record First(List<Expression> of) implements Expression {
        @Override
        public @Nullable Object of(@Nullable Object[] row) {
            for (Expression one : of) {
                @Nullable Object value = one.of(row);
                if (value != null) {
                    return value;
                }
            }
            return null;
        }

        @Override
        public Kind kind() {
            return of.getFirst().kind();
        }
    }

    /** Texts one after the other. */
    record Concatenation(List<Expression> of) implements Expression {
        @Override
        public @Nullable Object of(@Nullable Object[] row) {
            StringBuilder text = new StringBuilder();
            for (Expression one : of) {
                @Nullable Object value = one.of(row);
                if (value == null) {
                    return null;
                }
                text.append(value instanceof BigDecimal n ? plain(n) : value);
                if (text.length() > CellText.LONGEST) {
                    throw new Refused("text_too_long", Integer.toString(CellText.LONGEST));
                }
            }
            return text.toString();
        }

        @Override
        public Kind kind() {
            return Kind.TEXT;
        }

        private static String plain(BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
    }

    /** The part of a text before or after a mark; without the mark the whole is before it. */
    record Part(Expression of, String mark, boolean before) implements Expression {
        @Override
        public @Nullable Object of(@Nullable Object[] row) {
            if (!(of.of(row) instanceof String text)) {
                return null;
            }
            int at = text.indexOf(mark);
            if (before) {
                return at < 0 ? text : CellText.clean(text.substring(0, at));
            }
            return at < 0 ? null : CellText.clean(text.substring(at + mark.length()));
        }

        @Override
        public Kind kind() {
            return Kind.TEXT;
        }
    }

    static @Nullable BigDecimal number(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal decimal -> decimal;
            case Long whole -> BigDecimal.valueOf(whole).setScale(SCALE);
            default -> throw new Refused("number_bad", value.toString(), "1234.56");
        };
    }
}
