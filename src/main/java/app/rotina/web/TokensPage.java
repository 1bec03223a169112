package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.access.InPerson;
import app.rotina.access.Rights;
import app.rotina.access.Tokens;
import app.rotina.access.Tokens.Wanted;
import app.rotina.kernel.RotinaException;
import app.rotina.state.Keys.Scope;
import app.rotina.state.Keys.Token;
import app.rotina.state.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The tokens that programs of a person show. */
@Controller
class TokensPage {
    private static final List<Integer> DAYS = List.of(30, 90, 365);

    private final Tokens tokens;
    private final Rights rights;
    private final Clock clock;

    TokensPage(Tokens tokens, Rights rights, Clock clock) {
        this.tokens = tokens;
        this.rights = rights;
        this.clock = clock;
    }

    @GetMapping("/account/tokens")
    @Access(Role.VIEWER)
    @InPerson
    ModelAndView show(Screen screen, Caller caller) {
        return screen.show("account_tokens", view(screen, caller, null));
    }

    @PostMapping("/account/tokens")
    @Access(Role.VIEWER)
    @InPerson(fresh = true)
    ModelAndView issue(
            Screen screen,
            Caller caller,
            @RequestParam String name,
            @RequestParam(defaultValue = "false") boolean writes,
            @RequestParam(name = "stores", defaultValue = "") List<String> stores,
            @RequestParam int days) {
        try {
            String made = tokens.issue(caller, null, new Wanted(name, writes, stores, days));
            return screen.show("account_tokens", view(screen, caller, made));
        } catch (RotinaException e) {
            return screen.refuse("account_tokens", view(screen, caller, null), e);
        }
    }

    @PostMapping("/account/tokens/{token}/removal")
    @Access(Role.VIEWER)
    @InPerson
    String revoke(Caller caller, @PathVariable long token) {
        tokens.revoke(caller, token);
        return "redirect:/account/tokens?done=token_off";
    }

    private AccountView.Tokens view(Screen screen, Caller caller, @Nullable String made) {
        caller.self();
        return new AccountView.Tokens(
                tokens.list(caller).stream().map(one -> token(one, screen)).toList(),
                rights.stores(caller).stream()
                        .map(store -> new PeopleView.Choice(store.id(), store.name(), false))
                        .toList(),
                DAYS,
                AccountPage.isFresh(caller, clock),
                made);
    }

    private AccountView.Token token(Token one, Screen screen) {
        Scope scope = one.scope();
        String until = screen.words().day(LocalDate.ofInstant(one.expiresAt(), ZoneOffset.UTC));
        return new AccountView.Token(
                one.id(),
                one.name(),
                screen.say(scope.writes() ? "account.token.writes" : "account.token.reads"),
                scope.everyStore()
                        ? screen.say("account.token.every")
                        : String.join(", ", scope.stores().stream().sorted().toList()),
                one.usedAt() == null
                        ? screen.say("account.token.unused", until)
                        : screen.say(
                                "account.token.used",
                                until,
                                AccountPage.moment(one.usedAt(), screen)));
    }
}
