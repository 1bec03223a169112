package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Accounts;
import app.rotina.access.Caller;
import app.rotina.access.InPerson;
import app.rotina.access.Tokens;
import app.rotina.access.Tokens.Wanted;
import app.rotina.state.Keys;
import app.rotina.state.Keys.Token;
import app.rotina.state.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Tokens for programs, and the way back in for who has lost theirs. */
@RestController
class TokensApi {
    private final Tokens tokens;
    private final Accounts accounts;

    TokensApi(Tokens tokens, Accounts accounts) {
        this.tokens = tokens;
        this.accounts = accounts;
    }

    /**
     * @param stores none: every one of its person
     * @param usedAt absence: never yet
     */
    record TokenCard(
            long id,
            String person,
            String name,
            boolean writes,
            List<String> stores,
            Instant expiresAt,
            @Nullable Instant usedAt) {
        static TokenCard of(Token token) {
            return new TokenCard(
                    token.id(),
                    token.person().email(),
                    token.name(),
                    token.scope().writes(),
                    token.scope().stores().stream().sorted().toList(),
                    token.expiresAt(),
                    token.usedAt());
        }
    }

    /**
     * @param person the e-mail of whose it is to be, on the command line; absence: one's own
     * @param writes absence: it reads only
     * @param stores absence: every one of its person
     * @param days absence: a year
     */
    record Issuing(
            String name,
            @Nullable String person,
            @Nullable Boolean writes,
            @Nullable List<String> stores,
            @Nullable Integer days) {
        Wanted wanted() {
            return new Wanted(
                    String.valueOf(name),
                    Boolean.TRUE.equals(writes),
                    stores == null ? List.of() : stores,
                    days == null ? (int) Keys.TOKEN.toDays() : days);
        }
    }

    /**
     * @param token shown this once
     */
    record Issued(String token) {}

    record Lost(String email, @Nullable Boolean withoutSecondStep) {}

    /**
     * @param link where a new password is chosen; shown this once
     */
    record Link(String link) {}

    @GetMapping("/api/tokens")
    @Access(Role.VIEWER)
    @InPerson
    List<TokenCard> list(Caller caller) {
        return tokens.list(caller).stream().map(TokenCard::of).toList();
    }

    @PostMapping("/api/tokens")
    @Access(Role.VIEWER)
    @InPerson(fresh = true)
    @ResponseStatus(HttpStatus.CREATED)
    Issued issue(Caller caller, @RequestBody Issuing wanted) {
        return new Issued(tokens.issue(caller, wanted.person(), wanted.wanted()));
    }

    @DeleteMapping("/api/tokens/{token}")
    @Access(Role.VIEWER)
    @InPerson
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Caller caller, @PathVariable long token) {
        tokens.revoke(caller, token);
    }

    /** Whose account. */
    record Whose(String email) {}

    /** Removes somebody's account for good. */
    @PostMapping("/api/people/removals")
    @Access(Role.OWNER)
    @InPerson(fresh = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removePerson(Caller caller, @RequestBody Whose whose) {
        accounts.removeOther(caller, String.valueOf(whose.email()));
    }

    /** A link by which somebody chooses a new password. */
    @PostMapping("/api/password-links")
    @Access(Role.OWNER)
    @InPerson(fresh = true)
    @ResponseStatus(HttpStatus.CREATED)
    Link passwordLink(Caller caller, @RequestBody Lost lost) {
        String token =
                accounts.passwordLink(
                        caller,
                        String.valueOf(lost.email()),
                        Boolean.TRUE.equals(lost.withoutSecondStep()));
        return new Link(
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/password")
                        .queryParam("token", token)
                        .toUriString());
    }
}
