package app.rotina.insight.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PanelMethodTest {
    private static final double[][] SHIFTED = {
        {1, 2, 3, 4, 5, 6}, {2, 1, 2, 1, 2, 1}, {11, 12, 13, 14, 17, 18}
    };

    @Test
    void differenceInDifferencesIsTheDifferenceOfTwoDifferences() {
        Panel panel = new Panel(new double[][] {{1, 1, 3}, {3, 3, 5}, {10, 12, 20}}, 2, 2);
        assertThat(PanelMethod.DID.effect(panel)).isEqualTo((20 - 11) - (4 - 2), within(1e-12));
    }

    @Test
    void syntheticDifferenceFindsTheUnitThatRunsBesideAtAnotherLevel() {
        Panel panel = new Panel(SHIFTED, 2, 4);
        assertThat(PanelMethod.SDID.effect(panel)).isEqualTo(2, within(0.5));
        assertThat(PanelMethod.SDID.units(panel, 1e-5)[0]).isGreaterThan(0.5);
    }

    @Test
    void weightsAreNotNegativeAndSumToOne() {
        for (PanelMethod method : List.of(PanelMethod.SDID, PanelMethod.SC)) {
            double[] units = method.units(new Panel(SHIFTED, 2, 4), 1e-5);
            assertThat(Arrays.stream(units).min().orElseThrow()).isNotNegative();
            assertThat(units[0] + units[1]).isEqualTo(1, within(1e-9));
        }
    }

    @Test
    void refusesAPanelWithoutUntouchedUnits() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Panel(SHIFTED, 0, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> new Panel(SHIFTED, 3, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> new Panel(SHIFTED, 2, 6));
    }

    @Test
    void givesThePublishedFiguresOfCaliforniasTobaccoLaw() throws IOException {
        Panel panel = california();
        assertThat(PanelMethod.SDID.effect(panel)).isEqualTo(-15.604, within(0.01));
        assertThat(PanelMethod.SC.effect(panel)).isEqualTo(-19.620, within(0.01));
        assertThat(PanelMethod.DID.effect(panel)).isEqualTo(-27.349, within(0.01));
        PlaceboUnits units = PlaceboUnits.of(panel, PanelMethod.SDID);
        assertThat(units.placebos()).hasSize(38);
        assertThat(units.p()).isBetween(0.05, 0.15);
    }

    private static Panel california() throws IOException {
        Path file = SharedSeries.file("effect/california_prop99.csv");
        assumeThat(file).exists();
        Map<String, TreeMap<Integer, Double>> states = new TreeMap<>();
        for (String line : Files.readAllLines(file).subList(1, 1 + 39 * 31)) {
            String[] cells = line.split(";", -1);
            states.computeIfAbsent(cells[0], any -> new TreeMap<>())
                    .put(Integer.valueOf(cells[1]), Double.valueOf(cells[2]));
        }
        List<double[]> rows = new ArrayList<>();
        states.forEach((state, years) -> {
            if (!state.equals("California")) {
                rows.add(row(years));
            }
        });
        rows.add(row(states.getOrDefault("California", new TreeMap<>())));
        return new Panel(rows.toArray(double[][]::new), 38, 19);
    }

    private static double[] row(SortedMap<Integer, Double> years) {
        return years.values().stream().mapToDouble(each -> each).toArray();
    }
}
