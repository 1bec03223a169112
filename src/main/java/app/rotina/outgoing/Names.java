package app.rotina.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Where a host's name leads. */
@FunctionalInterface
public interface Names {
    /** As this machine resolves names. */
    Names SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    List<InetAddress> of(String host) throws UnknownHostException;
}
