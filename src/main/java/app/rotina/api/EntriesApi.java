package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.Money;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.routine.QuickEntry;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import app.rotina.state.Vault;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people enter by hand for a day because no file says it. */
@RestController
@RequestMapping("/api/stores/{store}/entries/{date}")
class EntriesApi {
    private final QuickEntry entry;
    private final Vault vault;
    private final Audit audit;

    EntriesApi(QuickEntry entry, Vault vault, Audit audit) {
        this.entry = entry;
        this.vault = vault;
        this.audit = audit;
    }

    /** Figures by name, each as a person types it: {@code 41}, {@code 1290,00}. */
    record Entering(@Nullable Map<String, String> figures) {}

    /** All that is entered for the day: amounts as decimal texts, counts as integers. */
    record EntryCard(String store, LocalDate date, Map<String, Object> entered) {}

    @GetMapping
    @Access(Role.VIEWER)
    EntryCard entered(Store store, @PathVariable LocalDate date) {
        Map<String, Object> entered = new LinkedHashMap<>();
        entry.entered(store, date)
                .forEach((name, value) -> entered.put(name, figure(store, name, value)));
        return new EntryCard(store.id(), date, entered);
    }

    @PutMapping
    @Access(Role.MEMBER)
    EntryCard enter(
            Caller caller, Store store, @PathVariable LocalDate date, @RequestBody Entering body) {
        Map<String, String> figures = body.figures();
        if (figures == null || figures.isEmpty()) {
            throw new RotinaException(Problem.BAD_ARGUMENT, "figures");
        }
        entry.enter(store, vault.key(store.id()), date, figures, caller.name());
        audit.note(
                caller.name(),
                store.id(),
                "entry",
                date + " " + String.join(" ", figures.keySet()));
        return entered(store, date);
    }

    private static Object figure(Store store, String name, BigDecimal value) {
        return QuickEntry.isMoney(name)
                ? Money.plain(value, store.currency())
                : (Object) value.longValueExact();
    }
}
