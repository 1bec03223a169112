package app.rotina.sync;

import java.util.Map;
import java.util.Set;

/** What a pull learns of its connection and has to be kept. */
@FunctionalInterface
interface Learned {

    /** What is secret from now on, durably, by field. */
    void secrets(Map<String, String> changed);

    /** What the app may not, of what the connector wishes for. */
    default void lacks(Set<String> scopes) {}
}
