package app.rotina.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A route that answers with a file of this media type. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Download {
    String value();
}
