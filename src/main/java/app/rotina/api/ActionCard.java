package app.rotina.api;

import app.rotina.state.Action;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a store did to move a metric.
 *
 * @param time when on its first day it began, by the store's clock; null: nobody said
 * @param to null: it goes on
 * @param where {@code dimension=value} each; empty: the whole store
 * @param was the value before; empty: nobody said
 * @param task what it was done for; null: no task
 */
record ActionCard(
        long id,
        String name,
        String metric,
        LocalDate from,
        @Nullable LocalTime time,
        @Nullable LocalDate to,
        List<String> where,
        String kind,
        String was,
        String became,
        String reason,
        @Nullable Long task,
        String who,
        Instant at) {

    static ActionCard of(Action action) {
        return new ActionCard(
                action.id(),
                action.name(),
                action.metric(),
                action.from(),
                action.time(),
                action.to(),
                action.where().stream()
                        .map(place -> place.dimension() + "=" + place.value())
                        .toList(),
                action.change().kind().id(),
                action.change().was(),
                action.change().became(),
                action.change().reason(),
                action.task(),
                action.who(),
                action.at());
    }
}
