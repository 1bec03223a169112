package app.rotina.warehouse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The values of several dimensions as numbers, as many dimensions to a number as fit: one number is
 * grouped and read much faster than as many texts. Numbers are in the order of the values.
 */
final class Codes {
    private static final long LARGEST = 1L << 62;

    private final int[] size;
    private final int[] number;
    private final long[] factor;

    Codes(Collection<List<String>> values) {
        this.size = values.stream().mapToInt(List::size).toArray();
        this.number = new int[size.length];
        this.factor = new long[size.length];
        long cells = 1;
        for (int d = 0; d < size.length; d++) {
            boolean fits = cells <= LARGEST / Math.max(1, size[d]);
            number[d] = d == 0 ? 0 : number[d - 1] + (fits ? 0 : 1);
            cells = fits ? cells * size[d] : size[d];
        }
        for (int d = size.length - 1; d >= 0; d--) {
            boolean last = d == size.length - 1 || number[d] != number[d + 1];
            factor[d] = last ? 1 : factor[d + 1] * size[d + 1];
        }
    }

    /** How many numbers there are. */
    int numbers() {
        return number.length == 0 ? 0 : number[number.length - 1] + 1;
    }

    /**
     * The numbers as SQL.
     *
     * @param code of a dimension, as SQL
     */
    List<String> sql(IntFunction<String> code) {
        List<String> terms = new ArrayList<>();
        for (int d = 0; d < size.length; d++) {
            String term = "CAST(%s AS BIGINT) * %d".formatted(code.apply(d), factor[d]);
            if (d > 0 && number[d] == number[d - 1]) {
                terms.set(number[d], terms.get(number[d]) + " + " + term);
            } else {
                terms.add(term);
            }
        }
        return terms;
    }

    /** The code of a dimension's value. */
    int code(int dimension, long[] numbers) {
        return (int) (numbers[number[dimension]] / factor[dimension] % size[dimension]);
    }
}
