package app.rotina;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every case of docs/nasty-inputs.md has a test: its display name begins with the numbers of the
 * cases it stands for.
 */
class NastyInputsTest {
    private static final Pattern DISPLAYED =
            Pattern.compile(
                    "(?:@DisplayName\\(|@ParameterizedTest\\(name =)\\s*\"(\\d+(?:, \\d+)*)[: ]");
    private static final Pattern LISTED = Pattern.compile("(?<![\\w`.])(\\d{1,3})\\. ");

    @Test
    void haveATestEach() throws IOException {
        Set<Integer> cases =
                IntStream.rangeClosed(1, 105)
                        .boxed()
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<Integer> tested = new TreeSet<>();
        try (Stream<Path> tests = Files.walk(Path.of("src", "test", "java"))) {
            tests.filter(file -> file.toString().endsWith("Test.java"))
                    .forEach(file -> tested.addAll(numbers(DISPLAYED, file)));
        }

        assertThat(tested).containsAll(cases);
        assertThat(numbers(LISTED, Path.of("docs", "nasty-inputs.md"))).isEqualTo(cases);
    }

    private static Set<Integer> numbers(Pattern pattern, Path file) {
        Set<Integer> numbers = new TreeSet<>();
        try {
            Matcher found = pattern.matcher(Files.readString(file));
            while (found.find()) {
                for (String number : found.group(1).split(", ", -1)) {
                    numbers.add(Integer.valueOf(number));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return numbers;
    }
}
