package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import app.rotina.state.SourceConnections.Connection;
import app.rotina.state.SourceHooks.Fresh;
import app.rotina.state.Stores;
import app.rotina.sync.Connector;
import app.rotina.sync.Connectors;
import app.rotina.sync.Consents;
import app.rotina.sync.Hooks;
import app.rotina.sync.Syncs;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Connecting a shop, fetching from it, and letting it go; what came from it stays. */
@Controller
class ConnectionsPage {
    private final Syncs syncs;
    private final Consents consents;
    private final Hooks hooks;
    private final ConnectionsReading reading;
    private final Stores stores;
    private final Audit audit;

    ConnectionsPage(
            Syncs syncs,
            Consents consents,
            Hooks hooks,
            ConnectionsReading reading,
            Stores stores,
            Audit audit) {
        this.syncs = syncs;
        this.consents = consents;
        this.hooks = hooks;
        this.reading = reading;
        this.stores = stores;
        this.audit = audit;
    }

    @GetMapping("/s/{store}/connections/new")
    @Access(Role.OWNER)
    ModelAndView form(Screen screen, @RequestParam(defaultValue = "") String connector) {
        Connector chosen =
                connector.isEmpty() ? Connectors.all().getFirst() : Connectors.of(connector);
        ConnectForm form = ConnectForm.of(chosen, Map.of()).returningTo(callback());
        return screen.show("connect", form.shown(screen.words(), Map.of()));
    }

    private String callback() {
        return reading.own(ConsentPage.CALLBACK);
    }

    /** Keeps it once the other side has answered, and begins to fetch. */
    @PostMapping("/s/{store}/connections")
    @Access(Role.OWNER)
    ModelAndView connect(
            Screen screen, Caller caller, Store store, @RequestParam Map<String, String> sent) {
        Connector connector = Connectors.of(sent.getOrDefault("connector", ""));
        ConnectForm form = ConnectForm.of(connector, sent);
        if (connector.asksConsent()) {
            return agreeing(screen, caller, store, form);
        }
        return kept(
                screen,
                form,
                () -> {
                    Connection made =
                            syncs.connect(store, connector.id(), form.typed(), caller.name());
                    audit.note(caller.name(), store.id(), "source.add", made.name());
                    stores.markSample(store.id(), false);
                    syncs.start(store, made.id());
                    return "/sources?done=connected";
                });
    }

    /** Sends them to the shop, where they agree; what they bring back connects. */
    private ModelAndView agreeing(Screen screen, Caller caller, Store store, ConnectForm form) {
        Consents.Wanted wanted = new Consents.Wanted(form.connector(), form.id(), form.typed());
        return kept(
                screen,
                form,
                () -> {
                    consents.begin(caller.openSession().id(), store, wanted);
                    return "/connections/consent";
                });
    }

    @GetMapping("/s/{store}/connections/{id}")
    @Access(Role.OWNER)
    ModelAndView keys(Screen screen, Store store, @PathVariable long id) {
        return screen.show("connect", keys(screen, syncs.find(store, id), null));
    }

    private ConnectionView.Form keys(Screen screen, Connection one, @Nullable Fresh fresh) {
        ConnectForm form =
                anew(one, Map.of()).returningTo(consents.returnOf(one).orElseGet(this::callback));
        return reading.telling(form.shown(screen.words(), Map.of()), one, fresh, screen);
    }

    private ConnectForm anew(Connection one, Map<String, String> sent) {
        Connector connector = Connectors.of(one.connector());
        return ConnectForm.of(connector, one.id(), syncs.kept(one), sent);
    }

    /** Shows the new address and its secret, this once. */
    @PostMapping("/s/{store}/connections/{id}/webhook")
    @Access(Role.OWNER)
    ModelAndView openHook(Screen screen, Caller caller, Store store, @PathVariable long id) {
        Fresh fresh = hooks.renew(store, id, reading::own);
        audit.note(caller.name(), store.id(), "source.hook", Long.toString(id));
        return screen.show("connect", keys(screen, syncs.find(store, id), fresh));
    }

