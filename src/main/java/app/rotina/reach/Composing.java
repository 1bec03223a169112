package app.rotina.reach;

import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.report.Letter;
import app.rotina.report.Letters;
import app.rotina.report.Letters.Reader;
import app.rotina.report.Report;
import app.rotina.report.ReportKind;
import app.rotina.report.Reports;
import app.rotina.state.Outbox.Draft;
import app.rotina.state.Outbox.Kind;
import app.rotina.state.Task;
import app.rotina.state.Tasks;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes the letters of messages; a day is reckoned once for all its readers. */
@Component
final class Composing {
    private final Reports reports;
    private final Letters letters;
    private final Tasks tasks;
    private final MailServers servers;
    private final Map<Day, Report> recent = new ConcurrentHashMap<>();

    Composing(Reports reports, Letters letters, Tasks tasks, MailServers servers) {
        this.reports = reports;
        this.letters = letters;
        this.tasks = tasks;
        this.servers = servers;
    }

    private record Day(Store store, LocalDate date) {}

    /** Empty: what it was about is gone. */
    Optional<Letter> letter(Store store, Draft draft, Locale locale) {
        return draft.kind() == Kind.DIGEST
                ? Optional.of(digest(store, draft.day(), locale))
                : alert(store, draft, locale);
    }

    Letter digest(Store store, LocalDate day, Locale locale) {
        Report report =
                Objects.requireNonNull(recent.computeIfAbsent(new Day(store, day), this::report));
        return letters.digest(report, tasks.open(store.id()), reader(locale));
    }

    private Report report(Day day) {
        return reports.of(day.store(), reports.period(day.store(), ReportKind.DAILY, day.date()));
    }

    private Optional<Letter> alert(Store store, Draft draft, Locale locale) {
        List<Task> open =
                draft.tasks().stream()
                        .flatMap(id -> task(store, id))
                        .filter(task -> task.state() == Task.State.OPEN)
                        .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        letters.alert(store, draft.rule(), open, draft.day(), reader(locale)));
    }

    private Stream<Task> task(Store store, long id) {
        try {
            return Stream.of(tasks.of(store.id(), id));
        } catch (RotinaException e) {
            return Stream.empty();
        }
    }

    private Reader reader(Locale locale) {
        return new Reader(locale, servers.address().orElse(null));
    }

    /** From now on days are reckoned anew. */
    void forget() {
        recent.clear();
    }
}
