package app.rotina.routine.checks;

import app.rotina.kernel.Nearest;
import app.rotina.kernel.Problem;
import app.rotina.kernel.Store;
import app.rotina.state.RoutineChoices.Mute;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a store looks at: the checks of its packs as it wants them done, and its own.
 *
 * @param packs that it goes by
 * @param chosen false where nobody chose them: they are those of the store's language, and wait
 *     until it has data
 * @param checks that it looks at, in their order
 * @param leftOut those of its packs that it does without
 * @param since the day from which each check is expected, by check
 */
public record Routine(
        Store store,
        List<String> packs,
        boolean chosen,
        List<Check> checks,
        List<Check> leftOut,
        Map<String, LocalDate> since,
        List<Mute> mutes,
        Turns turns) {

    /** Those that data decide. */
    public List<Check> automatic(Cadence cadence) {
        return checks.stream()
                .filter(check -> check.cadence() == cadence && check.rule().isPresent())
                .toList();
    }

    /**
     * The same with those of its checks alone that a person answers, and that somebody looks for.
     */
    Routine asked(Predicate<Check> those) {
        List<Check> asked =
                checks.stream()
                        .filter(check -> check.rule().isEmpty() && those.test(check))
                        .toList();
        return new Routine(store, packs, chosen, asked, leftOut, since, mutes, turns);
    }

    /** The one with the id; refuses one that the store does not look at. */
    public Check of(String id) {
        return checks.stream()
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Nearest.unknown(Problem.UNKNOWN_CHECK, id, ids()));
    }

    /** The silence that a check keeps on a day; empty: none. */
    public Optional<Mute> mute(Check check, LocalDate day) {
        return mutes.stream()
                .filter(mute -> mute.check().equals(check.id()) && mute.covers(day))
                .reduce((earlier, later) -> later);
    }

    /** True for a check that nobody asked for: it begins with the store's data. */
    public boolean beginsWithData(Check check) {
        return !chosen && !check.isOwn();
    }

    /** The day of a period on which a check is due; empty: nobody works in it. */
    public Optional<LocalDate> due(Check check, Turn turn) {
        return check.everyDay() ? Optional.of(turn.first()) : turns.workday(turn);
    }

    /** The day from which a check is expected. */
    public LocalDate since(Check check) {
        return since.getOrDefault(check.id(), turns.begun());
    }

    private List<String> ids() {
        return checks.stream().map(Check::id).toList();
    }
}
