package app.rotina.outgoing;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Which addresses may be called: those of the public internet on the ports of the web, and what the
 * owner of the installation allowed.
 *
 * @param allowed of the owner's own network
 */
record Gate(Supplier<List<Range>> allowed) {
    private static final Map<String, Integer> PORTS = Map.of("http", 80, "https", 443);
    private static final Set<Integer> WEB = Set.of(80, 443, 8080, 8443);

    /** The IANA special-purpose registry, multicast and reserved, and Azure's inner service. */
    private static final List<Range> NOT_PUBLIC_4 =
            ranges(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "168.63.129.16/32",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.31.196.0/24",
                    "192.52.193.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "192.175.48.0/24",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4");

    /** All that is public in IPv6; within it: Teredo and other protocols, examples, 6to4. */
    private static final Range PUBLIC_6 = Range.of("2000::/3");

    private static final List<Range> NOT_PUBLIC_6 =
            ranges("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

    /** Refuses what is no address of the web, before its name is looked up. */
    void requireWeb(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!PORTS.containsKey(scheme)
                || address.getHost() == null
                || address.getRawUserInfo() != null
                || isOddNumber(address.getHost())
                || !mayCall(port(address))) {
            throw new RotinaException(Problem.OUTGOING_ADDRESS, shown(address));
        }
    }

    /** Refuses an address that a name led to. */
    void requireOpen(String host, int port, InetAddress address) {
        boolean open = isPublic(address) && WEB.contains(port);
        if (!open && !isAllowed(address, port)) {
            throw new RotinaException(
                    Problem.OUTGOING_FORBIDDEN, host, address.getHostAddress() + ":" + port);
        }
    }

    /** Such as 0x7f.1 or 2130706433: programs do not agree on where it leads. */
    private static boolean isOddNumber(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        String last = name.substring(name.lastIndexOf('.') + 1);
        return !host.startsWith("[") && last.matches("\\d.*") && !Range.isPlain(host);
    }

    static int port(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        return address.getPort() >= 0 ? address.getPort() : PORTS.getOrDefault(scheme, -1);
    }

    /** Without what may be secret in it. */
    static String shown(URI address) {
        return address.getScheme() + "://" + address.getHost() + ":" + port(address);
    }

    /** A port that no address may be called on is refused at once. */
    private boolean mayCall(int port) {
        return WEB.contains(port)
                || allowed.get().stream().anyMatch(each -> each.port() == 0 || each.port() == port);
    }

    private boolean isAllowed(InetAddress address, int port) {
        return allowed.get().stream().anyMatch(each -> each.holds(address, port));
    }

    static boolean isPublic(InetAddress address) {
        return address instanceof Inet4Address
                ? NOT_PUBLIC_4.stream().noneMatch(each -> each.holds(address))
                : PUBLIC_6.holds(address)
                        && NOT_PUBLIC_6.stream().noneMatch(each -> each.holds(address));
    }

    private static List<Range> ranges(String... written) {
        return Stream.of(written).map(Range::of).toList();
    }
}
