package app.rotina.sources.grammar;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Turns e-mail addresses, phone numbers and tax ids into tokens: an HMAC under the store's key of
 * the normalised contact. The same contact gives the same token in every source of the store; the
 * contact cannot be had back. Not for several threads.
 */
public final class Contacts {
    private static final int TOKEN_BYTES = 16;
    private static final int FEWEST_DIGITS = 8;

    /** What kind of contact a column holds. */
    public enum Kind {
        EMAIL,
        PHONE,
        TAX_ID,
        /** A name by which the platform knows the buyer. */
        NICKNAME
    }

    private final Mac mac;
    private final String country;

    /**
     * @param country where phone numbers without a country code are from, such as BR
     */
    public Contacts(byte[] key, String country) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
        this.country = country;
    }

    /** Nothing where the text is no such contact, or a platform has masked it with asterisks. */
    public @Nullable String token(Kind kind, String cleaned) {
        if (cleaned.length() > CellText.LONGEST || cleaned.indexOf('*') >= 0) {
            return null;
        }
        @Nullable String contact = normalised(kind, cleaned);
        if (contact == null) {
            return null;
        }
        String named = kind.name().toLowerCase(Locale.ROOT) + ":" + contact;
        byte[] digest = mac.doFinal(named.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(digest, TOKEN_BYTES));
    }

    private @Nullable String normalised(Kind kind, String cleaned) {
        String text =
                Normalizer.normalize(CellText.unwrapped(cleaned), Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT);
        return switch (kind) {
            case EMAIL -> isEmail(text) ? text : null;
            case PHONE -> phone(text.replaceAll("\\D", ""), text.startsWith("+"));
            case TAX_ID -> taxId(text.replaceAll("[^\\p{L}\\p{N}]", ""));
            case NICKNAME -> text;
        };
    }

    private static boolean isEmail(String text) {
        int at = text.indexOf('@');
        return at > 0
                && at == text.lastIndexOf('@')
                && text.indexOf('.', at) > at + 1
                && text.chars().noneMatch(Character::isWhitespace);
    }

    private @Nullable String phone(String digits, boolean international) {
        String number = digits.replaceFirst("^0+", "");
        if (number.length() < FEWEST_DIGITS) {
            return null;
        }
        return international ? number : withCountry(number);
    }

    private String withCountry(String number) {
        int length = number.length();
        return switch (country) {
            case "BR" -> length == 10 || length == 11 ? "55" + number : number;
            case "CN" -> length == 11 && number.startsWith("1") ? "86" + number : number;
            default -> number;
        };
    }

    /** A CPF has 11 digits, a CNPJ 14 digits or letters; leading zeros may have been lost. */
    private static @Nullable String taxId(String text) {
        return text.length() < FEWEST_DIGITS ? null : text.replaceFirst("^0+", "");
    }
}
