package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.Store;
import app.rotina.kernel.Texts;
import app.rotina.routine.checks.Arranging;
import app.rotina.routine.checks.Check;
import app.rotina.routine.checks.CheckWish;
import app.rotina.routine.checks.Packs;
import app.rotina.routine.checks.Routine;
import app.rotina.routine.checks.Routines;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How a store wants its routine: packs, other people and times, silence, checks of its own. */
@RestController
@RequestMapping("/api/stores/{store}/arrangement")
class ArrangementsApi {
    private final Arranging arranging;
    private final Routines routines;
    private final Packs packs;
    private final Audit audit;

    ArrangementsApi(Arranging arranging, Routines routines, Packs packs, Audit audit) {
        this.arranging = arranging;
        this.routines = routines;
        this.packs = packs;
        this.audit = audit;
    }

    /** A pack of checks. */
    record PackCard(String id, String label, String about, boolean chosen) {}

    @GetMapping("/packs")
    @Access(Role.VIEWER)
    List<PackCard> packs(Store store, Locale locale) {
        Texts texts = Texts.of(locale);
        List<String> chosen = routines.of(store).packs();
        return packs.all().stream()
                .map(pack ->
                        new PackCard(
                                pack.id(),
                                pack.label(texts),
                                pack.about(texts),
                                chosen.contains(pack.id())))
                .toList();
    }

    /** Goes by these packs and no other. */
    @PutMapping("/packs")
    @Access(Role.MANAGER)
    List<PackCard> choose(
            Caller caller, Store store, @RequestBody List<String> wanted, Locale locale) {
        arranging.choose(store, wanted);
        audit.note(caller.name(), store.id(), "routine.packs", String.join(" ", wanted));
        return packs(store, locale);
    }

    /** A check as the store wants it done; {@code leftOut} where it does without it. */
    record ArrangedCheckCard(
            String id,
            String label,
            String kind,
            String cadence,
            String job,
            LocalTime at,
            boolean leftOut) {
        static ArrangedCheckCard of(Check check, Texts texts, boolean leftOut) {
            return new ArrangedCheckCard(
                    check.id(),
                    check.label(texts),
                    check.kind().id(),
                    check.cadence().id(),
                    check.job().id(),
                    check.at(),
                    leftOut);
        }
    }

    /** Every check that the store looks at, in their order, and then those it does without. */
    @GetMapping("/checks")
    @Access(Role.VIEWER)
    List<ArrangedCheckCard> checks(Store store, Locale locale) {
        Routine routine = routines.of(store);
        Texts texts = Texts.of(locale);
        return Stream.concat(
                        routine.checks().stream()
                                .map(check -> ArrangedCheckCard.of(check, texts, false)),
                        routine.leftOut().stream()
                                .map(check -> ArrangedCheckCard.of(check, texts, true)))
                .toList();
    }

    /** By which a change is taken back. */
    record ChangeCard(long change) {}

    /** How a check is wanted; what is not said is as its pack says. */
    @PutMapping("/checks/{check}")
    @Access(Role.MANAGER)
    ChangeCard change(
            Caller caller, Store store, @PathVariable String check, @RequestBody CheckWish wish) {
        long change = arranging.change(store, check, wish);
        audit.note(caller.name(), store.id(), "check.change", check);
        return new ChangeCard(change);
    }

    /** Does without a check. */
    @PostMapping("/checks/{check}/left_out")
    @Access(Role.MANAGER)
    ChangeCard leaveOut(Caller caller, Store store, @PathVariable String check) {
        long change = arranging.leaveOut(store, check);
        audit.note(caller.name(), store.id(), "check.leave_out", check);
        return new ChangeCard(change);
    }

    /** Looks at a check again that was left out. */
    @DeleteMapping("/checks/{check}/left_out")
    @Access(Role.MANAGER)
    ChangeCard bringBack(Caller caller, Store store, @PathVariable String check) {
        long change = arranging.bringBack(store, check);
        audit.note(caller.name(), store.id(), "check.bring_back", check);
        return new ChangeCard(change);
    }

    /** Takes a change of a check back; the one before it counts again. */
    @PostMapping("/changes/{change}/taken_back")
    @Access(Role.MANAGER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(Caller caller, Store store, @PathVariable long change) {
        arranging.takeBack(store, change);
        audit.note(caller.name(), store.id(), "check.change_back", String.valueOf(change));
    }

    /** Silences a check until a day. */
    @PostMapping("/checks/{check}/mutes")
    @Access(Role.MANAGER)
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Long> mute(
            Caller caller,
            Store store,
            @PathVariable String check,
            @RequestBody Arranging.Silence wish) {
        long id = arranging.mute(store, check, wish, caller.name());
        audit.note(caller.name(), store.id(), "check.mute", check);
        return Map.of("id", id);
    }

    /** Ends the silence that a check keeps today. */
    @DeleteMapping("/checks/{check}/mutes")
    @Access(Role.MANAGER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lift(Caller caller, Store store, @PathVariable String check) {
        arranging.lift(store, check);
        audit.note(caller.name(), store.id(), "check.unmute", check);
    }

    /** Ends a silence. */
    @PostMapping("/mutes/{mute}/lifted")
    @Access(Role.MANAGER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lift(Caller caller, Store store, @PathVariable long mute) {
        arranging.lift(store, mute);
        audit.note(caller.name(), store.id(), "check.unmute", String.valueOf(mute));
    }

    /** Adds a check of the store's own. */
    @PostMapping("/checks")
    @Access(Role.MANAGER)
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> add(Caller caller, Store store, @RequestBody Arranging.OwnWish wish) {
        String id = arranging.add(store, wish, caller.name());
        audit.note(caller.name(), store.id(), "check.add", id);
        return Map.of("id", id);
    }

    /** Takes a check of the store's own away; its answers stay. */
    @PostMapping("/checks/{check}/removed")
    @Access(Role.MANAGER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, Store store, @PathVariable String check) {
        arranging.remove(store, check);
        audit.note(caller.name(), store.id(), "check.remove", check);
    }
}
