package app.rotina.report;

import app.rotina.kernel.Days;
import app.rotina.kernel.Store;
import app.rotina.routine.ActionEffect;
import app.rotina.routine.ActionEffects;
import app.rotina.state.Action;
import app.rotina.state.Actions;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a store did in a period or shortly before it, and what came of it by its last day. */
@Component
final class ReportActions {
    private static final int DAYS_AFTER = 14;
    private static final int MOST = 6;

    private final Actions actions;
    private final ActionEffects effects;

    ReportActions(Actions actions, ActionEffects effects) {
        this.actions = actions;
        this.effects = effects;
    }

    List<ActionEffect> of(Store store, ReportPeriod period) {
        return actions.of(store.id()).stream()
                .filter(action -> touches(action, period.days()))
                .limit(MOST)
                .map(action -> effects.of(store, action.id(), period.through()))
                .toList();
    }

    private static boolean touches(Action action, Days days) {
        @Nullable LocalDate to = action.to();
        return !action.from().isAfter(days.to())
                && (to == null || !to.plusDays(DAYS_AFTER).isBefore(days.from()));
    }
}
