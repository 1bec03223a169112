package app.rotina.outgoing;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;

/**
 * Calls addresses that somebody typed in. Where a name leads is checked when the connection is made
 * and the connection goes there and nowhere else; no redirect is followed; time and size are
 * bounded. Thread-safe.
 *
 * <p>A failure says whether the request can have arrived: {@link Problem#OUTGOING_UNANSWERED} and
 * {@link Problem#OUTGOING_TOO_LARGE} are after it was sent, all others before.
 */
public final class Outgoing implements AutoCloseable {
    private final Gate gate;
    private final Limits limits;
    private final CloseableHttpClient client;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * What a call may take.
     *
     * @param time for all of it, from looking up the name to the answer's last byte
     * @param bytes of the answer
     */
    public record Limits(Duration time, int bytes) {
        public static final Limits USUAL = new Limits(Duration.ofSeconds(20), 1 << 20);
    }

    /**
     * @param allowed the addresses of the owner's own network that may be called
     */
    public Outgoing(Names names, Supplier<List<Range>> allowed, Limits limits) {
        this.gate = new Gate(allowed);
        this.limits = limits;
        this.client = Connections.client(gate, names, limits.time());
    }

    /** Refuses what is no address of the web; where its name leads is known when it is called. */
    public void require(URI address) {
        gate.requireWeb(address);
    }

    public Answer send(Call call) {
        gate.requireWeb(call.address());
        HttpUriRequestBase request = request(call);
        HttpClientContext context = HttpClientContext.create();
        Future<Answer> answer = threads.submit(() -> exchange(request, context));
        try {
            return answer.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            request.cancel();
            answer.cancel(true);
            throw failed(call, context, e);
        } catch (ExecutionException e) {
            throw first(e) instanceof RotinaException known ? known : failed(call, context, e);
        } catch (InterruptedException e) {
            request.cancel();
            Thread.currentThread().interrupt();
            throw failed(call, context, e);
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            // nothing is lost with a connection that does not close
        }
        threads.close();
    }

    private static HttpUriRequestBase request(Call call) {
        HttpUriRequestBase request = new HttpUriRequestBase(call.method(), call.address());
        call.headers().forEach(request::setHeader);
        if (!call.body().isEmpty()) {
            byte[] body = call.body().getBytes(StandardCharsets.UTF_8);
            request.setEntity(new ByteArrayEntity(body, (ContentType) null));
        }
        return request;
    }

    private Answer exchange(HttpUriRequestBase request, HttpClientContext context)
            throws IOException {
        return client.execute(
                request,
                context,
                response -> new Answer(response.getCode(), headers(response), body(response)));
    }

    private static Map<String, String> headers(ClassicHttpResponse response) {
        Map<String, String> headers = new HashMap<>();
        for (Header each : response.getHeaders()) {
            headers.put(each.getName().toLowerCase(Locale.ROOT), each.getValue());
        }
        return headers;
    }

    private byte[] body(ClassicHttpResponse response) throws IOException {
        if (response.getEntity() == null) {
            return new byte[0];
        }
        try (InputStream content = response.getEntity().getContent()) {
            byte[] body = content.readNBytes(limits.bytes() + 1);
            if (body.length > limits.bytes()) {
                throw new TooLarge();
            }
            return body;
        }
    }

    /** What stands first behind a failure; a refusal of the gate does. */
    private static @Nullable Throwable first(@Nullable Throwable cause) {
        Throwable first = cause;
        while (first != null && first.getCause() != null) {
            first = first.getCause();
        }
        return first;
    }

    private static RotinaException failed(Call call, HttpClientContext context, Exception e) {
        String address = Gate.shown(call.address());
        if (first(e) instanceof TooLarge) {
            return new RotinaException(Problem.OUTGOING_TOO_LARGE, e, address);
        }
        Problem problem =
                Connections.isConnected(context)
                        ? Problem.OUTGOING_UNANSWERED
                        : Problem.OUTGOING_UNREACHED;
        return new RotinaException(problem, e, address);
    }

    private static final class TooLarge extends IOException {}
}
