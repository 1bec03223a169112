package app.rotina.api;

import app.rotina.reach.MailServers;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where others reach this server, as its owner said it, or as it is being called. */
@Component
final class OwnAddress {
    private final MailServers servers;

    OwnAddress(MailServers servers) {
        this.servers = servers;
    }

    /** A path of ours, as others reach it. */
    String of(String path) {
        return servers.address()
                        .orElseGet(() ->
                                ServletUriComponentsBuilder.fromCurrentContextPath().toUriString())
                + path;
    }
}
