package app.rotina.insight.rates;

import java.util.List;

/** How often a unit (an agent, a creative, a keyword) succeeded in how many trials. */
public record Trials(String name, int successes, int trials) {

    public Trials {
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException(name + ": " + successes + " of " + trials);
        }
    }

    /** Successes by trials of all units, which have at least one trial together. */
    public static double pooled(List<Trials> units) {
        double successes = units.stream().mapToDouble(Trials::successes).sum();
        return successes / units.stream().mapToDouble(Trials::trials).sum();
    }
}
