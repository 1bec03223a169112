package app.rotina.routine;

import app.rotina.insight.projection.Occasion;
import app.rotina.kernel.Days;
import app.rotina.state.Action;
import app.rotina.state.ActionKind;
import app.rotina.state.Actions;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The days of a store's own campaigns, past and planned ones alike: recorded actions of that kind
 * that touch the whole store and end within a month, so that there are other days to hold them to.
 */
@Component
final class Campaigns {
    /** Before its own campaigns tell: a quarter more than an ordinary day. */
    static final Occasion OCCASION = new Occasion("campaign", 1.25);

    private static final int LONGEST = 31;

    private final Actions actions;

    Campaigns(Actions actions) {
        this.actions = actions;
    }

    Set<LocalDate> days(String store) {
        return actions.of(store).stream()
                .filter(action -> action.change().kind() == ActionKind.CAMPAIGN)
                .filter(action -> action.where().isEmpty())
                .flatMap(Campaigns::days)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<LocalDate> days(Action campaign) {
        if (campaign.to() == null) {
            return Stream.empty();
        }
        Days days = new Days(campaign.from(), campaign.to());
        return days.count() > LONGEST ? Stream.empty() : days.stream();
    }
}
