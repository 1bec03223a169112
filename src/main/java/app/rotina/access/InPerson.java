package app.rotina.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;

/**
 * A route for a person at a browser or the command line, never for a token: how one signs in, and
 * with what, is not for programs.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface InPerson {
    /** How long it counts that somebody showed who they are. */
    Duration FRESH = Duration.ofMinutes(15);

    /** True: only for who has shown within {@link #FRESH} who they are. */
    boolean fresh() default false;
}
