package app.rotina.sources.mapping;

import app.rotina.sources.grammar.Misfit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code -quantity * unit_price}, {@code first(email, phone)}, {@code concat('R-', id)},
 * {@code before(text, ' / ')}, {@code after(text, ' / ')}, {@code abs(amount)}: names, decimals,
 * quoted texts, {@code + - * /} and brackets, nothing else.
 */
final class ExpressionParser {
    private static final int LONGEST = 200;

    private final String text;
    private final Slots slots;
    private int at;

    private ExpressionParser(String text, Slots slots) {
        this.text = text;
        this.slots = slots;
    }

    static Expression parse(String text, Slots slots) {
        if (text.length() > LONGEST) {
            throw new Misfit("expression_long", LONGEST);
        }
        ExpressionParser parser = new ExpressionParser(text, slots);
        Expression expression = parser.sum();
        if (parser.peek() != '\0') {
            throw parser.unexpected();
        }
        return expression;
    }

    private Expression sum() {
        Expression left = product();
        while (peek() == '+' || peek() == '-') {
            char operator = next();
            left = arithmetic(operator, left, product());
        }
        return left;
    }

    private Expression product() {
        Expression left = factor();
        while (peek() == '*' || peek() == '/') {
            char operator = next();
            left = arithmetic(operator, left, factor());
        }
        return left;
    }

    private Expression factor() {
        char c = peek();
        if (c == '-') {
            next();
            return new Expression.Negation(numeric(factor()));
        }
        if (c == '(') {
            next();
            Expression inner = sum();
            expect(')');
            return inner;
        }
        if (c == '\'') {
            return quoted();
        }
        return c >= '0' && c <= '9' ? decimal() : named();
    }

    private Expression named() {
        String name = word();
        if (peek() != '(') {
            return new Expression.Reference(slots.index(name), slots.kind(name));
        }
        next();
        List<Expression> arguments = arguments();
        return switch (name) {
            case "first" -> new Expression.First(arguments);
            case "concat" -> new Expression.Concatenation(arguments);
            case "before", "after" -> part(arguments, name.equals("before"));
            case "abs" -> new Expression.Magnitude(numeric(arguments.getFirst()));
            default -> throw new Misfit("no_function", name);
        };
    }

    private static Expression part(List<Expression> arguments, boolean before) {
        boolean marked =
                arguments.size() == 2
                        && arguments.getLast() instanceof Expression.Constant constant
                        && constant.kind() == Kind.TEXT;
        if (!marked) {
            throw new Misfit("mark");
        }
        String mark = arguments.getLast().of(new Object[0]) + "";
        return new Expression.Part(arguments.getFirst(), mark, before);
    }

    private List<Expression> arguments() {
        List<Expression> arguments = new ArrayList<>();
        arguments.add(sum());
        while (peek() == ',') {
            next();
            arguments.add(sum());
        }
        expect(')');
        return List.copyOf(arguments);
    }

    private Expression quoted() {
        int close = text.indexOf('\'', at + 1);
        if (close < 0) {
            throw unexpected();
        }
        String value = text.substring(at + 1, close);
        at = close + 1;
        return new Expression.Constant(value, Kind.TEXT);
    }

    private Expression decimal() {
        int start = at;
        while (at < text.length() && "0123456789.".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        BigDecimal value = new BigDecimal(text.substring(start, at));
        return new Expression.Constant(
                value.setScale(Expression.SCALE, RoundingMode.UNNECESSARY), Kind.NUMBER);
    }

    private String word() {
        int start = at;
        while (at < text.length() && isOfWord(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw unexpected();
        }
        return text.substring(start, at);
    }

    private static boolean isOfWord(char c) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    private static Expression arithmetic(char operator, Expression left, Expression right) {
        return new Expression.Arithmetic(operator, numeric(left), numeric(right));
    }

    private static Expression numeric(Expression expression) {
        if (!expression.kind().isNumeric()) {
            throw new Misfit("compute");
        }
        return expression;
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw unexpected();
        }
        next();
    }

    /** The next character that is not a blank; NUL at the end. */
    private char peek() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private char next() {
        return text.charAt(at++);
    }

    private IllegalArgumentException unexpected() {
        return new Misfit("expression", text, at + 1);
    }
}
