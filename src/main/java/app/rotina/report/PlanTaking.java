package app.rotina.report;

import app.rotina.goals.DayTarget;
import app.rotina.goals.MonthGoal;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.kernel.Texts;
import app.rotina.metrics.Catalog;
import app.rotina.routine.GoalSetting;
import app.rotina.state.Goals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes a plan from a planning sheet, as a workbook or in the page: first as a proposal, then, once
 * somebody has confirmed it, as the goals. Closed days keep the target they were told against. A
 * metric without a goal gets one where every day of the month is planned, as no verdict rests on it
 * yet.
 */
@Component
public final class PlanTaking {
    private final Catalog catalog;
    private final Goals goals;
    private final GoalSetting setting;

    PlanTaking(Catalog catalog, Goals goals, GoalSetting setting) {
        this.catalog = catalog;
        this.goals = goals;
        this.setting = setting;
    }

    /** What the changes of a sheet come to; the month becomes the sum of its days. */
    public PlanProposal propose(Store store, YearMonth month, List<SheetChange> changes) {
        Map<PlanKey, List<SheetChange>> byKey =
                changes.stream()
                        .collect(
                                Collectors.groupingBy(
                                        change -> PlanKey.of(change.metric()),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        List<MonthGoal> before = new ArrayList<>();
        List<MonthGoal> after = new ArrayList<>();
        byKey.forEach((key, edits) -> {
            Optional<MonthGoal> known = find(store, key, month);
            known.ifPresent(before::add);
            after.add(
                    known.map(goal -> SheetEdits.of(goal, edits, setting.openFrom(store, month)))
                            .orElseGet(
                                    () -> SheetEdits.planned(monthOf(store, month, key), edits)));
        });
        return new PlanProposal(month, changes, List.of(), before, after);
    }

    /** What edits come to. */
    public PlanProposal edit(Store store, YearMonth month, PlanEdits edits) {
        List<PlanProposal> parts = new ArrayList<>();
        for (PlanKey key : edits.keys()) {
            parts.add(
                    find(store, key, month)
                            .map(goal -> edited(store, goal, edits))
                            .orElseGet(() -> propose(store, month, asNew(edits.of(key)))));
        }
        return new PlanProposal(
                month,
                parts.stream().flatMap(part -> part.changes().stream()).toList(),
                parts.stream().flatMap(part -> part.moved().stream()).toList(),
                parts.stream().flatMap(part -> part.before().stream()).toList(),
                parts.stream().flatMap(part -> part.after().stream()).toList());
    }

    private PlanProposal edited(Store store, MonthGoal goal, PlanEdits edits) {
        PlanKey key = PlanKey.of(goal);
        Map<LocalDate, Optional<BigDecimal>> days = new LinkedHashMap<>();
        edits.of(key).forEach(edit -> days.put(edit.date(), Optional.ofNullable(edit.value())));
        MonthGoal after = after(store, goal, edits, days);
        List<SheetChange> changed = new ArrayList<>();
        List<SheetChange> moved = new ArrayList<>();
        for (DayTarget day : after.days()) {
            BigDecimal before = goal.on(day.date()).orElseThrow();
            SheetChange change = new SheetChange(day.date(), key.toString(), before, day.value());
            boolean typed = days.getOrDefault(day.date(), Optional.empty()).isPresent();
            if (change.isOne()) {
                (typed ? changed : moved).add(change);
            }
        }
        return new PlanProposal(goal.month(), changed, moved, List.of(goal), List.of(after));
    }

    private MonthGoal after(
            Store store,
            MonthGoal goal,
            PlanEdits edits,
            Map<LocalDate, Optional<BigDecimal>> days) {
        @Nullable BigDecimal month = edits.months().get(PlanKey.of(goal));
        MonthGoal wanted = month == null ? goal : setting.revalued(store, goal, month);
        return days.isEmpty()
                ? wanted
                : setting.edited(store, wanted, days, edits.keepsMonth() || month != null);
    }

    /** An emptied day of what has no goal changes nothing. */
    private static List<SheetChange> asNew(List<PlanEdit> edits) {
        return edits.stream()
                .flatMap(edit ->
                        Optional.ofNullable(edit.value()).stream()
                                .map(value ->
                                        new SheetChange(
                                                edit.date(), edit.key().toString(), null, value)))
                .toList();
    }

    /** Makes it the plan, unless somebody has changed the same goals since, or closed a day. */
    public void take(Store store, PlanProposal proposal, String who) {
        Set<PlanKey> known =
                proposal.before().stream().map(PlanKey::of).collect(Collectors.toSet());
        for (MonthGoal after : proposal.after()) {
            PlanKey key = PlanKey.of(after);
            Optional<MonthGoal> now = find(store, key, proposal.month());
            boolean same =
                    known.contains(key)
                            ? now.filter(proposal.before()::contains).isPresent()
                            : now.isEmpty();
            if (!same) {
                throw new RotinaException(Problem.PLAN_CHANGED, label(store, key));
            }
        }
        LocalDate open = setting.openFrom(store, proposal.month());
        for (MonthGoal before : proposal.before()) {
            requireOpen(before, proposal, open);
        }
        proposal.after().forEach(goal -> goals.keep(goal, who));
    }

    private static void requireOpen(MonthGoal before, PlanProposal proposal, LocalDate open) {
        proposal.after().stream()
                .filter(after -> PlanKey.of(after).equals(PlanKey.of(before)))
                .flatMap(after -> after.days().stream())
                .filter(day -> day.date().isBefore(open))
                .filter(day ->
                        before.on(day.date())
                                .filter(was -> was.compareTo(day.value()) != 0)
                                .isPresent())
                .findFirst()
                .ifPresent(day -> {
                    throw new RotinaException(Problem.DAY_CLOSED, day.date().toString());
                });
    }

    private Optional<MonthGoal> find(Store store, PlanKey key, YearMonth month) {
        return goals.find(store.id(), key.metric(), key.channel(), month);
    }

    private SheetEdits.MonthOf monthOf(Store store, YearMonth month, PlanKey key) {
        return new SheetEdits.MonthOf(store.id(), key, month, label(store, key));
    }

    private String label(Store store, PlanKey key) {
        return catalog.of(key.metric()).label(Texts.of(store.locale()));
    }
}
