package app.rotina.reach;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.rotina.reach.MailServer.Security;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.util.Date;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Hands mail to a server. Whatever happens before the server has the whole message is told apart
 * from what happens after: then nobody knows whether it arrived.
 *
 * @param trust who is believed to be who they say; absence: whom the system believes
 */
record Smtp(@Nullable SSLSocketFactory trust) {
    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "30000";

    static boolean isAddress(String address) {
        try {
            new InternetAddress(address, true).validate();
            return address.contains("@");
        } catch (AddressException e) {
            return false;
        }
    }

    Delivery send(MailServer server, String password, Envelope envelope) {
        Session session = Session.getInstance(properties(server));
        try {
            MimeMessage message = message(session, server, envelope);
            Transport transport = session.getTransport("smtp");
            try {
                return hand(transport, server, password, message);
            } finally {
                close(transport);
            }
        } catch (MessagingException | UnsupportedEncodingException e) {
            return Delivery.refused("address", said(e));
        }
    }

    private static Delivery hand(
            Transport transport, MailServer server, String password, MimeMessage message)
            throws MessagingException {
        boolean signs = !server.user().isEmpty();
        try {
            transport.connect(
                    server.host(),
                    server.port(),
                    signs ? server.user() : null,
                    signs ? password : null);
        } catch (AuthenticationFailedException e) {
            return Delivery.later("password", said(e));
        } catch (MessagingException e) {
            return Delivery.later("unreached", said(e));
        }
        Address[] to = message.getAllRecipients();
        try {
            transport.sendMessage(message, to);
            return Delivery.arrived();
        } catch (SendFailedException e) {
            return judged(e);
        } catch (MessagingException e) {
            return Delivery.unknown(said(e));
        }
    }

    /** By what the server answered; where it answered nothing, it may have the message. */
    private static Delivery judged(SendFailedException failure) {
        int code = code(failure);
        if (code >= 400 && code < 500) {
            return Delivery.later("refused", said(failure));
        }
        return code >= 500
                ? Delivery.refused("refused", said(failure))
                : Delivery.unknown(said(failure));
    }

    private static int code(SendFailedException failure) {
        int code = -1;
        for (@Nullable Exception each = failure; each != null; each = next(each)) {
            int its =
                    switch (each) {
                        case SMTPSendFailedException sent -> sent.getReturnCode();
                        case SMTPAddressFailedException to -> to.getReturnCode();
                        case SMTPSenderFailedException from -> from.getReturnCode();
                        default -> -1;
                    };
            code = Math.max(code, its);
        }
        return code;
    }

    private static @Nullable Exception next(Exception one) {
        return one instanceof MessagingException known ? known.getNextException() : null;
    }

    private Properties properties(MailServer server) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.auth", String.valueOf(!server.user().isEmpty()));
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.allowutf8", "true");
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty(
                "mail.smtp.ssl.enable", String.valueOf(server.security() == Security.TLS));
        boolean starts = server.security() == Security.STARTTLS;
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(starts));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(starts));
        if (trust != null) {
            properties.put("mail.smtp.ssl.socketFactory", trust);
        }
        return properties;
    }

    private static MimeMessage message(Session session, MailServer server, Envelope envelope)
            throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = new Numbered(session, envelope.id(), server.from());
        message.setFrom(new InternetAddress(server.from(), server.name(), UTF_8.name()));
        message.setRecipient(
                RecipientType.TO,
                new InternetAddress(envelope.to(), envelope.name(), UTF_8.name()));
        message.setSubject(envelope.subject(), UTF_8.name());
        message.setSentDate(Date.from(envelope.at()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        if (!envelope.choose().isEmpty()) {
            message.setHeader("List-Unsubscribe", "<" + envelope.choose() + ">");
        }
        message.setContent(
                new MimeMultipart(
                        "alternative",
                        part(envelope.text(), "plain"),
                        part(envelope.html(), "html")));
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String content, String kind) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(content, UTF_8.name(), kind);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // what was handed over is; how they part does not matter
        }
    }

    /** What the server said stands behind what the library says. */
    private static String said(Exception failure) {
        Exception e = failure;
        for (@Nullable Exception each = failure; each != null; each = next(each)) {
            e = each;
        }
        return String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
    }

    /** Known by the same number at every attempt. */
    private static final class Numbered extends MimeMessage {
        private final String number;

        Numbered(Session session, String id, String from) {
            super(session);
            this.number = "<" + id + "@" + from.substring(from.indexOf('@') + 1) + ">";
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", number);
        }
    }
}
