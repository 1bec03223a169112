package app.rotina.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.Part;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps the three languages in step. */
class MessagesTest {
    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final List<String> TRANSLATIONS = List.of("_pt_BR", "_zh_CN");

    /** The texts of --help are patterns of another library and named by it. */
    private static final String HELP = "rotina";

    static List<String> bases() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(".properties", ""))
                    .filter(name -> !name.contains("_"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("bases")
    void hasEveryKeyInEveryLanguage(String base) {
        for (String translation : TRANSLATIONS) {
            assertThat(load(base + translation).stringPropertyNames())
                    .as(base + translation)
                    .containsExactlyInAnyOrderElementsOf(load(base).stringPropertyNames());
        }
    }

    @ParameterizedTest
    @MethodSource("bases")
    void fillsTheSamePlacesInEveryLanguage(String base) {
        if (base.equals(HELP)) {
            return;
        }
        Properties english = load(base);
        for (String translation : TRANSLATIONS) {
            load(base + translation)
                    .forEach((key, text) ->
                            assertThat(places(text.toString()))
                                    .as("%s in %s%s", key, base, translation)
                                    .isEqualTo(places(english.getProperty(key.toString()))));
        }
    }

    @ParameterizedTest
    @MethodSource("bases")
    void namesItsFileInEveryKey(String base) {
        if (!base.equals(HELP)) {
            assertThat(load(base).stringPropertyNames())
                    .allSatisfy(key -> assertThat(key).startsWith(base + "."));
        }
    }

    @ParameterizedTest
    @MethodSource("bases")
    void saysNothingTwice(String base) throws IOException {
        for (String language : Stream.concat(Stream.of(""), TRANSLATIONS.stream()).toList()) {
            List<String> keys =
                    Files.readAllLines(FOLDER.resolve(base + language + ".properties")).stream()
                            .filter(line -> line.matches("[^#\\s][^=]*=.*"))
                            .map(line -> line.substring(0, line.indexOf('=')).strip())
                            .toList();
            assertThat(keys).as(base + language).doesNotHaveDuplicates();
        }
    }

    @Test
    void hasASentenceForEveryProblem() {
        assertThat(Arrays.stream(Problem.values()).map(Problem::textKey))
                .allSatisfy(key -> assertThat(Texts.english().knows(key)).as(key).isTrue());
    }

    private static Set<String> places(String pattern) {
        MessagePattern parsed = new MessagePattern(pattern);
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < parsed.countParts(); i++) {
            Part part = parsed.getPart(i);
            if (part.getType() == Part.Type.ARG_NUMBER || part.getType() == Part.Type.ARG_NAME) {
                names.add(parsed.getSubstring(part).toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    private static Properties load(String name) {
        Properties lines = new Properties();
        try (Reader in =
                Files.newBufferedReader(
                        FOLDER.resolve(name + ".properties"), StandardCharsets.UTF_8)) {
            lines.load(in);
            return lines;
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
