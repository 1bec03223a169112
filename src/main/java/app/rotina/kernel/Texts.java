package app.rotina.kernel;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the product says, in one language. A key's first word names its file: {@code problem.x} is
 * read from {@code messages/problem.properties} and its translations; messages are ICU message
 * patterns. English is the base; a key that no file has is shown as itself.
 */
public final class Texts {
    public static final Locale BRAZIL = Locale.of("pt", "BR");
    public static final Locale CHINA = Locale.of("zh", "CN");

    /** Every language the product speaks, the base first. */
    public static final List<Locale> LOCALES = List.of(Locale.ENGLISH, BRAZIL, CHINA);

    /** What stands for the name of a person who was removed. */
    private static final String REMOVED = "#\\d+";

    private static final Map<Locale, Texts> BY_LOCALE = new ConcurrentHashMap<>();

    private final Locale locale;
    private final Map<String, Properties> files = new ConcurrentHashMap<>();

    private Texts(Locale locale) {
        this.locale = locale;
    }

    public static Texts english() {
        return of(Locale.ENGLISH);
    }

    /** The texts in the supported language nearest to the one asked for. */
    public static Texts of(Locale wanted) {
        return BY_LOCALE.computeIfAbsent(supported(wanted), Texts::new);
    }

    /** The supported locale nearest to the one asked for: by language, else English. */
    public static Locale supported(Locale wanted) {
        return LOCALES.stream()
                .filter(one -> one.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    public Locale locale() {
        return locale;
    }

    public String say(String key, Object... values) {
        @Nullable String pattern = pattern(key);
        if (pattern == null) {
            return key;
        }
        return new MessageFormat(pattern, locale).format(values);
    }

    /** A name beside what somebody wrote; of a person who was removed only a number is left. */
    public String author(String name) {
        return name.matches(REMOVED) ? say("web.who.removed", name.substring(1)) : name;
    }

    public boolean knows(String key) {
        return pattern(key) != null;
    }

    /** A dimension's value as people say it: our own words are translated, a source's own kept. */
    public String value(String dimension, String value) {
        String bare = value.replaceAll("^\\((.*)\\)$", "$1").replace(' ', '_');
        String key = bare.equals(value) ? "value." + dimension + "." + value : "value." + bare;
        return knows(key) ? say(key) : value;
    }

    private @Nullable String pattern(String key) {
        int dot = key.indexOf('.');
        String area = dot < 0 ? key : key.substring(0, dot);
        @Nullable String own = file(area + suffix()).getProperty(key);
        return own != null ? own : file(area).getProperty(key);
    }

    private String suffix() {
        return locale.equals(Locale.ENGLISH) ? "" : "_" + locale;
    }

    private Properties file(String name) {
        return files.computeIfAbsent(name, Texts::load);
    }

    private static Properties load(String name) {
        Properties lines = new Properties();
        try (InputStream in =
                Texts.class.getResourceAsStream("/messages/" + name + ".properties")) {
            if (in != null) {
                lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
