package app.rotina.insight.anomaly;

import app.rotina.insight.anomaly.Finding.Alert;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One alert per cause: where a figure and one that it drives both changed, to the same end, and the
 * part explains at least half of the money, the part is the cause and the whole is folded into its
 * alert. Parts that explain less are folded into the whole's.
 */
final class Causes {
    private static final double EXPLAINS = .5;

    private final List<Finding> findings;
    private final Map<String, Watched> watched;
    private final List<Alert> alerts;

    Causes(List<Watched> family, List<Finding> findings) {
        this.findings = findings;
        this.watched = family.stream().collect(Collectors.toMap(Watched::id, Function.identity()));
        this.alerts =
                findings.stream()
                        .filter(Alert.class::isInstance)
                        .map(Alert.class::cast)
                        .sorted(Comparator.comparingDouble(one -> -Math.abs(one.amount())))
                        .toList();
    }

    /** The other findings, then the alerts, the one with most money first. */
    List<Finding> folded() {
        List<Finding> told = new ArrayList<>(findings);
        told.removeAll(alerts);
        List<Alert> open = new ArrayList<>(alerts);
        while (!open.isEmpty()) {
            Alert whole = whole(open.getFirst(), open);
            List<Alert> moved = open.stream().filter(one -> isPart(one, whole)).toList();
            open.removeAll(moved);
            told.add(cause(whole, moved).with(moved));
        }
        return told;
    }

    /** Up the tree as long as something changed there too. */
    private Alert whole(Alert part, List<Alert> open) {
        return open.stream()
                .filter(one -> !one.id().equals(part.id()) && isPart(part, one))
                .findFirst()
                .map(one -> whole(one, open))
                .orElse(part);
    }

    /** Down the tree as long as a part explains it. */
    private Alert cause(Alert whole, List<Alert> moved) {
        return moved.stream()
                .filter(part -> !part.id().equals(whole.id()) && isPart(part, whole))
                .filter(part -> part.amount() / whole.amount() >= EXPLAINS)
                .findFirst()
                .map(part -> cause(part, moved))
                .orElse(whole);
    }

    private boolean isPart(Alert part, Alert whole) {
        return part.amount() * whole.amount() > 0 && reaches(part.id(), whole.id());
    }

    /** True where the one drives the other, itself or through others. */
    private boolean reaches(String id, String other) {
        @Nullable Watched from = watched.get(id);
        return id.equals(other)
                || (from != null && from.drives().stream().anyMatch(up -> reaches(up, other)));
    }
}
