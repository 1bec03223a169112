package app.rotina.reach;

import app.rotina.report.Letter;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What goes to a chat or a program.
 *
 * @param id the same at every attempt
 * @param type a digest, an alert or a test
 * @param letter absence: a test, which has its text alone
 */
record HookMessage(
        String id,
        String type,
        String store,
        LocalDate day,
        Instant at,
        String text,
        @Nullable Letter letter) {}
