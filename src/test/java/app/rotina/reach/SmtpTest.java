package app.rotina.reach;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.reach.Delivery.Ending;
import app.rotina.reach.MailServer.Security;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mail handed to real servers over real sockets. */
class SmtpTest {
    private static final String NAME = "Zoë “阿娜” Ação, <b>dona</b>";

    @TempDir static Path folder;
    private static Certificate certificate;
    private static Smtp smtp;
    private static SmtpForTests server;
    private static SmtpForTests open;

    @BeforeAll
    static void start() {
        certificate = Certificate.in(folder);
        smtp = new Smtp(certificate.sockets());
        server = new SmtpForTests(certificate.sockets(), () -> 0);
        open = new SmtpForTests(null, () -> 0);
    }

    @AfterAll
    static void stop() {
        server.close();
        open.close();
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void arrivesInAMailbox(boolean tls) throws Exception {
        System.setProperty("greenmail.tls.keystore.file", certificate.file().toString());
        System.setProperty("greenmail.tls.keystore.password", Certificate.PASSWORD);
        String protocol = tls ? ServerSetup.PROTOCOL_SMTPS : ServerSetup.PROTOCOL_SMTP;
        ServerSetup setup = new ServerSetup(0, "localhost", protocol);
        setup.setServerStartupTimeout(30_000);
        GreenMail mailbox = new GreenMail(setup);
        mailbox.start();
        try {
            int port = (tls ? mailbox.getSmtps() : mailbox.getSmtp()).getPort();
            Security security = tls ? Security.TLS : Security.NONE;
            assertThat(smtp.send(at(port, security), "", to("ana@example.org")).ending())
                    .isEqualTo(Ending.ARRIVED);
            assertThat(mailbox.waitForIncomingEmail(5000, 1)).isTrue();
            checkMessage(mailbox.getReceivedMessages()[0]);
        } finally {
            mailbox.stop();
        }
    }

    private static void checkMessage(MimeMessage message) throws Exception {
        assertThat(((InternetAddress) message.getAllRecipients()[0]).getPersonal()).isEqualTo(NAME);
        assertThat(((InternetAddress) message.getFrom()[0]).getPersonal())
                .isEqualTo("Rotina da manhã");
        assertThat(message.getSubject()).isEqualTo("Não bateu: −R$ 1.200 · 未达标");
        assertThat(message.getMessageID()).isEqualTo("<the-same@example.com>");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        Multipart parts = (Multipart) message.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContent().toString()).isEqualTo("texto: ¥12.3万");
        assertThat(parts.getBodyPart(1).getContent().toString()).isEqualTo("<p>ação</p>");
        assertThat(parts.getBodyPart(1).getContentType()).contains("text/html", "UTF-8");
    }

    @Test
    void signsInOnlyBehindTls() {
        int before = server.taken().size();
        MailServer at = at(server.port(), Security.STARTTLS, SmtpForTests.USER);
        assertThat(smtp.send(at, SmtpForTests.PASSWORD, to("ana@example.org")).ending())
                .isEqualTo(Ending.ARRIVED);
        assertThat(server.taken()).hasSize(before + 1);
        assertThat(server.taken().getLast().secret()).isTrue();
        assertThat(server.taken().getLast().signedIn()).isTrue();
    }

    @Test
    void sendsNothingInTheOpenWhereTlsIsWanted() {
        assertThat(
                        smtp.send(at(open.port(), Security.STARTTLS), "", to("ana@example.org"))
                                .ending())
                .isEqualTo(Ending.LATER);
        assertThat(open.taken()).isEmpty();
    }

    @Test
    void believesNoCertificateThatNobodySigned() {
        int before = server.taken().size();
        Delivery delivery =
                new Smtp(null)
                        .send(at(server.port(), Security.STARTTLS), "", to("ana@example.org"));
        assertThat(delivery.ending()).isEqualTo(Ending.LATER);
        assertThat(delivery.reason()).isEqualTo("unreached");
        assertThat(server.taken()).hasSize(before);
    }

    @Test
    void believesNoCertificateOfAnotherName() {
        MailServer other =
                new MailServer(
                        "ip6-localhost.example",
                        server.port(),
                        Security.STARTTLS,
                        "",
                        "r@example.com",
                        "R");
        assertThat(smtp.send(other, "", to("ana@example.org")).ending()).isEqualTo(Ending.LATER);
    }

    @Test
    void saysThatThePasswordIsWrong() {
        MailServer at = at(server.port(), Security.STARTTLS, SmtpForTests.USER);
        Delivery delivery = smtp.send(at, "wrong", to("ana@example.org"));
        assertThat(delivery.ending()).isEqualTo(Ending.LATER);
        assertThat(delivery.reason()).isEqualTo("password");
    }

    @ParameterizedTest
    @CsvSource({
        "refuse@example.org, REFUSED",
        "later@example.org, LATER",
        "cut@example.org, UNKNOWN",
        "end@example.org, UNKNOWN",
        "not an address, REFUSED"
    })
    void tellsApartWhatCanHaveArrived(String to, Ending ending) {
        assertThat(smtp.send(at(server.port(), Security.STARTTLS), "", to(to)).ending())
                .isEqualTo(ending);
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        Delivery delivery = smtp.send(at(free, Security.NONE), "", to("ana@example.org"));
        assertThat(delivery.ending()).isEqualTo(Ending.LATER);
        assertThat(delivery.reason()).isEqualTo("unreached");
    }

    @Test
    void writesOneSubjectWhateverANameBrings() {
        Envelope hostile =
                new Envelope(
                        "id",
                        "ana@example.org",
                        "Ana\r\nBcc: all@example.org",
                        "Loja\r\nBcc: all@example.org",
                        "t",
                        "h",
                        "",
                        Instant.EPOCH);
        smtp.send(at(open.port(), Security.NONE), "", hostile);
        assertThat(open.taken())
                .allSatisfy(taken ->
                        assertThat(taken.content().toLowerCase(Locale.ROOT))
                                .doesNotContain("\r\nbcc:"));
    }

    private static MailServer at(int port, Security security) {
        return at(port, security, "");
    }

    private static MailServer at(int port, Security security, String user) {
        return new MailServer(
                "localhost", port, security, user, "rotina@example.com", "Rotina da manhã");
    }

    private static Envelope to(String address) {
        return new Envelope(
                "the-same",
                address,
                NAME,
                "Não bateu: −R$ 1.200 · 未达标",
                "texto: ¥12.3万",
                "<p>ação</p>",
                "https://rotina.example.com/s/a/reach",
                Instant.parse("2026-03-10T11:00:00Z"));
    }
}
