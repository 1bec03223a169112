package app.rotina.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodesTest {
    private static final List<String> TWO = List.of("a", "b");
    private static final List<String> THREE = List.of("a", "b", "c");
    private static final List<String> MANY = Collections.nCopies(1 << 25, "");

    @Test
    void putsValuesOfSeveralDimensionsIntoOneNumber() {
        Codes codes = new Codes(List.of(TWO, THREE, TWO));

        assertThat(codes.sql(d -> "c" + d))
                .containsExactly(
                        "CAST(c0 AS BIGINT) * 6 + CAST(c1 AS BIGINT) * 2 + CAST(c2 AS BIGINT) * 1");
        long[] number = {1 * 6 + 2 * 2 + 1};
        assertThat(codes.code(0, number)).isEqualTo(1);
        assertThat(codes.code(1, number)).isEqualTo(2);
        assertThat(codes.code(2, number)).isEqualTo(1);
    }

    @Test
    void takesAFurtherNumberWhereOneIsTooSmall() {
        Codes codes = new Codes(List.of(MANY, TWO, MANY, MANY, THREE));

        assertThat(codes.numbers()).isEqualTo(2);
        assertThat(codes.sql(d -> "c" + d))
                .containsExactly(
                        "CAST(c0 AS BIGINT) * 67108864 + CAST(c1 AS BIGINT) * 33554432 + CAST(c2 AS BIGINT) * 1",
                        "CAST(c3 AS BIGINT) * 3 + CAST(c4 AS BIGINT) * 1");
        long[] numbers = {7L * 67108864 + 33554432 + 5, 9 * 3 + 2};
        assertThat(List.of(0, 1, 2, 3, 4).stream().map(d -> codes.code(d, numbers)))
                .containsExactly(7, 1, 5, 9, 2);
    }
}
