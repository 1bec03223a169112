package app.rotina.reach;

/**
 * The server that takes the installation's mail.
 *
 * @param user empty: it asks nobody to sign in
 * @param from the address that mail comes from
 * @param name whom it comes from
 */
public record MailServer(
        String host, int port, Security security, String user, String from, String name) {

    /** How the way to it is kept private. */
    public enum Security {
        /** From the first byte, mostly on port 465. */
        TLS,
        /** Begun in the open and required before anything is said, mostly on port 587. */
        STARTTLS,
        /** Not at all: for a server on the same machine. */
        NONE
    }
}
