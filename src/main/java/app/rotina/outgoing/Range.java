package app.rotina.outgoing;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.net.InetAddress;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that begin alike, such as {@code 10.0.0.0/8}, {@code 192.168.1.5:9000} or {@code
 * [fd00::1]:8080}.
 *
 * @param network one of them
 * @param bits how many of their bits are the same
 * @param port 0: any
 */
public record Range(InetAddress network, int bits, int port) {
    private static final Pattern WRITTEN =
            Pattern.compile(
                    "(?<v4>[0-9.]+)(/(?<bits4>\\d{1,2}))?(:(?<port4>\\d{1,5}))?"
                            + "|(?<v6>[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)(/(?<bits6>\\d{1,3}))?"
                            + "|\\[(?<in>[0-9A-Fa-f:.]+)](/(?<bitsIn>\\d{1,3}))?(:(?<portIn>\\d{1,5}))?");
    private static final int HIGHEST_PORT = 65535;

    /** As a person writes it; a name is none. */
    public static Range of(String written) {
        Matcher found = WRITTEN.matcher(written.strip());
        if (!found.matches()) {
            throw refused(written);
        }
        if (found.group("v4") != null && !isPlain(found.group("v4"))) {
            throw refused(written);
        }
        if (found.group("v4") != null) {
            return of(written, found.group("v4"), found.group("bits4"), found.group("port4"));
        }
        return found.group("v6") != null
                ? of(written, found.group("v6"), found.group("bits6"), null)
                : of(written, found.group("in"), found.group("bitsIn"), found.group("portIn"));
    }

    /** Each that stands between spaces, commas or line ends. */
    public static List<Range> all(String written) {
        return Pattern.compile("[\\s,;]+")
                .splitAsStream(written)
                .filter(each -> !each.isEmpty())
                .map(Range::of)
                .toList();
    }

    /** An IPv4 address of four numbers, as everybody writes it. */
    static boolean isPlain(String written) {
        try {
            return InetAddress.ofLiteral(written).getHostAddress().equals(written);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Range of(
            String written, String address, @Nullable String bits, @Nullable String port) {
        InetAddress network = literal(written, address);
        int most = network.getAddress().length * Byte.SIZE;
        int same = bits == null ? most : Integer.parseInt(bits);
        int only = port == null ? 0 : Integer.parseInt(port);
        if (same > most || only > HIGHEST_PORT) {
            throw refused(written);
        }
        return new Range(network, same, only);
    }

    private static InetAddress literal(String written, String address) {
        try {
            return InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException e) {
            throw refused(written);
        }
    }

    private static RotinaException refused(String written) {
        return new RotinaException(Problem.BAD_ARGUMENT, written.strip());
    }

    boolean holds(InetAddress address, int port) {
        return holds(address) && (this.port == 0 || this.port == port);
    }

    boolean holds(InetAddress address) {
        byte[] mine = network.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        int whole = bits / Byte.SIZE;
        for (int i = 0; i < whole; i++) {
            if (mine[i] != other[i]) {
                return false;
            }
        }
        int rest = bits % Byte.SIZE;
        int mask = 0xFF << (Byte.SIZE - rest) & 0xFF;
        return rest == 0 || ((mine[whole] ^ other[whole]) & mask) == 0;
    }
}
