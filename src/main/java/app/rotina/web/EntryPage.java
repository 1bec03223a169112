package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.routine.QuickEntry;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import app.rotina.state.Vault;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The figures of a day that no export gives, typed in on the phone. */
@Controller
class EntryPage implements Page {
    /** What most shops type every day; everything else waits behind one tap. */
    private static final List<String> FIRST =
            List.of("conversations", "chat_orders", "chat_revenue");

    private final QuickEntry entry;
    private final Vault vault;
    private final Audit audit;
    private final Clock clock;

    EntryPage(QuickEntry entry, Vault vault, Audit audit, Clock clock) {
        this.entry = entry;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param day what the day is called
     */
    record View(
            LocalDate date, String day, LocalDate last, List<Field> first, List<Field> others) {}

    /** One figure: its name, what it is called, and what was entered; empty: nothing. */
    record Field(String name, String label, String value, boolean money) {}

    @Override
    public Entry entry() {
        return new Entry(Group.DATA, 30, "entry", "/entry", Role.MEMBER);
    }

    @GetMapping("/s/{store}/entry")
    @Access(Role.MEMBER)
    ModelAndView show(
            Screen screen,
            Store store,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE)
                    @Nullable LocalDate date) {
        LocalDate day = date == null ? today(store).minusDays(1) : date;
        return screen.show("entry", view(screen, store, day, entered(screen, store, day)));
    }

    @PostMapping("/s/{store}/entry")
    @Access(Role.MEMBER)
    ModelAndView enter(
            Screen screen,
            Caller caller,
            Store store,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate date,
            @RequestParam Map<String, String> typed) {
        try {
            Map<String, String> changed = changed(screen, store, date, typed);
            if (!changed.isEmpty()) {
                entry.enter(store, vault.key(store.id()), date, changed, caller.name());
                audit.note(caller.name(), store.id(), "entry", date.toString());
            }
            return new ModelAndView("redirect:" + screen.address("/entry?done=entry&date=" + date));
        } catch (RotinaException e) {
            return screen.refuse("entry", view(screen, store, date, typed), e);
        }
    }

    /** Only what differs from what was entered before; an empty field says nothing. */
    private Map<String, String> changed(
            Screen screen, Store store, LocalDate date, Map<String, String> typed) {
        Map<String, BigDecimal> before = entry.entered(store, date);
        Map<String, String> changed = new TreeMap<>();
        for (String name : QuickEntry.names()) {
            String text = typed.getOrDefault(name, "").strip();
            if (text.isEmpty()) {
                continue;
            }
            BigDecimal now = Typed.number(label(name, screen.words()), text, screen.words());
            @Nullable BigDecimal old = before.get(name);
            if (old == null || old.compareTo(now) != 0) {
                changed.put(name, now.toPlainString());
            }
        }
        return changed;
    }

    private Map<String, String> entered(Screen screen, Store store, LocalDate day) {
        Map<String, String> texts = new TreeMap<>();
        entry.entered(store, day)
                .forEach((name, value) -> texts.put(name, Typed.text(value, screen.words())));
        return texts;
    }

    private View view(Screen screen, Store store, LocalDate day, Map<String, String> values) {
        List<Field> fields =
                QuickEntry.names().stream()
                        .map(name -> field(name, values.getOrDefault(name, ""), screen.words()))
                        .toList();
        return new View(
                day,
                screen.words().shortDay(day),
                today(store),
                fields.stream().filter(field -> FIRST.contains(field.name())).toList(),
                fields.stream().filter(field -> !FIRST.contains(field.name())).toList());
    }

    private static Field field(String name, String value, Words words) {
        return new Field(
                name,
                label(name, words),
                value,
                name.endsWith("_revenue") || name.equals("ad_spend"));
    }

    private static String label(String name, Words words) {
        return words.say("web.entry." + name);
    }

    private LocalDate today(Store store) {
        return LocalDate.ofInstant(clock.instant(), store.zone());
    }
}
