package app.rotina.access;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.Audit;
import app.rotina.state.Passkeys;
import app.rotina.state.Passkeys.Made;
import app.rotina.state.Passkeys.Passkey;
import app.rotina.state.Person;
import app.rotina.state.Sessions;
import app.rotina.state.Vault;
import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Passkeys: how a browser makes one, and how it signs in with one (W3C WebAuthn, level 3). Each
 * asks its holder to unlock it, so it stands for password and second step together.
 */
@Component
public class PasskeyCeremonies {
    private static final HexFormat HEX = HexFormat.of();
    private static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(
                    COSEAlgorithmIdentifier.ES256,
                    COSEAlgorithmIdentifier.EdDSA,
                    COSEAlgorithmIdentifier.RS256);

    private final ObjectConverter objects = new ObjectConverter();
    private final WebAuthnManager webAuthn =
            WebAuthnManager.createNonStrictWebAuthnManager(objects);
    private final AttestedCredentialDataConverter keys =
            new AttestedCredentialDataConverter(objects);

    private final Passkeys passkeys;
    private final Challenges challenges;
    private final Vault vault;
    private final Sessions sessions;
    private final Audit audit;

    PasskeyCeremonies(
            Passkeys passkeys, Challenges challenges, Vault vault, Sessions sessions, Audit audit) {
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.vault = vault;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** The address that a browser sees: passkeys are good for its host alone. */
    public record Site(String host, String origin) {
        public static Site of(HttpServletRequest request) {
            int port = request.getServerPort();
            boolean usual = port == (request.isSecure() ? 443 : 80);
            String host = request.getServerName();
            return new Site(host, request.getScheme() + "://" + host + (usual ? "" : ":" + port));
        }
    }

    /** What a browser needs to make a passkey for this person. */
    public Map<String, Object> making(Person person, Site site) {
        return Map.of(
                "rp", Map.of("id", site.host, "name", "Rotina"),
                "user",
                        Map.of(
                                "id",
                                text(handle(person)),
                                "name",
                                person.email(),
                                "displayName",
                                person.name()),
                "challenge", text(challenges.issue(person)),
                "pubKeyCredParams",
                        ALGORITHMS.stream()
                                .map(each -> Map.of("type", "public-key", "alg", each.getValue()))
                                .toList(),
                "excludeCredentials",
                        passkeys.keyIds(person).stream()
                                .map(id -> Map.of("type", "public-key", "id", text(id)))
                                .toList(),
                "authenticatorSelection",
                        Map.of("residentKey", "required", "userVerification", "required"),
                "attestation", "none",
                "timeout", Challenges.VALID.toMillis());
    }

    /** Keeps a passkey that this person's browser has just made. */
    public void keep(Person person, Site site, String made, String name) {
        RegistrationData data = read(() -> webAuthn.parseRegistrationResponseJSON(made));
        byte[] challenge = challenge(data.getCollectedClientData());
        if (!challenges.take(challenge, person)) {
            throw new RotinaException(Problem.BAD_PASSKEY);
        }
        List<PublicKeyCredentialParameters> kinds =
                ALGORITHMS.stream()
                        .map(each ->
                                new PublicKeyCredentialParameters(
                                        PublicKeyCredentialType.PUBLIC_KEY, each))
                        .toList();
        RegistrationData right =
                read(() ->
                        webAuthn.verify(
                                data,
                                new RegistrationParameters(
                                        property(site, challenge), kinds, true, true)));
        passkeys.add(person, made(right, site, name));
        audit.note(person.name(), null, "passkey", "");
        sessions.lift(person);
    }

    private Made made(RegistrationData data, Site site, String name) {
        var authenticator =
                Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
        AttestedCredentialData key =
                Objects.requireNonNull(authenticator.getAttestedCredentialData());
        return new Made(
                HEX.formatHex(key.getCredentialId()),
                name,
                site.host,
                HEX.formatHex(keys.convert(key)),
                authenticator.getSignCount());
    }

    /** What a browser needs to sign somebody in, whoever it is. */
    public Map<String, Object> asking(Site site) {
        return Map.of(
                "challenge", text(challenges.issue(null)),
                "rpId", site.host,
                "allowCredentials", List.of(),
                "userVerification", "required",
                "timeout", Challenges.VALID.toMillis());
    }

    /** Who has unlocked their passkey; anything that is not right is refused. */
    public Person person(Site site, String shown) {
        AuthenticationData data = read(() -> webAuthn.parseAuthenticationResponseJSON(shown));
        byte[] challenge = challenge(data.getCollectedClientData());
        Passkey passkey =
                passkeys.find(keyId(data))
                        .filter(one -> one.site().equals(site.host))
                        .orElseThrow(() -> new RotinaException(Problem.BAD_PASSKEY));
        if (!challenges.take(challenge, null) || !isOf(data, passkey.person())) {
            throw new RotinaException(Problem.BAD_PASSKEY);
        }
        AuthenticationData right =
                read(() ->
                        webAuthn.verify(
                                data,
                                new AuthenticationParameters(
                                        property(site, challenge),
                                        record(passkey),
                                        null,
                                        true,
                                        true)));
        passkeys.used(passkey, Objects.requireNonNull(right.getAuthenticatorData()).getSignCount());
        return passkey.person();
    }

    @SuppressWarnings("NullAway") // the library says that bytes may be absent, and means the array
    private static byte[] keyId(AuthenticationData data) {
        byte[] id = data.getCredentialId();
        if (id == null) {
            throw new RotinaException(Problem.BAD_PASSKEY);
        }
        return id;
    }

    @SuppressWarnings("NullAway") // the same
    private boolean isOf(AuthenticationData data, Person person) {
        byte[] handle = data.getUserHandle();
        return handle == null || MessageDigest.isEqual(handle, handle(person));
    }

    private CredentialRecord record(Passkey passkey) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                null,
                null,
                null,
                passkey.counter(),
                keys.convert(HEX.parseHex(passkey.key())),
                null,
                null,
                null,
                null);
    }

    /** What an authenticator files this person's passkeys under; it names nobody. */
    private byte[] handle(Person person) {
        return vault.ofInstallation()
                .token("person " + person.id())
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static ServerProperty property(Site site, byte[] challenge) {
        return ServerProperty.builder()
                .origin(new Origin(site.origin))
                .rpId(site.host)
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private static byte[] challenge(@Nullable CollectedClientData client) {
        if (client == null) {
            throw new RotinaException(Problem.BAD_PASSKEY);
        }
        return client.getChallenge().getValue();
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (DataConversionException | VerificationException | IllegalArgumentException e) {
            throw new RotinaException(Problem.BAD_PASSKEY, e);
        }
    }

    /** Something that a browser sent, which may be anything. */
    private interface Reading<T> {
        T read();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
