package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.Store;
import app.rotina.routine.ActionKeeping;
import app.rotina.routine.checks.TaskEnding;
import app.rotina.routine.checks.Tasking;
import app.rotina.state.Attachment;
import app.rotina.state.Attachments;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import app.rotina.state.TaskWork;
import app.rotina.state.TaskWork.By;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What belongs to a task: its checklist, comments, files, what it waits for, what was done. */
@RestController
@RequestMapping("/api/stores/{store}/tasks/{task}")
class TaskPartsApi {
    private final TaskCards cards;
    private final Tasking tasking;
    private final TaskEnding ending;
    private final TaskWork work;
    private final Attachments attachments;
    private final Audit audit;

    TaskPartsApi(
            TaskCards cards,
            Tasking tasking,
            TaskEnding ending,
            TaskWork work,
            Attachments attachments,
            Audit audit) {
        this.cards = cards;
        this.tasking = tasking;
        this.ending = ending;
        this.work = work;
        this.attachments = attachments;
        this.audit = audit;
    }

    /** A line of the checklist, or a comment. */
    record Text(@Nullable String text) {}

    /** Another task of the store. */
    record Other(long task) {}

    @PostMapping("/comments")
    @Access(Role.MEMBER)
    @ResponseStatus(HttpStatus.CREATED)
    WholeTaskCard comment(
            Caller caller,
            Store store,
            @PathVariable long task,
            @RequestBody Text said,
            Locale locale) {
        tasking.comment(store, task, said.text(), caller.name());
        return noted("comment", caller, store, task, locale);
    }

    @DeleteMapping("/comments/{comment}")
    @Access(Role.MEMBER)
    WholeTaskCard removeComment(
            Caller caller,
            Store store,
            @PathVariable long task,
            @PathVariable long comment,
            Locale locale) {
        work.removeComment(by(caller, store, task), comment);
        return noted("comment.remove", caller, store, task, locale);
    }

    @PostMapping("/items")
    @Access(Role.MEMBER)
    @ResponseStatus(HttpStatus.CREATED)
    WholeTaskCard addItem(
            Caller caller,
            Store store,
            @PathVariable long task,
            @RequestBody Text said,
            Locale locale) {
        tasking.item(store, task, said.text(), caller.name());
        return noted("item", caller, store, task, locale);
    }

    @PostMapping("/items/{item}/done")
    @Access(Role.MEMBER)
    WholeTaskCard tick(
            Caller caller,
            Store store,
            @PathVariable long task,
            @PathVariable long item,
            Locale locale) {
        work.tick(by(caller, store, task), item, true);
        return noted("item.done", caller, store, task, locale);
    }

    @PostMapping("/items/{item}/open")
    @Access(Role.MEMBER)
    WholeTaskCard untick(
            Caller caller,
            Store store,
            @PathVariable long task,
            @PathVariable long item,
            Locale locale) {
        work.tick(by(caller, store, task), item, false);
        return noted("item.open", caller, store, task, locale);
    }

    @DeleteMapping("/items/{item}")
    @Access(Role.MEMBER)
    WholeTaskCard removeItem(
            Caller caller,
            Store store,
            @PathVariable long task,
            @PathVariable long item,
            Locale locale) {
        work.removeItem(by(caller, store, task), item);
        return noted("item.remove", caller, store, task, locale);
    }

    /** Attaches the file that the request consists of. */
    @PutMapping("/files")
    @Access(Role.MEMBER)
    @ResponseStatus(HttpStatus.CREATED)
    WholeTaskCard attach(
            Caller caller,
            Store store,
            @PathVariable long task,
            @RequestParam String name,
            InputStream content,
            Locale locale) {
        work.attach(by(caller, store, task), name, Attachments.read(content, name));
        return noted("file", caller, store, task, locale);
    }

    /** The file itself: pictures and PDF to be shown, anything else to be kept. */
    @GetMapping("/files/{file}")
    @Access(Role.VIEWER)
    @Download("application/octet-stream")
    ResponseEntity<byte[]> file(Store store, @PathVariable long task, @PathVariable long file) {
        Attachment kept = attachments.of(store.id(), By.thing(task), file);
        return AttachmentAnswer.of(kept, attachments.content(kept));
    }

    @DeleteMapping("/files/{file}")
    @Access(Role.MEMBER)
    WholeTaskCard detach(
            Caller caller,
            Store store,
            @PathVariable long task,
            @PathVariable long file,
            Locale locale) {
        work.detach(by(caller, store, task), file);
        return noted("file.remove", caller, store, task, locale);
    }

    /** Has it wait for another task. */
    @PostMapping("/blockers")
    @Access(Role.MEMBER)
    @ResponseStatus(HttpStatus.CREATED)
    WholeTaskCard waitFor(
            Caller caller,
            Store store,
            @PathVariable long task,
            @RequestBody Other other,
            Locale locale) {
        work.waitFor(by(caller, store, task), other.task());
        return noted("wait", caller, store, task, locale);
    }

    @DeleteMapping("/blockers/{other}")
    @Access(Role.MEMBER)
    WholeTaskCard waitNoLonger(
            Caller caller,
            Store store,
            @PathVariable long task,
            @PathVariable long other,
            Locale locale) {
        work.waitNoLonger(by(caller, store, task), other);
        return noted("wait.end", caller, store, task, locale);
    }

    /** Says what its effect is measured on once it is done. */
    @PutMapping("/measure")
    @Access(Role.MEMBER)
    WholeTaskCard measure(
            Caller caller,
            Store store,
            @PathVariable long task,
            @RequestBody Tasking.Measure measure,
            Locale locale) {
        tasking.measure(store, task, measure, caller.name());
        return noted("measure", caller, store, task, locale);
    }

    @DeleteMapping("/measure")
    @Access(Role.MEMBER)
    WholeTaskCard measureNothing(
            Caller caller, Store store, @PathVariable long task, Locale locale) {
        tasking.measure(store, task, null, caller.name());
        return noted("measure.end", caller, store, task, locale);
    }

    /** Records what was done for it; what is left out is as the task suggests. */
    @PostMapping("/actions")
    @Access(Role.MEMBER)
    @ResponseStatus(HttpStatus.CREATED)
    WholeTaskCard act(
            Caller caller,
            Store store,
            @PathVariable long task,
            @RequestBody ActionKeeping.Said said,
            Locale locale) {
        ending.act(store, task, said, caller.name());
        return noted("action", caller, store, task, locale);
    }

    private static By by(Caller caller, Store store, long task) {
        return new By(store.id(), task, caller.name());
    }

    private WholeTaskCard noted(String what, Caller caller, Store store, long task, Locale locale) {
        audit.note(caller.name(), store.id(), "task." + what, String.valueOf(task));
        return cards.whole(store, task, locale);
    }
}
