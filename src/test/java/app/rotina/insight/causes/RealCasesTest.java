package app.rotina.insight.causes;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.insight.causes.Leaves.Leaf;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Cases of tens of thousands of leaves by the field's public generator: an element is right if the
 * very same is in the truth.
 */
class RealCasesTest {
    private static final Path CASES =
            Path.of(System.getenv().getOrDefault("ROTINA_SHARED_DATA", "../shared/data"))
                    .resolve("rca");

    @Test
    void findsEveryCauseOfTheLargeSet() throws IOException {
        assertThat(f1(CASES.resolve("L15"))).isGreaterThan(.97);
    }

    @Test
    void findsNearlyAllCausesOfTheSmallOnes() throws IOException {
        assertThat(f1(CASES.resolve("S15"))).isGreaterThan(.9);
    }

    private static double f1(Path folder) throws IOException {
        Assumptions.assumeTrue(Files.exists(folder), () -> folder + " is not here");
        int both = 0;
        int either = 0;
        List<String> truth = Files.readAllLines(folder.resolve("injection_info.csv"));
        for (String line : truth.subList(1, truth.size())) {
            List<String> cells = List.of(line.split(",", -1));
            Set<Set<String>> expected = elements(cells.get(1).split(";", -1));
            Set<Set<String>> named = named(folder.resolve(cells.getFirst() + ".csv.gz"));
            either += expected.size() + named.size();
            named.retainAll(expected);
            both += named.size();
        }
        return 2.0 * both / either;
    }

    private static Set<Set<String>> elements(String[] names) {
        return Arrays.stream(names)
                .map(name -> Set.of(name.split("&", -1)))
                .collect(Collectors.toSet());
    }

    private static Set<Set<String>> named(Path file) throws IOException {
        return RootCauses.of(leaves(file), Limits.DEFAULT, 2).causes().stream()
                .map(cause ->
                        cause.element().entrySet().stream()
                                .map(each -> each.getKey() + "=" + each.getValue())
                                .collect(Collectors.toSet()))
                .collect(Collectors.toSet());
    }

    private static Leaves leaves(Path file) throws IOException {
        try (BufferedReader reader =
                        new BufferedReader(
                                new InputStreamReader(
                                        new GZIPInputStream(Files.newInputStream(file)),
                                        StandardCharsets.UTF_8));
                Stream<String> lines = reader.lines()) {
            List<List<String>> rows = lines.map(line -> List.of(line.split(",", -1))).toList();
            int dimensions = rows.getFirst().size() - 2;
            return Leaves.of(
                    rows.getFirst().subList(0, dimensions),
                    rows.stream().skip(1).map(row -> leaf(row, dimensions)).toList());
        }
    }

    private static Leaf leaf(List<String> row, int dimensions) {
        return new Leaf(
                row.subList(0, dimensions),
                Double.parseDouble(row.get(dimensions)),
                Double.parseDouble(row.get(dimensions + 1)));
    }
}
