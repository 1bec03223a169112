package app.rotina.reach;

import app.rotina.outgoing.Range;
import app.rotina.state.Installation;
import java.util.List;
import org.springframework.stereotype.Component;

/** The addresses of their own network that the owner of the installation lets stores call. */
@Component
public final class OwnNetwork {
    private static final String ALLOWED = "outgoing.allowed";

    private final Installation installation;

    OwnNetwork(Installation installation) {
        this.installation = installation;
    }

    /** As they were written. */
    public String written() {
        return installation.setting(ALLOWED).orElse("");
    }

    /** Refuses what is no address. */
    public void allow(String written) {
        Range.all(written);
        installation.set(ALLOWED, written.strip());
    }

    /** The same, each by itself. */
    public List<Range> ranges() {
        return Range.all(written());
    }
}
