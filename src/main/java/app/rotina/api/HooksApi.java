package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Anyone;
import app.rotina.access.Caller;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import app.rotina.state.SourceHooks.Fresh;
import app.rotina.sync.Hooks;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where shops tell of what changes: the address is a secret, and every message is signed. */
@RestController
class HooksApi {
    private final Hooks hooks;
    private final OwnAddress own;
    private final Audit audit;

    HooksApi(Hooks hooks, OwnAddress own, Audit audit) {
        this.hooks = hooks;
        this.own = own;
        this.audit = audit;
    }

    /**
     * What is entered in the shop; it is shown this once.
     *
     * @param topics what to choose there
     * @param stray true where the shop may still tell at the address before: it did not take back
     *     what it was told
     */
    record HookCard(String address, String secret, List<String> topics, boolean stray) {}

    /**
     * What is closed.
     *
     * @param stray true where the shop may still tell: its webhooks are to be deleted there
     */
    record ClosedCard(boolean stray) {}

    /**
     * Answers once the message is kept. A shop that signs in with no name is known by its secret.
     */
    @PostMapping("/api/hooks/{path}")
    @Anyone
    void receive(@PathVariable String path, HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(Hooks.MOST_BYTES + 1);
        if (body.length > Hooks.MOST_BYTES) {
            throw new RotinaException(Problem.HOOK_TOO_LARGE, Hooks.MOST_BYTES);
        }
        hooks.receive(path, request::getHeader, body);
    }

    /** Makes an address and a secret; those before open nothing any more. */
    @PostMapping("/api/stores/{store}/connections/{id}/webhook")
    @Access(Role.OWNER)
    HookCard open(Caller caller, Store store, @PathVariable long id) {
        Fresh fresh = hooks.renew(store, id, own::of);
        audit.note(caller.name(), store.id(), "source.hook", Long.toString(id));
        return new HookCard(
                own.of("/api/hooks/" + fresh.path()),
                fresh.secret(),
                hooks.topics(store, id),
                hooks.isStray(store, id));
    }

    @DeleteMapping("/api/stores/{store}/connections/{id}/webhook")
    @Access(Role.OWNER)
    ClosedCard close(Caller caller, Store store, @PathVariable long id) {
        boolean silent = hooks.close(store, id);
        audit.note(caller.name(), store.id(), "source.hook.close", Long.toString(id));
        return new ClosedCard(!silent);
    }
}
