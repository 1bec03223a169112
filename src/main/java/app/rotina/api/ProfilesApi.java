package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.kernel.Texts;
import app.rotina.sources.Delivery;
import app.rotina.sources.Profile;
import app.rotina.sources.Profiles;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import app.rotina.state.StoreProfiles;
import app.rotina.state.StoreProfiles.Kept;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The mapping profiles a store's files are recognised by: its own, then the shipped ones. */
@RestController
@RequestMapping("/api/stores/{store}/profiles")
class ProfilesApi {
    private static final String YAML = "application/yaml";
    private static final int MOST_BYTES = 800_000;

    private final StoreProfiles profiles;
    private final Audit audit;

    ProfilesApi(StoreProfiles profiles, Audit audit) {
        this.profiles = profiles;
        this.audit = audit;
    }

    /**
     * One profile.
     *
     * @param files its kinds of file
     * @param own false for a shipped one, which nobody saved
     * @param problem why it no longer holds; absence: it does
     */
    record ProfileCard(
            String id,
            String title,
            List<String> files,
            boolean own,
            @Nullable String by,
            @Nullable Instant at,
            @Nullable String problem) {}

    @GetMapping
    @Access(Role.MANAGER)
    List<ProfileCard> list(Store store, Locale locale) {
        Stream<ProfileCard> own = profiles.list(store.id()).stream().map(one -> card(one, locale));
        Stream<ProfileCard> shipped = Profiles.all().stream().map(one -> shipped(one, locale));
        return Stream.concat(own, shipped).toList();
    }

    /** Keeps a profile, as YAML; one with the same id gives way. */
    @PostMapping
    @Access(Role.MANAGER)
    @ResponseStatus(HttpStatus.CREATED)
    ProfileCard save(
            Caller caller,
            Store store,
            @RequestParam(defaultValue = "profile") String name,
            InputStream yaml,
            Locale locale)
            throws IOException {
        byte[] bytes = yaml.readNBytes(MOST_BYTES);
        String text = new String(bytes, StandardCharsets.UTF_8);
        Kept kept = profiles.save(store.id(), name, text, caller.name());
        audit.note(caller.name(), store.id(), "profile.save", kept.id());
        return card(kept, locale);
    }

    @GetMapping("/{id}")
    @Access(Role.MANAGER)
    @Download(YAML)
    ResponseEntity<byte[]> download(Store store, @PathVariable String id) {
        Kept kept = profiles.one(store.id(), id);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(YAML + ";charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(id + ".yaml").build().toString())
                .body(kept.yaml().getBytes(StandardCharsets.UTF_8));
    }

    @DeleteMapping("/{id}")
    @Access(Role.MANAGER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, Store store, @PathVariable String id) {
        profiles.remove(store.id(), id);
        audit.note(caller.name(), store.id(), "profile.remove", id);
    }

    private static ProfileCard card(Kept kept, Locale locale) {
        try {
            Profile profile = kept.profile();
            return new ProfileCard(
                    kept.id(),
                    profile.title(locale),
                    files(profile),
                    true,
                    kept.savedBy(),
                    kept.savedAt(),
                    null);
        } catch (RotinaException e) {
            return new ProfileCard(
                    kept.id(),
                    kept.id(),
                    List.of(),
                    true,
                    kept.savedBy(),
                    kept.savedAt(),
                    e.in(Texts.of(locale)));
        }
    }

    private static ProfileCard shipped(Profile profile, Locale locale) {
        return new ProfileCard(
                profile.id(), profile.title(locale), files(profile), false, null, null, null);
    }

    private static List<String> files(Profile profile) {
        return profile.deliveries().stream().map(Delivery::file).toList();
    }
}
