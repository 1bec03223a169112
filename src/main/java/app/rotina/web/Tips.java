package app.rotina.web;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Names for what opens on a tap. Each is given once: parts of a page that are asked for again stand
 * among older ones. Thread-safe.
 */
final class Tips {
    private static final AtomicLong LAST = new AtomicLong();

    private Tips() {}

    static String next() {
        return "tip-" + Long.toString(LAST.incrementAndGet(), Character.MAX_RADIX);
    }
}
