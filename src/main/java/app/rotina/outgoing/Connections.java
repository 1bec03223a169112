package app.rotina.outgoing;

import app.rotina.kernel.RotinaException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Connections that go to the very address that was let through. */
final class Connections {
    private static final String CONNECTED = "rotina.connected";
    private static final int MOST = 64;
    private static final int MOST_PER_HOST = 8;
    private static final int LONGEST_LINE = 16_384;
    private static final int MOST_HEADERS = 200;
    private static final TimeValue LIFE = TimeValue.ofMinutes(1);

    private Connections() {}

    /** A client that follows, repeats, unpacks and remembers nothing. */
    static CloseableHttpClient client(Gate gate, Names names, Duration time) {
        RequestConfig waiting =
                RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(time))
                        .setResponseTimeout(Timeout.of(time))
                        .setRedirectsEnabled(false)
                        .build();
        return HttpClients.custom()
                .setConnectionManager(manager(gate, names, time))
                .setDefaultRequestConfig(waiting)
                .setUserAgent("Rotina")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .addExecInterceptorBefore(
                        ChainElement.MAIN_TRANSPORT.name(),
                        "connected",
                        (request, scope, chain) -> {
                            scope.clientContext.setAttribute(CONNECTED, true);
                            return chain.proceed(request, scope);
                        })
                .build();
    }

    /** True once there was a connection: from then on a request may have arrived. */
    static boolean isConnected(HttpContext context) {
        return context.getAttribute(CONNECTED) != null;
    }

    private static PoolingHttpClientConnectionManager manager(
            Gate gate, Names names, Duration time) {
        Http1Config small =
                Http1Config.custom()
                        .setMaxLineLength(LONGEST_LINE)
                        .setMaxHeaderCount(MOST_HEADERS)
                        .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new Checked(gate, names))
                .setConnectionFactory(
                        ManagedHttpClientConnectionFactory.builder().http1Config(small).build())
                .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(time))
                                .setSocketTimeout(Timeout.of(time))
                                .setTimeToLive(LIFE)
                                .build())
                .setDefaultSocketConfig(
                        SocketConfig.custom().setSoTimeout(Timeout.of(time)).build())
                .setMaxConnTotal(MOST)
                .setMaxConnPerRoute(MOST_PER_HOST)
                .build();
    }

    /** Looks a name up once; of several addresses every one must be open. */
    private record Checked(Gate gate, Names names) implements DnsResolver {
        @Override
        public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
            List<InetAddress> all = names.of(host);
            for (InetAddress each : all) {
                try {
                    gate.requireOpen(host, port, each);
                } catch (RotinaException e) {
                    throw (UnknownHostException) new UnknownHostException(host).initCause(e);
                }
            }
            return all.stream().map(each -> new InetSocketAddress(each, port)).toList();
        }

        /** A name without a port is never looked up: nobody could say whether it is open. */
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            throw new UnknownHostException(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
