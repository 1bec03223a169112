package app.rotina.insight.ads;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Revenue and every shape of every channel under one noise, without what the baseline explains; a
 * shape is worked out when it is first asked for.
 */
final class Whitened {
    private final Noise noise;
    private final AdModel model;
    private final Columns baseline = new Columns();
    private final double[] revenue;
    private final List<Map<Integer, double[]>> shapes = new ArrayList<>();
    private final double constant;

    Whitened(Noise noise, AdModel model) {
        this.noise = noise;
        this.model = model;
        model.baseline().forEach(each -> baseline.add(white(each)));
        revenue = baseline.without(white(model.revenue()));
        for (int channel = 0; channel < model.channels(); channel++) {
            shapes.add(new HashMap<>());
        }
        constant = -baseline.logVolume() - noise.logScale(model.level(), model.known());
    }

    private double[] white(double[] column) {
        return noise.whitened(column, model.level(), model.known());
    }

    double[] revenue() {
        return revenue;
    }

    double[] shape(int channel, int form) {
        return shapes.get(channel)
                .computeIfAbsent(
                        form, each -> baseline.without(white(model.column(channel, each))));
    }

    /** The part of the evidence that is the same for all shapes. */
    double constant() {
        return constant;
    }
}
