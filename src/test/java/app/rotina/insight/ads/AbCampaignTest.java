package app.rotina.insight.ads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.rotina.insight.ads.ChannelReturn.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two real campaigns of thirty days whose purchases do not follow their spend. */
class AbCampaignTest {
    private static final Path FOLDER =
            Path.of(System.getenv().getOrDefault("ROTINA_SHARED_DATA", "../shared/data"))
                    .resolve("ads/ab_campaign");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d.MM.yyyy", Locale.ROOT);

    @ParameterizedTest
    @ValueSource(strings = {"control_group.csv", "test_group.csv"})
    void claimsNothingFromThirtyDays(String name) throws IOException {
        AdResponse response = AdResponse.of(history(name));

        Interval marginal = ((Told) response.returns().getFirst()).marginal();

        assertThat(marginal.low()).isNegative();
        assertThat(marginal.high()).isPositive();
        assertThat(response.budget().changes(5)).isEmpty();
    }

    /** Purchases stand for revenue; one day's are not known. */
    private static AdHistory history(String name) throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "no campaigns at " + FOLDER.toAbsolutePath());
        List<String[]> rows =
                Files.readAllLines(FOLDER.resolve(name)).stream()
                        .skip(1)
                        .map(line -> line.split(";", -1))
                        .toList();
        return new AdHistory(
                LocalDate.parse(rows.getFirst()[1], DAY),
                List.of("campaign"),
                List.of(rows.stream().map(row -> Double.valueOf(row[2])).toList()),
                rows.stream().map(row -> purchases(row)).toList());
    }

    private static OptionalDouble purchases(String[] row) {
        return row.length < 10 || row[9].isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Double.parseDouble(row[9]));
    }
}
