package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.reach.Delivery;
import app.rotina.reach.HookForm;
import app.rotina.reach.HookForm.Made;
import app.rotina.reach.Reaching;
import app.rotina.state.Audit;
import app.rotina.state.CalendarFeeds;
import app.rotina.state.ReachChoices;
import app.rotina.state.ReachChoices.Choice;
import app.rotina.state.ReachChoices.Hours;
import app.rotina.state.Role;
import app.rotina.state.Webhooks;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What reaches a person of a store; for its owner also where else it goes, and when. */
@Controller
class ReachPage implements Page {
    private final ReachReading reading;
    private final Reaching reaching;
    private final ReachChoices choices;
    private final CalendarFeeds calendars;
    private final Webhooks webhooks;
    private final HookForm hooks;
    private final Audit audit;

    ReachPage(
            ReachReading reading,
            Reaching reaching,
            ReachChoices choices,
            CalendarFeeds calendars,
            Webhooks webhooks,
            HookForm hooks,
            Audit audit) {
        this.reading = reading;
        this.reaching = reaching;
        this.choices = choices;
        this.calendars = calendars;
        this.webhooks = webhooks;
        this.hooks = hooks;
        this.audit = audit;
    }

    @Override
    public Entry entry() {
        return new Entry(Group.SHOP, 25, "reach", "/reach", Role.VIEWER);
    }

    @GetMapping("/s/{store}/reach")
    @Access(Role.VIEWER)
    ModelAndView show(Screen screen) {
        return screen.show("reach", reading.view(screen, null, null));
    }

    @PostMapping("/s/{store}/reach/choice")
    @Access(Role.VIEWER)
    String choose(
            Caller caller,
            Store store,
            @RequestParam(defaultValue = "false") boolean digest,
            @RequestParam(defaultValue = "false") boolean alerts) {
        choices.choose(self(caller), store.id(), new Choice(digest, alerts));
        return saved(store);
    }

    /** The address before, if there was one, opens nothing any more. */
    @PostMapping("/s/{store}/reach/calendar")
    @Access(Role.VIEWER)
    String openCalendar(Caller caller, Store store) {
        calendars.renew(self(caller), store.id());
        return saved(store) + "#calendar";
    }

    @PostMapping("/s/{store}/reach/calendar/removal")
    @Access(Role.VIEWER)
    String closeCalendar(Caller caller, Store store) {
        calendars.close(self(caller), store.id());
        return saved(store) + "#calendar";
    }

    @PostMapping("/s/{store}/reach/hours")
    @Access(Role.OWNER)
    String setHours(
            Caller caller,
            Store store,
            @RequestParam LocalTime digest,
            @RequestParam LocalTime quietFrom,
            @RequestParam LocalTime quietTo) {
        choices.setHours(store.id(), new Hours(digest, quietFrom, quietTo));
        audit.note(caller.name(), store.id(), "reach.hours", digest.toString());
        return saved(store);
    }

    @PostMapping("/s/{store}/reach/webhooks")
    @Access(Role.OWNER)
    ModelAndView add(Screen screen, Caller caller, Store store, HookForm.Typed typed) {
        try {
            Made made = hooks.add(store, typed, caller.name());
            audit.note(caller.name(), store.id(), "webhook.add", made.hook().name());
            ReachView.@Nullable Secret secret =
                    made.newSecret().isEmpty()
                            ? null
                            : new ReachView.Secret(made.hook().name(), made.newSecret());
            return screen.show("reach", reading.view(screen, null, secret));
        } catch (RotinaException e) {
            return screen.refuse("reach", reading.view(screen, null, null), e);
        }
    }

    @PostMapping("/s/{store}/reach/webhooks/{hook}/test")
    @Access(Role.OWNER)
    ModelAndView test(Screen screen, Store store, @PathVariable long hook) {
        Delivery delivery =
                webhooks.find(store.id(), hook)
                        .map(reaching::test)
                        .orElseThrow(() -> new RotinaException(Problem.BAD_ARGUMENT, hook));
        return screen.show(
                "reach", reading.view(screen, ReachReading.note(screen, delivery), null));
    }

    @PostMapping("/s/{store}/reach/webhooks/{hook}/removal")
    @Access(Role.OWNER)
    String remove(Caller caller, Store store, @PathVariable long hook) {
        webhooks.remove(store.id(), hook);
        audit.note(caller.name(), store.id(), "webhook.remove", String.valueOf(hook));
        return saved(store);
    }

    /** Sends again what did not arrive, or may have. */
    @PostMapping("/s/{store}/reach/messages/{message}/again")
    @Access(Role.OWNER)
    String again(Caller caller, Store store, @PathVariable long message) {
        reaching.again(store, message);
        audit.note(caller.name(), store.id(), "reach.again", String.valueOf(message));
        return "redirect:/s/" + store.id() + "/reach#log";
    }

    private static String saved(Store store) {
        return "redirect:/s/" + store.id() + "/reach?done=settings";
    }

    private static long self(Caller caller) {
        if (caller.person() == null) {
            throw new RotinaException(Problem.NOT_ALLOWED);
        }
        return caller.person().id();
    }
}
