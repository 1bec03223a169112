package app.rotina.routine.checks;

import app.rotina.kernel.Store;
import app.rotina.routine.checks.Evidence.Note;
import app.rotina.state.Action;
import app.rotina.state.ActionKind;
import app.rotina.state.Actions;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The store's campaigns that touch a period, of its whole or of parts, as people recorded them:
 * those that begin or end in it first.
 */
@Component
final class CampaignsToday implements Beside {
    private static final List<String> ORDER =
            List.of("one_day", "starts", "begins", "ends", "runs", "open");

    private final Actions actions;

    CampaignsToday(Actions actions) {
        this.actions = actions;
    }

    @Override
    public String id() {
        return "campaigns";
    }

    @Override
    public List<Note> notes(Store store, Agenda.Item item) {
        List<Note> notes =
                actions.of(store.id()).stream()
                        .filter(one -> one.change().kind() == ActionKind.CAMPAIGN)
                        .filter(one -> touches(one, item.turn()))
                        .map(one -> note(one, item.turn()))
                        .sorted(Comparator.comparingInt((Note one) -> ORDER.indexOf(one.state())))
                        .toList();
        return notes.isEmpty()
                ? List.of(new Note("campaign", "", "none", null, "/actions"))
                : notes;
    }

    private static boolean touches(Action campaign, Turn turn) {
        @Nullable LocalDate to = campaign.to();
        return !campaign.from().isAfter(turn.last()) && (to == null || !to.isBefore(turn.first()));
    }

    private static Note note(Action campaign, Turn turn) {
        String state = state(campaign, turn);
        return new Note(
                "campaign",
                campaign.name(),
                state,
                state.equals("open") ? campaign.from() : campaign.to(),
                "/actions");
    }

    private static String state(Action campaign, Turn turn) {
        @Nullable LocalDate to = campaign.to();
        boolean begins = !campaign.from().isBefore(turn.first());
        if (to == null) {
            return begins ? "begins" : "open";
        }
        if (to.isAfter(turn.last())) {
            return begins ? "starts" : "runs";
        }
        return begins ? "one_day" : "ends";
    }
}
