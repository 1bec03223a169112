package app.rotina.reach;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that speaks enough SMTP (RFC 5321, 3207, 4954), keeps what it takes, and fails as
 * the reader's address says: {@code refuse}, {@code later}, {@code cut} and {@code end}.
 */
final class SmtpForTests implements AutoCloseable {
    static final String USER = "rotina";
    static final String PASSWORD = "geheim – 密码";

    private final ServerSocket socket;
    private final @Nullable SSLSocketFactory tls;
    private final IntSupplier pause;
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger callers = new AtomicInteger();

    /** A message it has taken: from then on it is delivered, whoever heard of that. */
    record Taken(String to, String content, boolean secret, boolean signedIn) {}

    /**
     * @param tls what it begins TLS with; absence: it offers none
     * @param pause before each answer, in milliseconds
     */
    SmtpForTests(@Nullable SSLSocketFactory tls, IntSupplier pause) {
        this.tls = tls;
        this.pause = pause;
        try {
            this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    List<Taken> taken() {
        return taken;
    }

    /** How many have called so far. */
    int callers() {
        return callers.get();
    }

    /** How many connections there were at once at most. */
    int mostAtOnce() {
        return most.get();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                Thread.ofVirtual().start(() -> serve(caller));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket caller) {
        callers.incrementAndGet();
        most.accumulateAndGet(open.incrementAndGet(), Math::max);
        try (caller) {
            new Talk(caller).run();
        } catch (IOException e) {
            // the caller is gone
        } finally {
            open.decrementAndGet();
        }
    }

    private final class Talk {
        private Socket line;
        private BufferedReader in;
        private OutputStream out;
        private boolean secret;
        private boolean signedIn;
        private String to = "";

        Talk(Socket line) throws IOException {
            this.line = line;
            this.in = reader(line);
            this.out = line.getOutputStream();
        }

        void run() throws IOException {
            say("220 here");
            for (String said = in.readLine(); said != null; said = in.readLine()) {
                String word = said.split("[ :]", -1)[0].toUpperCase(Locale.ROOT);
                switch (word) {
                    case "EHLO" -> greet();
                    case "STARTTLS" -> startTls();
                    case "AUTH" -> signIn(said);
                    case "MAIL", "RSET", "NOOP" -> say("250 ok");
                    case "RCPT" -> recipient(said);
                    case "DATA" -> {
                        if (!take()) {
                            return;
                        }
                    }
                    case "QUIT" -> {
                        say("221 bye");
                        return;
                    }
                    default -> say("502 what?");
                }
            }
        }

        private void greet() throws IOException {
            out.write("250-here\r\n".getBytes(ISO_8859_1));
            if (tls != null && !secret) {
                out.write("250-STARTTLS\r\n".getBytes(ISO_8859_1));
            }
            say("250-8BITMIME\r\n250 AUTH PLAIN");
        }

        private void startTls() throws IOException {
            if (tls == null) {
                say("502 no");
                return;
            }
            say("220 go");
            SSLSocket wrapped = (SSLSocket) tls.createSocket(line, null, line.getLocalPort(), true);
            wrapped.setUseClientMode(false);
            wrapped.startHandshake();
            line = wrapped;
            in = reader(wrapped);
            out = wrapped.getOutputStream();
            secret = true;
        }

        private void signIn(String said) throws IOException {
            String shown = said.substring(said.lastIndexOf(' ') + 1);
            String[] parts = new String(Base64.getDecoder().decode(shown), UTF_8).split("\0", -1);
            signedIn = parts[1].equals(USER) && parts[2].equals(PASSWORD);
            say(signedIn ? "235 welcome" : "535 5.7.8 wrong");
        }

        private void recipient(String said) throws IOException {
            to = said.replaceAll(".*<(.*)>.*", "$1");
            if (to.startsWith("refuse")) {
                say("550 5.1.1 no such mailbox");
            } else {
                say(to.startsWith("later") ? "451 4.3.0 not now" : "250 ok");
            }
        }

        /** False: it hangs up, before or after it has taken the message. */
        private boolean take() throws IOException {
            say("354 go on");
            StringBuilder content = new StringBuilder();
            for (String one = in.readLine(); one != null; one = in.readLine()) {
                if (one.equals(".")) {
                    return taken(content.toString());
                }
                content.append(one).append("\r\n");
            }
            return false;
        }

        private boolean taken(String content) throws IOException {
            if (to.startsWith("end")) {
                return false;
            }
            taken.add(new Taken(to, content, secret, signedIn));
            if (to.startsWith("cut")) {
                return false;
            }
            say("250 taken");
            return true;
        }

        private void say(String said) throws IOException {
            int wait = pause.getAsInt();
            if (wait > 0) {
                sleep(wait);
            }
            out.write((said + "\r\n").getBytes(ISO_8859_1));
            out.flush();
        }

        private static BufferedReader reader(Socket line) throws IOException {
            return new BufferedReader(new InputStreamReader(line.getInputStream(), ISO_8859_1));
        }
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
