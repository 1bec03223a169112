package app.rotina.reach;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.kernel.Texts;
import app.rotina.outgoing.Outgoing;
import app.rotina.state.Secrets;
import app.rotina.state.Webhooks;
import app.rotina.state.Webhooks.Shape;
import app.rotina.state.Webhooks.Target;
import app.rotina.state.Webhooks.Webhook;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes down a chat or program that somebody names, after checking it. */
@Component
public final class HookForm {
    private static final int LONGEST = 2000;

    private final Webhooks webhooks;
    private final Outgoing outgoing;

    HookForm(Webhooks webhooks, Outgoing outgoing) {
        this.webhooks = webhooks;
        this.outgoing = outgoing;
    }

    /** What somebody typed; absence: the field was left out. */
    public record Typed(
            @Nullable String name,
            @Nullable String shape,
            @Nullable String address,
            @Nullable String secret,
            @Nullable String language,
            @Nullable Boolean digest,
            @Nullable Boolean alerts) {}

    /**
     * What was added.
     *
     * @param newSecret to be shown this once; empty: none was made
     */
    public record Made(Webhook hook, String newSecret) {}

    public Made add(Store store, Typed typed, String who) {
        Shape shape = shape(text(typed.shape()));
        URI address = address(text(typed.address()));
        String given = text(typed.secret());
        boolean makes = shape == Shape.JSON && given.isEmpty();
        String secret = makes ? newSecret() : given;
        if (shape == Shape.JSON) {
            requireKey(secret);
        }
        String name = text(typed.name());
        Locale locale = Locale.forLanguageTag(text(typed.language()));
        Webhook hook =
                new Webhook(
                        0,
                        store.id(),
                        name.isEmpty() ? address.getHost() : name,
                        shape,
                        Texts.supported(locale),
                        address.getHost(),
                        Boolean.TRUE.equals(typed.digest()),
                        Boolean.TRUE.equals(typed.alerts()));
        return new Made(
                webhooks.add(hook, new Target(address.toString(), secret), who),
                makes ? secret : "");
    }

    /** Where it leads is checked again whenever it is called. */
    private URI address(String typed) {
        try {
            URI address = URI.create(typed);
            outgoing.require(address);
            return address;
        } catch (IllegalArgumentException e) {
            throw new RotinaException(Problem.BAD_ARGUMENT, e, typed);
        }
    }

    private static Shape shape(String typed) {
        return Arrays.stream(Shape.values())
                .filter(each -> each.name().equals(typed.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new RotinaException(Problem.BAD_ARGUMENT, typed));
    }

    private static String newSecret() {
        byte[] key = Secrets.token().getBytes(StandardCharsets.UTF_8);
        return Signature.PREFIX + Base64.getEncoder().encodeToString(key);
    }

    private static void requireKey(String secret) {
        try {
            if (secret.startsWith(Signature.PREFIX)) {
                Base64.getDecoder().decode(secret.substring(Signature.PREFIX.length()));
                return;
            }
        } catch (IllegalArgumentException e) {
            throw new RotinaException(Problem.BAD_ARGUMENT, e, Signature.PREFIX + "…");
        }
        throw new RotinaException(Problem.BAD_ARGUMENT, Signature.PREFIX + "…");
    }

    private static String text(@Nullable String typed) {
        String text = typed == null ? "" : typed.strip();
        if (text.length() > LONGEST) {
            throw new RotinaException(Problem.BAD_ARGUMENT, text.substring(0, 40));
        }
        return text;
    }
}
