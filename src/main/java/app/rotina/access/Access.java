package app.rotina.access;

import app.rotina.state.Role;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The role a route needs: in the store that its path names as {@code {store}}; on a path without a
 * store, {@code VIEWER} means anyone signed in and any other role the owner of the installation.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {
    Role value();
}
