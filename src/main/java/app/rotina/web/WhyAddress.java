package app.rotina.web;

import app.rotina.kernel.Days;
import app.rotina.routine.Against;
import org.jspecify.annotations.Nullable;

/**
 * What the why page is asked for, and its address.
 *
 * @param by the dimension that is looked along; absence: the first
 */
record WhyAddress(Days days, Against against, @Nullable String by) {

    String path() {
        String path = "/why?from=" + days.from() + "&to=" + days.to();
        String held = against == Against.TARGET ? "" : "&against=" + against.id();
        return path + held + (by == null ? "" : "&by=" + by);
    }

    WhyAddress of(Days other) {
        return new WhyAddress(other, against, by);
    }

    WhyAddress heldTo(Against other) {
        return new WhyAddress(days, other, by);
    }

    WhyAddress along(String dimension) {
        return new WhyAddress(days, against, dimension);
    }
}
