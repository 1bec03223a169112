package app.rotina.state;

import java.util.Locale;

/**
 * Someone who signs in.
 *
 * @param owner owner of the installation: may everything in every store
 */
public record Person(long id, String email, String name, Locale locale, boolean owner) {}
