package app.rotina.cli;

import app.rotina.kernel.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Which language the command line speaks: the one asked for, else that of the system. */
final class Languages {
    private Languages() {}

    /** Read before the arguments are understood, because mistakes in them are explained in it. */
    static Locale wished(String[] args) {
        @Nullable String tag = null;
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--lang") && i + 1 < args.length) {
                tag = args[i + 1];
            } else if (args[i].startsWith("--lang=")) {
                tag = args[i].substring("--lang=".length());
            }
        }
        return tag == null ? Locale.getDefault() : locale(tag);
    }

    static Locale locale(String tag) {
        return Locale.forLanguageTag(tag.replace('_', '-'));
    }

    /** The texts of --help. */
    static ResourceBundle help(Locale wished) {
        Locale locale = Texts.supported(wished);
        String suffix = locale.equals(Locale.ENGLISH) ? "" : "_" + locale;
        String file = "/messages/rotina" + suffix + ".properties";
        try (InputStream in = Objects.requireNonNull(Languages.class.getResourceAsStream(file))) {
            return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
