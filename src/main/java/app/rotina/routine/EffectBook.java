package app.rotina.routine;

import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.state.Action;
import app.rotina.state.Actions;
import app.rotina.state.Judgements;
import app.rotina.state.Judgements.Judgement;
import app.rotina.state.Stores;
import app.rotina.warehouse.Warehouse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Judges actions once enough of their days are over, and writes the judgement down: after 14, 28,
 * 56 and 91 days, or when the action ends. Where data of these days change it is judged again, for
 * two months; what came out otherwise stands beside what was said before.
 */
@Component
public final class EffectBook {
    private static final Logger LOG = LoggerFactory.getLogger(EffectBook.class);
    private static final List<Integer> STAGES = List.of(14, 28, 56, 91);
    private static final int RESTATED_DAYS = 60;

    private final Stores stores;
    private final Actions actions;
    private final ActionEffects effects;
    private final Judgements judgements;
    private final Warehouse warehouse;
    private final Clock clock;

    public EffectBook(
            Stores stores,
            Actions actions,
            ActionEffects effects,
            Judgements judgements,
            Warehouse warehouse,
            Clock clock) {
        this.stores = stores;
        this.actions = actions;
        this.effects = effects;
        this.judgements = judgements;
        this.warehouse = warehouse;
        this.clock = clock;
    }

    /**
     * How an action stands.
     *
     * @param effect absence: it is too early to judge
     * @param before what was said of the same days before data changed; absence: the same
     * @param next the last day of those that it will be judged by next; absence: this was the last
     */
    public record Entry(
            Action action,
            @Nullable KeptEffect effect,
            @Nullable KeptEffect before,
            @Nullable LocalDate next) {}

    @Scheduled(initialDelay = 7, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void judgeAll() {
        for (Store store : stores.all()) {
            try {
                judge(store);
            } catch (RotinaException e) {
                LOG.warn("effects of {} were not judged: {}", store.id(), e.getMessage());
            }
        }
    }

    /** Judges those that are due; again with the same data changes nothing. */
    public void judge(Store store) {
        actions.of(store.id()).forEach(action -> judge(store, action));
    }

    /** Judges one, where it is due. */
    public void judge(Store store, Action action) {
        Optional<LocalDate> due = stage(store, action);
        if (due.isEmpty()) {
            return;
        }
        @Nullable Judgement last =
                judgements.of(action.id()).stream()
                        .filter(one -> one.through().equals(due.get()))
                        .findFirst()
                        .orElse(null);
        String data = warehouse.version(store.id());
        if (last != null && (last.data().equals(data) || isSettled(store, due.get()))) {
            return;
        }
        KeptEffect now =
                KeptEffect.of(
                        effects.of(store, action.id(), due.get()), due.get(), clock.instant());
        if (last != null && now.says(KeptEffect.of(last))) {
            judgements.confirm(last.id(), data);
        } else {
            judgements.add(action.id(), due.get(), data, now.verdict().name(), now.written());
        }
    }

    public Entry of(Action action) {
        List<LocalDate> stages = stages(action);
        List<Judgement> all =
                judgements.of(action.id()).stream()
                        .filter(one -> stages.contains(one.through())) // it may end otherwise now
                        .toList();
        if (all.isEmpty()) {
            return new Entry(action, null, null, stages.getFirst());
        }
        Judgement last = all.getFirst();
        return new Entry(
                action,
                KeptEffect.of(last),
                all.stream()
                        .skip(1)
                        .filter(one -> one.through().equals(last.through()))
                        .findFirst()
                        .map(KeptEffect::of)
                        .filter(before -> !before.says(KeptEffect.of(last)))
                        .orElse(null),
                stages.stream().filter(last.through()::isBefore).findFirst().orElse(null));
    }

    /** The actions of a task, the latest first. */
    public List<Entry> ofTask(Store store, long task) {
        return actions.ofTask(store.id(), task).stream().map(this::of).toList();
    }

    /** Those that were judged last, the latest first. */
    public List<Entry> latest(Store store, int most) {
        List<Action> all = actions.of(store.id());
        return judgements.latest(store.id()).stream()
                .flatMap(one -> all.stream().filter(action -> action.id() == one.action()))
                .map(this::of)
                .filter(entry -> entry.effect() != null)
                .limit(most)
                .toList();
    }

    /** The latest stage that is over, with data for all of it. */
    private Optional<LocalDate> stage(Store store, Action action) {
        LocalDate yesterday = today(store).minusDays(1);
        LocalDate known = warehouse.dataThrough(store.id()).orElse(LocalDate.MIN);
        return stages(action).stream()
                .filter(day -> !day.isAfter(yesterday) && !day.isAfter(known))
                .reduce((first, second) -> second);
    }

    private static List<LocalDate> stages(Action action) {
        @Nullable LocalDate to = action.to();
        Stream<LocalDate> days = STAGES.stream().map(each -> action.from().plusDays(each - 1L));
        if (to == null) {
            return days.toList();
        }
        List<LocalDate> stages = new ArrayList<>(days.filter(to::isAfter).toList());
        if (stages.size() < STAGES.size()) {
            stages.add(to);
        }
        return stages;
    }

    private boolean isSettled(Store store, LocalDate through) {
        return through.isBefore(today(store).minusDays(RESTATED_DAYS));
    }

    private LocalDate today(Store store) {
        return LocalDate.ofInstant(clock.instant(), store.zone());
    }
}
