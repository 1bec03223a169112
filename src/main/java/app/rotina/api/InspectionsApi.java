package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.access.Rights;
import app.rotina.kernel.DataFolder;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.kernel.Store.DriverIdentity;
import app.rotina.kernel.Store.GoalBasis;
import app.rotina.kernel.StoreKey;
import app.rotina.kernel.Texts;
import app.rotina.sources.Inspector;
import app.rotina.sources.ReadingContext;
import app.rotina.state.Role;
import app.rotina.state.Secrets;
import app.rotina.state.StoreProfiles;
import app.rotina.state.Stores;
import app.rotina.state.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A first look at a file: what it is, or how it could be read, and what it leaves open. Nothing of
 * it is kept.
 */
@RestController
class InspectionsApi {
    private final Rights rights;
    private final Stores stores;
    private final StoreProfiles profiles;
    private final Vault vault;
    private final Clock clock;
    private final Path spool;

    InspectionsApi(
            Rights rights,
            Stores stores,
            StoreProfiles profiles,
            Vault vault,
            Clock clock,
            DataFolder folder) {
        this.rights = rights;
        this.stores = stores;
        this.profiles = profiles;
        this.vault = vault;
        this.clock = clock;
        this.spool = folder.spool();
    }

    /**
     * Which file, and how to read what it does not say itself.
     *
     * @param name shown to people; absence: {@code file}
     * @param store whose zone and currency are meant; absence: UTC, and the currency named
     * @param currency absence: that of the language asked for
     */
    record Asking(@Nullable String name, @Nullable String store, @Nullable String currency) {}

    @PostMapping("/api/inspections")
    @Access(Role.VIEWER)
    InspectionCard inspect(
            Caller caller,
            Asking asking,
            @RequestParam MultiValueMap<String, String> answer,
            InputStream content,
            Locale locale) {
        String name = asking.name() == null ? "file" : asking.name();
        ReadingContext context =
                context(caller, asking, Texts.of(locale).locale()).answering(answers(answer));
        Path file = spool.resolve("look-" + Secrets.token());
        try {
            keep(content, file, name);
            return InspectionCard.of(
                    Inspector.inspect(file, name, context), context.store(), Texts.of(locale));
        } finally {
            delete(file);
        }
    }

    private ReadingContext context(Caller caller, Asking asking, Locale language) {
        if (asking.store() == null) {
            byte[] nobodys = new StoreKey(StoreKey.newSecret()).tokenSecret();
            return ReadingContext.of(neutral(asking.currency(), language), nobodys, spool, clock);
        }
        rights.require(caller, asking.store(), Role.VIEWER);
        byte[] key = vault.key(asking.store()).tokenSecret();
        return ReadingContext.of(stores.of(asking.store()), key, spool, clock)
                .knowing(profiles.taught(asking.store()));
    }

    /** No store's: a zone without clock changes, and the money of whoever asks. */
    private static Store neutral(@Nullable String currency, Locale language) {
        return new Store(
                InspectionCard.NO_STORE,
                "",
                ZoneId.of("UTC"),
                currency == null ? Currency.getInstance(home(language)) : known(currency),
                language,
                GoalBasis.PLACED,
                DriverIdentity.SESSIONS_CONVERSION_TICKET);
    }

    private static Locale home(Locale language) {
        return language.getCountry().isEmpty() ? Locale.US : language;
    }

    private static Currency known(String code) {
        try {
            return Currency.getInstance(code.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new RotinaException(Problem.BAD_ARGUMENT, e, "currency " + code);
        }
    }

    /** From parameters such as {@code answer=dates=day_first}. */
    private static Map<String, String> answers(MultiValueMap<String, String> parameters) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String one : parameters.getOrDefault("answer", List.of())) {
            int at = one.indexOf('=');
            if (at < 1) {
                throw new RotinaException(Problem.BAD_ARGUMENT, "answer " + one);
            }
            answers.put(one.substring(0, at).strip(), one.substring(at + 1).strip());
        }
        return answers;
    }

    private static void keep(InputStream content, Path file, String name) {
        try {
            Files.copy(content, file);
        } catch (IOException e) {
            throw new RotinaException(Problem.UPLOAD_CUT, e, name);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
