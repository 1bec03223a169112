package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.routine.CellTeaching;
import app.rotina.sources.CellRule;
import app.rotina.state.Audit;
import app.rotina.state.CellRules;
import app.rotina.state.Role;
import app.rotina.state.Vault;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a store reads cells as that could not be read, in every later file of their kind. */
@RestController
@RequestMapping("/api/stores/{store}/cell-rules")
class CellRulesApi {
    private final CellRules rules;
    private final CellTeaching teaching;
    private final Vault vault;
    private final Audit audit;

    CellRulesApi(CellRules rules, CellTeaching teaching, Vault vault, Audit audit) {
        this.rules = rules;
        this.teaching = teaching;
        this.vault = vault;
        this.audit = audit;
    }

    /**
     * A rule as it is kept.
     *
     * @param was the cell's text in small letters; empty: an empty cell
     * @param reads absence: rows with it are left out
     */
    record CellRuleCard(
            String kind,
            String column,
            String was,
            @Nullable String reads,
            String by,
            Instant at) {}

    /** A rule to keep; without {@code reads} rows with such a cell are left out. */
    record CellRuleBody(
            @Nullable String kind,
            @Nullable String column,
            @Nullable String was,
            @Nullable String reads) {}

    /** How many waiting rows a new rule settled. */
    record TaughtCard(int settled) {}

    @GetMapping
    @Access(Role.MANAGER)
    List<CellRuleCard> list(Store store) {
        return rules.list(store.id()).stream()
                .map(kept ->
                        new CellRuleCard(
                                kept.rule().kind(),
                                kept.rule().heading(),
                                kept.rule().was(),
                                kept.rule().reads(),
                                kept.by(),
                                kept.at()))
                .toList();
    }

    @PutMapping
    @Access(Role.MANAGER)
    TaughtCard teach(Caller caller, Store store, @RequestBody CellRuleBody body) {
        CellRule rule =
                new CellRule(
                        given(body.kind(), "kind"),
                        given(body.column(), "column"),
                        Objects.requireNonNullElse(body.was(), ""),
                        body.reads());
        int settled = teaching.teach(store, vault.key(store.id()), rule, caller.name());
        audit.note(caller.name(), store.id(), "rule.keep", rule.kind() + " " + rule.heading());
        return new TaughtCard(settled);
    }

    @DeleteMapping
    @Access(Role.MANAGER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            Caller caller,
            Store store,
            @RequestParam String kind,
            @RequestParam String column,
            @RequestParam(defaultValue = "") String was) {
        rules.remove(store.id(), new CellRule(kind, column, was, null));
        audit.note(caller.name(), store.id(), "rule.remove", kind + " " + column);
    }

    private static String given(@Nullable String text, String name) {
        if (text == null || text.isBlank()) {
            throw new RotinaException(Problem.BAD_ARGUMENT, name);
        }
        return text;
    }
}
