package app.rotina.sync;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a service's own numbers or words for its errors mean, where the status of an answer does not
 * say it.
 *
 * @param at where they stand
 * @param busy those after which it is waited
 * @param refused those that mean that we are not known
 */
record Failures(String at, Set<String> busy, Set<String> refused) {
    static final Failures NONE = new Failures("", Set.of(), Set.of());

    boolean isBusy(@Nullable JsonNode body) {
        return busy.contains(said(body));
    }

    boolean isRefusal(@Nullable JsonNode body) {
        return refused.contains(said(body));
    }

    private String said(@Nullable JsonNode body) {
        if (body == null || at.isEmpty()) {
            return "";
        }
        return Site.at(body.isArray() ? body.path(0) : body, at).asString("");
    }
}
