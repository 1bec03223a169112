package app.rotina.api;

import app.rotina.kernel.Store;
import app.rotina.kernel.Texts;
import app.rotina.metrics.Catalog;
import app.rotina.routine.EffectBook;
import app.rotina.routine.checks.Checks;
import app.rotina.state.Attachments;
import app.rotina.state.Task;
import app.rotina.state.TaskLog;
import app.rotina.state.TaskParts;
import app.rotina.state.TaskWork.By;
import app.rotina.state.Tasks;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Tasks as this API tells them. */
@Component
class TaskCards {
    private final Catalog catalog;
    private final Checks checks;
    private final Tasks tasks;
    private final TaskParts parts;
    private final TaskLog log;
    private final Attachments attachments;
    private final EffectBook book;

    TaskCards(
            Catalog catalog,
            Checks checks,
            Tasks tasks,
            TaskParts parts,
            TaskLog log,
            Attachments attachments,
            EffectBook book) {
        this.catalog = catalog;
        this.checks = checks;
        this.tasks = tasks;
        this.parts = parts;
        this.log = log;
        this.attachments = attachments;
        this.book = book;
    }

    TaskCard card(Store store, Task task, Locale locale) {
        return TaskCard.of(
                task,
                tasks.why(task),
                checks,
                new Figures(catalog, store.currency()),
                Texts.of(locale));
    }

    TaskCard card(Store store, long task, Locale locale) {
        return card(store, tasks.of(store.id(), task), locale);
    }

    List<TaskCard> cards(Store store, List<Task> some, Locale locale) {
        return some.stream().map(task -> card(store, task, locale)).toList();
    }

    WholeTaskCard whole(Store store, long id, Locale locale) {
        Task task = tasks.of(store.id(), id);
        return new WholeTaskCard(
                card(store, task, locale),
                parts.items(id).stream().map(WholeTaskCard.ItemCard::of).toList(),
                parts.comments(id).stream().map(WholeTaskCard.CommentCard::of).toList(),
                attachments.of(store.id(), By.thing(id)).stream()
                        .map(WholeTaskCard.FileCard::of)
                        .toList(),
                cards(store, tasks.blockers(store.id(), id), locale),
                cards(store, tasks.waiting(store.id(), id), locale),
                cards(store, tasks.parts(store.id(), id), locale),
                book.ofTask(store, id).stream().map(KeptEffectCard::of).toList(),
                log.of(id).stream().map(WholeTaskCard.ChangeCard::of).toList());
    }
}
