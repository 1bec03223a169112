package app.rotina.reach;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.reach.MailServer.Security;
import app.rotina.state.Installation;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the owner of the installation said of its mail server, and where the pages are found. */
@Component
public final class MailServers {
    private static final String HOST = "mail.host";
    private static final String PORT = "mail.port";
    private static final String SECURITY = "mail.security";
    private static final String USER = "mail.user";
    private static final String FROM = "mail.from";
    private static final String NAME = "mail.name";
    private static final String PASSWORD = "mail.password";
    private static final String ADDRESS = "address";
    private static final int HIGHEST_PORT = 65535;

    private final Installation installation;

    MailServers(Installation installation) {
        this.installation = installation;
    }

    /** Empty: nobody named one, so no mail is sent. */
    public Optional<MailServer> chosen() {
        return installation
                .setting(HOST)
                .map(host ->
                        new MailServer(
                                host,
                                Integer.parseInt(setting(PORT)),
                                Security.valueOf(setting(SECURITY)),
                                setting(USER),
                                setting(FROM),
                                setting(NAME)));
    }

    /** A password stays as it is where none is given for the same server and user. */
    public void choose(MailServer server, String password) {
        require(server);
        boolean same =
                chosen().filter(before ->
                                before.host().equals(server.host())
                                        && before.user().equals(server.user()))
                        .isPresent();
        if (!password.isEmpty()) {
            installation.seal(PASSWORD, password);
        } else if (!same) {
            installation.forget(PASSWORD);
        }
        installation.set(HOST, server.host());
        installation.set(PORT, String.valueOf(server.port()));
        installation.set(SECURITY, server.security().name());
        installation.set(USER, server.user());
        installation.set(FROM, server.from());
        installation.set(NAME, server.name());
    }

    /** No mail is sent from now on. */
    public void forget() {
        List.of(HOST, PORT, SECURITY, USER, FROM, NAME, PASSWORD).forEach(installation::forget);
    }

    public boolean hasPassword() {
        return password().isPresent();
    }

    Optional<String> password() {
        return installation.secret(PASSWORD);
    }

    /** Where the pages are found from outside, without a slash at the end; empty: nobody said. */
    public Optional<String> address() {
        return installation.setting(ADDRESS);
    }

    /** An empty one takes the links out of what is sent. */
    public void setAddress(String address) {
        String plain = address.strip().replaceAll("/+$", "");
        if (plain.isEmpty()) {
            installation.forget(ADDRESS);
        } else {
            installation.set(ADDRESS, requireAddress(plain));
        }
    }

    private static String requireAddress(String address) {
        try {
            URI uri = URI.create(address);
            if (List.of("http", "https").contains(uri.getScheme()) && uri.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new RotinaException(Problem.BAD_ARGUMENT, e, address);
        }
        throw new RotinaException(Problem.BAD_ARGUMENT, address);
    }

    private static void require(MailServer server) {
        boolean reachable = server.port() > 0 && server.port() <= HIGHEST_PORT;
        if (!reachable || !server.host().matches("[A-Za-z0-9.:_-]+")) {
            throw new RotinaException(Problem.BAD_ARGUMENT, server.host() + ":" + server.port());
        }
        if (!Smtp.isAddress(server.from())) {
            throw new RotinaException(Problem.BAD_ARGUMENT, server.from());
        }
    }

    private String setting(String name) {
        return installation.setting(name).orElse("");
    }
}
