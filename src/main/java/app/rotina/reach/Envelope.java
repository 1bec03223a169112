package app.rotina.reach;

import java.time.Instant;

/**
 * An e-mail to one reader.
 *
 * @param id the same at every attempt
 * @param choose where the reader chooses what is sent; empty: nobody said
 */
record Envelope(
        String id,
        String to,
        String name,
        String subject,
        String text,
        String html,
        String choose,
        Instant at) {}
