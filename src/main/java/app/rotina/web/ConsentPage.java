package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import app.rotina.state.SourceConnections.Connection;
import app.rotina.state.Stores;
import app.rotina.sync.Consents;
import app.rotina.sync.Consents.Answer;
import app.rotina.sync.Consents.Way;
import app.rotina.sync.Syncs;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The way to a shop's page where its owner agrees to our reading it, and back. What comes back is
 * put aside at once, so that it stands in no address that is kept.
 */
@Controller
class ConsentPage {
    static final String CALLBACK = "/connections/callback";

    private final Consents consents;
    private final Syncs syncs;
    private final Stores stores;
    private final Audit audit;

    ConsentPage(Consents consents, Syncs syncs, Stores stores, Audit audit) {
        this.consents = consents;
        this.syncs = syncs;
        this.stores = stores;
        this.audit = audit;
    }

    @GetMapping("/s/{store}/connections/consent")
    @Access(Role.OWNER)
    ModelAndView leave(Screen screen, Caller caller, Store store) {
        return consents.way(caller.openSession().id(), store)
                .map(way -> screen.show("consent", view(way, way.address().toString(), screen)))
                .orElseGet(() -> to(screen, "/connections/new"));
    }

    /** Where the shop sends its owner back to, with what it gives. */
    @GetMapping(CALLBACK)
    @Access(Role.VIEWER)
    String back(
            Caller caller,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String error) {
        String store = consents.returned(caller.openSession().id(), new Answer(state, code, error));
        return "redirect:/s/" + store + "/connections/consent/end";
    }

    /** Takes the address that the shop sent its owner to, where that is none of ours. */
    @PostMapping("/s/{store}/connections/consent")
    @Access(Role.OWNER)
    ModelAndView paste(Screen screen, Caller caller, Store store, @RequestParam String address) {
        Optional<Way> way = consents.way(caller.openSession().id(), store);
        if (way.isEmpty()) {
            return to(screen, "/connections/new");
        }
        try {
            consents.returned(caller.openSession().id(), answer(address.strip()));
        } catch (RotinaException e) {
            String again = way.get().address().toString();
            return screen.refuse("consent", view(way.get(), again, screen), e);
        }
        return to(screen, "/connections/consent/end");
    }

    private static Answer answer(String address) {
        try {
            UriComponents parts = UriComponentsBuilder.fromUriString(address).build();
            Answer answer =
                    new Answer(said(parts, "state"), said(parts, "code"), said(parts, "error"));
            if (answer.state().isEmpty()) {
                throw new RotinaException(Problem.CONSENT_PASTED);
            }
            return answer;
        } catch (IllegalArgumentException e) {
            throw new RotinaException(Problem.CONSENT_PASTED, e);
        }
    }

    private static String said(UriComponents parts, String name) {
        return Optional.ofNullable(parts.getQueryParams().getFirst(name))
                .map(each -> URLDecoder.decode(each, StandardCharsets.UTF_8))
                .orElse("");
    }

    /** Connects with what came back, once. */
    @GetMapping("/s/{store}/connections/consent/end")
    @Access(Role.OWNER)
    ModelAndView end(Screen screen, Caller caller, Store store) {
        long session = caller.openSession().id();
        Optional<Way> way = consents.back(session, store);
        if (way.isEmpty()) {
            return to(screen, "/sources");
        }
        boolean anew = way.get().connection() != null;
        try {
            Connection made = consents.finish(session, store, caller.name());
            audit.note(
                    caller.name(),
                    store.id(),
                    anew ? "source.reconnect" : "source.add",
                    made.name());
            stores.markSample(store.id(), false);
            syncs.start(store, made.id());
        } catch (RotinaException e) {
            return screen.refuse("consent", view(way.get(), "", screen), e);
        }
        return to(screen, "/sources?done=" + (anew ? "reconnected" : "connected"));
    }

    private static ConnectionView.Way view(Way way, String address, Screen screen) {
        return new ConnectionView.Way(
                way.connector().title(screen.words().locale()),
                address,
                way.connection() == null
                        ? "/connections/new?connector=" + way.connector().id()
                        : "/connections/" + way.connection());
    }

    private static ModelAndView to(Screen screen, String path) {
        return new ModelAndView("redirect:" + screen.address(path));
    }
}
