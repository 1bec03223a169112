package app.rotina.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A spreadsheet program in miniature: computes the formulas of a workbook from their text alone.
 * Knows IF, AND, COUNT, SUM, ROWS, the operators of comparison, minus and division. A cell is a
 * Double, a text, or absent; an absent one counts as zero in arithmetic, as spreadsheets have it.
 */
final class Recalculation {
    private final Map<String, Object> values;
    private final Map<String, String> formulas;

    Recalculation(Map<String, Object> values, Map<String, String> formulas) {
        this.values = values;
        this.formulas = formulas;
    }

    /** A Double, or a text. */
    Object cell(String name) {
        String formula = formulas.get(name);
        Object value =
                formula == null ? values.getOrDefault(name, "") : new Parser(formula).expression();
        return value;
    }

    private final class Parser {
        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        Object expression() {
            Object left = difference();
            if (take("<>")) {
                return !left.equals(difference());
            }
            return take("=") ? left.equals(difference()) : left;
        }

        private Object difference() {
            Object left = quotient();
            while (take("-")) {
                left = number(left) - number(quotient());
            }
            return left;
        }

        private Object quotient() {
            Object left = primary();
            while (take("/")) {
                left = number(left) / number(primary());
            }
            return left;
        }

        private Object primary() {
            if (take("\"\"")) {
                return "";
            }
            String word = word();
            if (take("(")) {
                return call(word);
            }
            return Character.isDigit(word.charAt(0)) ? Double.valueOf(word) : cell(word);
        }

        private Object call(String function) {
            return switch (function) {
                case "IF" -> choice();
                case "AND" -> conjunction();
                case "COUNT" -> (double) numbers(cells()).count();
                case "SUM" -> numbers(cells()).mapToDouble(n -> n).sum();
                case "ROWS" -> (double) cells().size();
                default -> throw new IllegalArgumentException(function + " in " + text);
            };
        }

        private Object choice() {
            boolean condition = (Boolean) expression();
            require(",");
            Object yes = expression();
            require(",");
            Object no = expression();
            require(")");
            return condition ? yes : no;
        }

        private Object conjunction() {
            boolean all = true;
            do {
                all &= (Boolean) expression();
            } while (take(","));
            require(")");
            return all;
        }

        /** The names of the cells in an argument list of references and areas. */
        private List<String> cells() {
            List<String> names = new ArrayList<>();
            do {
                String from = word();
                String to = take(":") ? word() : from;
                String column = from.replaceAll("\\d", "");
                for (int row = row(from); row <= row(to); row++) {
                    names.add(column + row);
                }
            } while (take(","));
            require(")");
            return names;
        }

        private Stream<Double> numbers(List<String> names) {
            return names.stream()
                    .map(Recalculation.this::cell)
                    .filter(Double.class::isInstance)
                    .map(Double.class::cast);
        }

        private String word() {
            int from = at;
            while (at < text.length()
                    && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            if (from == at) {
                throw new IllegalArgumentException(text + " at " + at);
            }
            return text.substring(from, at);
        }

        private boolean take(String token) {
            boolean found = text.startsWith(token, at);
            at += found ? token.length() : 0;
            return found;
        }

        private void require(String token) {
            if (!take(token)) {
                throw new IllegalArgumentException(text + ": no " + token + " at " + at);
            }
        }

        private static int row(String name) {
            return Integer.parseInt(name.replaceAll("\\D", ""));
        }

        private static double number(Object value) {
            return value instanceof Double number ? number : value.equals("") ? 0 : Double.NaN;
        }
    }
}
