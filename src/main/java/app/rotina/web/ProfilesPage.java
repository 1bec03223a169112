package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.sources.CellRule;
import app.rotina.sources.Delivery;
import app.rotina.sources.Profile;
import app.rotina.state.Audit;
import app.rotina.state.CellRules;
import app.rotina.state.Role;
import app.rotina.state.StoreProfiles;
import app.rotina.state.StoreProfiles.Kept;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The kinds of file a store knows by profiles of its own: seen, taken out, changed, removed. */
@Controller
class ProfilesPage {
    private final StoreProfiles profiles;
    private final Audit audit;
    private final CellRules rules;
    private final FileKinds kinds;

    ProfilesPage(StoreProfiles profiles, Audit audit, CellRules rules, FileKinds kinds) {
        this.rules = rules;
        this.kinds = kinds;
        this.profiles = profiles;
        this.audit = audit;
    }

    /**
     * @param yaml a profile that is being written; empty: none
     */
    record Listing(List<Line> own, String yaml, List<RuleLine> rules) {}

    /**
     * What a cell is read as.
     *
     * @param says all of it in a sentence
     */
    record RuleLine(CellRule rule, String says, String where) {}

    /**
     * One profile of the store.
     *
     * @param problem why it can no longer be read; absence: it can
     */
    record Line(
            String id,
            String title,
            String files,
            String by,
            String at,
            @Nullable String problem) {}

    /** One profile with its text. */
    record One(Line line, String yaml) {}

    @GetMapping("/s/{store}/profiles")
    @Access(Role.MANAGER)
    ModelAndView list(Screen screen, Store store) {
        return screen.show("profiles", listing(screen, store, ""));
    }

    /** Adds a profile as it was written; one with the same id gives way. */
    @PostMapping("/s/{store}/profiles")
    @Access(Role.MANAGER)
    ModelAndView add(Screen screen, Caller caller, Store store, @RequestParam String yaml) {
        try {
            save(caller, store, screen.say("web.profiles.new"), yaml);
            return new ModelAndView("redirect:" + screen.address("/profiles?done=profile"));
        } catch (RotinaException e) {
            return screen.refuse("profiles", listing(screen, store, yaml), e);
        }
    }

    @GetMapping("/s/{store}/profiles/{id}")
    @Access(Role.MANAGER)
    ModelAndView show(Screen screen, Store store, @PathVariable String id) {
        Kept kept = profiles.one(store.id(), id);
        return screen.show("profile", new One(line(kept, screen), kept.yaml()));
    }

    @PostMapping("/s/{store}/profiles/{id}")
    @Access(Role.MANAGER)
    ModelAndView change(
            Screen screen,
            Caller caller,
            Store store,
            @PathVariable String id,
            @RequestParam String yaml) {
        Kept kept = profiles.one(store.id(), id);
        try {
            String saved = save(caller, store, id, yaml);
            return new ModelAndView(
                    "redirect:" + screen.address("/profiles/" + saved + "?done=profile"));
        } catch (RotinaException e) {
            return screen.refuse("profile", new One(line(kept, screen), yaml), e);
        }
    }

    @PostMapping("/s/{store}/profiles/{id}/removal")
    @Access(Role.MANAGER)
    String remove(Screen screen, Caller caller, Store store, @PathVariable String id) {
        profiles.remove(store.id(), id);
        audit.note(caller.name(), store.id(), "profile.remove", id);
        String undo = "&undo=/profiles/" + id + "/restoration";
        return "redirect:" + screen.address("/profiles?done=profile_removed" + undo);
    }

    @PostMapping("/s/{store}/profiles/{id}/restoration")
    @Access(Role.MANAGER)
    String restore(Screen screen, Caller caller, Store store, @PathVariable String id) {
        profiles.restore(store.id(), id);
        audit.note(caller.name(), store.id(), "profile.restore", id);
        return "redirect:" + screen.address("/profiles?done=restored");
    }

    private String save(Caller caller, Store store, String name, String yaml) {
        String id = profiles.save(store.id(), name, yaml.replace("\r\n", "\n"), caller.name()).id();
        audit.note(caller.name(), store.id(), "profile.save", id);
        return id;
    }

    private Listing listing(Screen screen, Store store, String yaml) {
        return new Listing(
                profiles.list(store.id()).stream().map(kept -> line(kept, screen)).toList(),
                yaml,
                ruleLines(screen, store));
    }

    private List<RuleLine> ruleLines(Screen screen, Store store) {
        FileKinds.Names names = kinds.of(store, screen.words());
        return rules.list(store.id()).stream()
                .map(kept ->
                        new RuleLine(
                                kept.rule(),
                                says(kept.rule(), screen.words()),
                                names.of(kept.rule().kind())
                                        + " · "
                                        + screen.say(
                                                "web.profiles.saved",
                                                screen.words().who(kept.by()),
                                                screen.words().moment(kept.at(), store.zone()))))
                .toList();
    }

    private static String says(CellRule rule, Words words) {
        String was = rule.was().isEmpty() ? words.say("quarantine.rule.nothing") : rule.was();
        @Nullable String reads = rule.reads();
        if (reads == null) {
            return words.say("quarantine.rule.left_out", was, rule.heading());
        }
        return reads.isBlank()
                ? words.say("quarantine.rule.empty", was, rule.heading())
                : words.say("quarantine.rule.reads", was, rule.heading(), reads);
    }

    /** Takes back what was learned of a cell; what was imported by it stays. */
    @PostMapping("/s/{store}/profiles/rules/removal")
    @Access(Role.MANAGER)
    String forget(
            Screen screen,
            Caller caller,
            Store store,
            @RequestParam String kind,
            @RequestParam String column,
            @RequestParam(defaultValue = "") String was) {
        long rule = rules.remove(store.id(), new CellRule(kind, column, was, null));
        audit.note(caller.name(), store.id(), "rule.remove", kind + " " + column);
        String undo = "&undo=/profiles/rules/" + rule + "/restoration";
        return "redirect:" + screen.address("/profiles?done=rule_removed" + undo);
    }

    @PostMapping("/s/{store}/profiles/rules/{rule}/restoration")
    @Access(Role.MANAGER)
    String remember(Screen screen, Caller caller, Store store, @PathVariable long rule) {
        rules.restore(store.id(), rule);
        audit.note(caller.name(), store.id(), "rule.restore", String.valueOf(rule));
        return "redirect:" + screen.address("/profiles?done=restored");
    }

    private static Line line(Kept kept, Screen screen) {
        String at = screen.words().moment(kept.savedAt(), screen.store().zone());
        try {
            Profile profile = kept.profile();
            return new Line(
                    kept.id(),
                    profile.title(screen.words().locale()),
                    files(profile, screen.words()),
                    kept.savedBy(),
                    at,
                    null);
        } catch (RotinaException e) {
            String problem = e.in(screen.words().texts());
            return new Line(kept.id(), kept.id(), "", kept.savedBy(), at, problem);
        }
    }

    private static String files(Profile profile, Words words) {
        return String.join(
                ", ",
                profile.deliveries().stream()
                        .map(Delivery::file)
                        .map(file -> words.sayOr("web.file." + file, file))
                        .toList());
    }
}
