package app.rotina.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A line to a server that breaks in the middle: as often as told, after so many bytes of a
 * connection.
 */
public final class CuttingProxy implements AutoCloseable {
    private static final int BUFFER = 16 * 1024;

    private final ServerSocket door;
    private final int server;
    private final long bytes;
    private final AtomicInteger cutsLeft;
    private final ExecutorService lines = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param server the port of the server on this machine
     * @param cuts how many connections are cut
     * @param bytes what a connection may send before it is
     */
    public CuttingProxy(int server, int cuts, long bytes) {
        this.server = server;
        this.bytes = bytes;
        this.cutsLeft = new AtomicInteger(cuts);
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var _ = lines.submit(this::listen);
    }

    public int port() {
        return door.getLocalPort();
    }

    public int cutsLeft() {
        return cutsLeft.get();
    }

    private Void listen() throws IOException {
        while (!door.isClosed()) {
            Socket client = door.accept();
            var _ = lines.submit(() -> connect(client));
        }
        return null;
    }

    private Void connect(Socket client) throws IOException {
        try (client;
                Socket to = new Socket(InetAddress.getLoopbackAddress(), server)) {
            var _ = lines.submit(() -> to.getInputStream().transferTo(client.getOutputStream()));
            forward(client.getInputStream(), to.getOutputStream());
        }
        return null;
    }

    private void forward(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long passed = 0;
        for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
            to.write(buffer, 0, n);
            passed += n;
            if (passed > bytes && cutsLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                return;
            }
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lines.shutdownNow();
    }
}