    @PostMapping("/s/{store}/connections/{id}/webhook/removal")
    @Access(Role.OWNER)
    String closeHook(Screen screen, Caller caller, Store store, @PathVariable long id) {
        boolean silent = hooks.close(store, id);
        audit.note(caller.name(), store.id(), "source.hook.close", Long.toString(id));
        String done = silent ? "settings" : "hook_stray";
        return "redirect:" + screen.address("/connections/" + id + "?done=" + done);
    }

    @PostMapping("/s/{store}/connections/{id}/keys")
    @Access(Role.OWNER)
    ModelAndView reconnect(
            Screen screen,
            Caller caller,
            Store store,
            @PathVariable long id,
            @RequestParam Map<String, String> sent) {
        Connection before = syncs.find(store, id);
        ConnectForm form = anew(before, sent);
        if (form.connector().asksConsent()) {
            return agreeing(screen, caller, store, form);
        }
        return kept(
                screen,
                form,
                () -> {
                    boolean told = hooks.of(before).isPresent();
                    Connection again = syncs.reconnect(store, id, form.typed(), reading::own);
                    audit.note(caller.name(), store.id(), "source.reconnect", again.name());
                    syncs.start(store, id);
                    boolean silent = told && hooks.of(again).isEmpty();
                    return "/sources?done=" + (silent ? "reconnected_silent" : "reconnected");
                });
    }

    @PostMapping("/s/{store}/connections/{id}/fetch")
    @Access(Role.MANAGER)
    String fetch(Screen screen, Caller caller, Store store, @PathVariable long id) {
        syncs.start(store, id);
        audit.note(caller.name(), store.id(), "source.sync", Long.toString(id));
        stores.markSample(store.id(), false);
        return "redirect:" + screen.address("/sources");
    }

    /** Holds what the source has against what came from it. */
    @PostMapping("/s/{store}/connections/{id}/count")
    @Access(Role.MANAGER)
    String count(Screen screen, Caller caller, Store store, @PathVariable long id) {
        syncs.startCount(store, id);
        audit.note(caller.name(), store.id(), "source.count", Long.toString(id));
        return "redirect:" + screen.address("/sources");
    }

    /** Fetches what days lack, and takes out what is gone; no other record is touched. */
    @PostMapping("/s/{store}/connections/{id}/mending")
    @Access(Role.MANAGER)
    String mend(
            Screen screen,
            Caller caller,
            Store store,
            @PathVariable long id,
            @RequestParam Set<LocalDate> days) {
        syncs.startMending(store, id, days);
        audit.note(caller.name(), store.id(), "source.mend", Long.toString(id));
        return "redirect:" + screen.address("/sources");
    }

    @PostMapping("/s/{store}/connections/{id}/removal")
    @Access(Role.OWNER)
    String remove(Screen screen, Caller caller, Store store, @PathVariable long id) {
        boolean silent = syncs.disconnect(store, id);
        audit.note(caller.name(), store.id(), "source.remove", Long.toString(id));
        String done = silent ? "disconnected" : "disconnected_stray";
        return "redirect:" + screen.address("/sources?done=" + done);
    }

    private static ModelAndView kept(Screen screen, ConnectForm form, Supplier<String> keeping) {
        Map<String, String> missing = form.missing(screen.words());
        if (!missing.isEmpty()) {
            return again(screen, form, missing);
        }
        try {
            return new ModelAndView("redirect:" + screen.address(keeping.get()));
        } catch (RotinaException e) {
            Map<String, String> errors = form.errors(e, screen.words());
            return errors.isEmpty()
                    ? screen.refuse("connect", form.shown(screen.words(), errors), e)
                    : again(screen, form, errors);
        }
    }

    private static ModelAndView again(Screen screen, ConnectForm form, Map<String, String> errors) {
        ModelAndView page = screen.show("connect", form.shown(screen.words(), errors));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
