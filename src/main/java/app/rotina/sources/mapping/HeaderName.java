package app.rotina.sources.mapping;

import app.rotina.sources.grammar.CellText;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column's header as profiles name it: letters and digits count, in any case, with or without
 * accents. A final {@code (*)} stands for a currency in brackets, or none.
 */
public record HeaderName(String shown, String plain, boolean anyCurrency) {
    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}%]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern ORDINALS = Pattern.compile("[ºª°]");
    private static final Pattern CURRENCY = Pattern.compile("(.*?)\\s*[(（]([^()（）]{1,4})[)）]");

    public static HeaderName of(String header) {
        boolean any = header.endsWith("(*)");
        String shown = any ? header.substring(0, header.length() - 3).strip() : header;
        return new HeaderName(shown, plain(shown), any);
    }

    public boolean matches(String header) {
        if (plain(header).equals(plain)) {
            return true;
        }
        var withCurrency = CURRENCY.matcher(header.strip());
        return anyCurrency && withCurrency.matches() && plain(withCurrency.group(1)).equals(plain);
    }

    /** The currency sign or code in the header's final brackets. */
    static @Nullable String currency(String header) {
        var withCurrency = CURRENCY.matcher(header.strip());
        return withCurrency.matches() ? withCurrency.group(2) : null;
    }

    static String plain(String header) {
        @Nullable String clean = CellText.clean(header);
        if (clean == null) {
            return "";
        }
        String ordinary = ORDINALS.matcher(clean).replaceAll("");
        String bare =
                MARKS.matcher(Normalizer.normalize(ordinary, Normalizer.Form.NFKD)).replaceAll("");
        return NOT_WORDS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
