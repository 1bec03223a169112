package app.rotina.routine.checks;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.state.CheckResults;
import app.rotina.state.Task;
import app.rotina.state.Tasks;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes tasks of what checks found, for those who will not wait until the product does it. */
@Component
public final class FoundTasks {
    private final Checking checking;
    private final CheckResults results;
    private final Tasks tasks;

    FoundTasks(Checking checking, CheckResults results, Tasks tasks) {
        this.checking = checking;
        this.results = results;
        this.tasks = tasks;
    }

    /** The open task about it, where there is one; else a new one. */
    public Task open(Store store, String check, String subject, LocalDate day, String who) {
        List<Task> open = tasks.about(store.id(), check, subject);
        if (!open.isEmpty()) {
            return open.getFirst();
        }
        Result result =
                results(store, day)
                        .filter(one -> one.check().id().equals(check))
                        .findFirst()
                        .orElseThrow(() -> unknown(check, subject));
        Finding found =
                result.findings().stream()
                        .filter(one -> one.subject().equals(subject))
                        .findFirst()
                        .orElseThrow(() -> unknown(check, subject));
        CheckResults.Looked looked = Checking.looked(result);
        results.raise(
                store.id(),
                day,
                new CheckResults.Looked(
                        looked.check(),
                        looked.job(),
                        looked.outcome(),
                        looked.told(),
                        looked.content(),
                        looked.found().stream()
                                .filter(one -> one.subject().equals(found.subject()))
                                .toList()),
                who);
        return tasks.about(store.id(), check, subject).getFirst();
    }

    private Stream<Result> results(Store store, LocalDate day) {
        List<Result> kept = checking.kept(store, day);
        return (kept.isEmpty() ? checking.look(store, Cadence.DAILY, day) : kept).stream();
    }

    private static RotinaException unknown(String check, String subject) {
        return new RotinaException(Problem.BAD_ARGUMENT, check + " " + subject);
    }
}
