package app.rotina.sources.grammar;

import java.util.ArrayList;
import java.util.List;

/**
 * A date pattern: {@code yyyy yy M MM MMM d dd H HH h m mm s ss S a E X z}, texts in single quotes,
 * optional parts in brackets. A doubled letter asks for both digits, a blank for one or more.
 */
record DatePattern(String id, List<List<Step>> ways) implements DateFormat {
    private static final int LONGEST = 60;
    private static final int MOST_OPTIONS = 4;

    /** One thing to read. */
    private sealed interface Step {
        boolean read(TextCursor in, Moment into);
    }

    private record Digits(DateUnit unit, int fewest, int most) implements Step {
        @Override
        public boolean read(TextCursor in, Moment into) {
            return in.number(unit, fewest, most, into);
        }
    }

    private record Literal(char c) implements Step {
        @Override
        public boolean read(TextCursor in, Moment into) {
            return c == ' ' ? in.blanks() : in.skip(c);
        }
    }

    private enum Special implements Step {
        FRACTION,
        MONTH_NAME,
        HALF_OF_DAY,
        WEEKDAY,
        OFFSET,
        ZONE;

        @Override
        public boolean read(TextCursor in, Moment into) {
            return switch (this) {
                case FRACTION -> in.fraction(into);
                case MONTH_NAME -> in.monthName(into);
                case HALF_OF_DAY -> in.halfOfDay(into);
                case WEEKDAY -> in.word();
                case OFFSET -> in.offset(into);
                case ZONE -> in.zone(into);
            };
        }
    }

    static DatePattern of(String pattern) {
        if (pattern.length() > LONGEST) {
            throw new Misfit("pattern_long", 60);
        }
        List<List<Step>> ways = new ArrayList<>();
        for (String way : alternatives(pattern, 0)) {
            ways.add(steps(way));
        }
        if (ways.getFirst().stream().noneMatch(DatePattern::isYear)) {
            throw new Misfit("pattern_year", pattern);
        }
        return new DatePattern(pattern, List.copyOf(ways));
    }

    @Override
    public boolean read(String text, Moment into) {
        for (List<Step> way : ways) {
            if (readAs(way, text, into)) {
                into.settle(text);
                return true;
            }
        }
        return false;
    }

    private static boolean readAs(List<Step> way, String text, Moment into) {
        into.clear();
        TextCursor in = new TextCursor(text);
        for (int i = 0; i < way.size(); i++) {
            if (!way.get(i).read(in, into)) {
                return false;
            }
        }
        return in.atEnd();
    }

    private static boolean isYear(Step step) {
        return step instanceof Digits digits && digits.unit() == DateUnit.YEAR;
    }

    /** The pattern with and without each of its optional parts. */
    private static List<String> alternatives(String pattern, int options) {
        int close = pattern.indexOf(']');
        int open = close < 0 ? -1 : pattern.lastIndexOf('[', close);
        if (open < 0) {
            return List.of(pattern);
        }
        if (options == MOST_OPTIONS) {
            throw new Misfit("pattern_parts", 4);
        }
        String before = pattern.substring(0, open);
        String inside = pattern.substring(open + 1, close);
        String after = pattern.substring(close + 1);
        List<String> ways = new ArrayList<>(alternatives(before + inside + after, options + 1));
        ways.addAll(alternatives(before + after, options + 1));
        return ways;
    }

    private static List<Step> steps(String pattern) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < pattern.length(); ) {
            char c = pattern.charAt(i);
            int end = c == '\'' ? closing(pattern, i) : runEnd(pattern, i);
            if (c == '\'') {
                pattern.substring(i + 1, end - 1)
                        .chars()
                        .forEach(letter -> steps.add(new Literal((char) letter)));
            } else {
                steps.add(isLetter(c) ? step(c, end - i) : new Literal(c));
            }
            i = end;
        }
        return List.copyOf(steps);
    }

    private static int closing(String pattern, int open) {
        int close = pattern.indexOf('\'', open + 1);
        if (close < 0) {
            throw new Misfit("pattern_quote", pattern);
        }
        return close + 1;
    }

    private static int runEnd(String pattern, int start) {
        char c = pattern.charAt(start);
        int end = start + 1;
        while ((isLetter(c) || c == ' ') && end < pattern.length() && pattern.charAt(end) == c) {
            end++;
        }
        return end;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static Step step(char letter, int count) {
        int fewest = count == 1 ? 1 : 2;
        return switch (letter) {
            case 'y' -> new Digits(DateUnit.YEAR, count == 2 ? 2 : 4, count == 2 ? 2 : 4);
            case 'M' -> count > 2 ? Special.MONTH_NAME : new Digits(DateUnit.MONTH, fewest, 2);
            case 'd' -> new Digits(DateUnit.DAY, fewest, 2);
            case 'H', 'h' -> new Digits(DateUnit.HOUR, fewest, 2);
            case 'm' -> new Digits(DateUnit.MINUTE, fewest, 2);
            case 's' -> new Digits(DateUnit.SECOND, fewest, 2);
            case 'S' -> Special.FRACTION;
            case 'a' -> Special.HALF_OF_DAY;
            case 'E' -> Special.WEEKDAY;
            case 'X' -> Special.OFFSET;
            case 'z' -> Special.ZONE;
            default -> throw new Misfit("pattern_letter", String.valueOf(letter));
        };
    }
}
