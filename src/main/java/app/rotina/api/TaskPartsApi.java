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
import org.springframework.web.bind.annotation.ModelAttribute;
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

    /** Which task, who comes to it, and the language they are answered in. */
    record At(Caller caller, Store store, long task, Locale locale) {
        By by() {
            return new By(store.id(), task, who());
        }

        String who() {
            return caller.name();
        }
    }

    @ModelAttribute(binding = false)
    At at(Caller caller, Store store, @PathVariable long task, Locale locale) {
        return new At(caller, store, task, locale);
    }

    /** A line of the checklist, or a comment. */
    record Text(@Nullable String text) {}

    /** Another task of the store. */
    record Other(long task) {}

    @PostMapping("/comments")
    @Access(Role.MEMBER)
    @ResponseStatus(HttpStatus.CREATED)
    WholeTaskCard comment(At at, @RequestBody Text said) {
        tasking.comment(at.store(), at.task(), said.text(), at.who());
        return noted("comment", at);
    }

    @DeleteMapping("/comments/{comment}")
    @Access(Role.MEMBER)
    WholeTaskCard removeComment(At at, @PathVariable long comment) {
        work.removeComment(at.by(), comment);
        return noted("comment.remove", at);
    }

    @PostMapping("/items")
    @Access(Role.MEMBER)
    @ResponseStatus(HttpStatus.CREATED)
    WholeTaskCard addItem(At at, @RequestBody Text said) {
        tasking.item(at.store(), at.task(), said.text(), at.who());
        return noted("item", at);
    }

    @PostMapping("/items/{item}/done")
    @Access(Role.MEMBER)
    WholeTaskCard tick(At at, @PathVariable long item) {
        work.tick(at.by(), item, true);
        return noted("item.done", at);
    }

    @PostMapping("/items/{item}/open")
    @Access(Role.MEMBER)
    WholeTaskCard untick(At at, @PathVariable long item) {
        work.tick(at.by(), item, false);
        return noted("item.open", at);
    }

    @DeleteMapping("/items/{item}")
    @Access(Role.MEMBER)
    WholeTaskCard removeItem(At at, @PathVariable long item) {
        work.removeItem(at.by(), item);
        return noted("item.remove", at);
    }

    /** Attaches the file that the request consists of. */
    @PutMapping("/files")
    @Access(Role.MEMBER)
    @ResponseStatus(HttpStatus.CREATED)
    WholeTaskCard attach(At at, @RequestParam String name, InputStream content) {
        work.attach(at.by(), name, Attachments.read(content, name));
        return noted("file", at);
    }

    /** The file itself: pictures and PDF to be shown, anything else to be kept. */
    @GetMapping("/files/{file}")
    @Access(Role.VIEWER)
    @Download("application/octet-stream")
    ResponseEntity<byte[]> file(At at, @PathVariable long file) {
        Attachment kept = attachments.of(at.store().id(), By.thing(at.task()), file);
        return AttachmentAnswer.of(kept, attachments.content(kept));
    }

    @DeleteMapping("/files/{file}")
    @Access(Role.MEMBER)
    WholeTaskCard detach(At at, @PathVariable long file) {
        work.detach(at.by(), file);
        return noted("file.remove", at);
    }

    /** Has it wait for another task. */
    @PostMapping("/blockers")
    @Access(Role.MEMBER)
    @ResponseStatus(HttpStatus.CREATED)
    WholeTaskCard waitFor(At at, @RequestBody Other other) {
        work.waitFor(at.by(), other.task());
        return noted("wait", at);
    }

    @DeleteMapping("/blockers/{other}")
    @Access(Role.MEMBER)
    WholeTaskCard waitNoLonger(At at, @PathVariable long other) {
        work.waitNoLonger(at.by(), other);
        return noted("wait.end", at);
    }

    /** Says what its effect is measured on once it is done. */
    @PutMapping("/measure")
    @Access(Role.MEMBER)
    WholeTaskCard measure(At at, @RequestBody Tasking.Measure measure) {
        tasking.measure(at.store(), at.task(), measure, at.who());
        return noted("measure", at);
    }

    @DeleteMapping("/measure")
    @Access(Role.MEMBER)
    WholeTaskCard measureNothing(At at) {
        tasking.measure(at.store(), at.task(), null, at.who());
        return noted("measure.end", at);
    }

    /** Records what was done for it; what is left out is as the task suggests. */
    @PostMapping("/actions")
    @Access(Role.MEMBER)
    @ResponseStatus(HttpStatus.CREATED)
    WholeTaskCard act(At at, @RequestBody ActionKeeping.Said said) {
        ending.act(at.store(), at.task(), said, at.who());
        return noted("action", at);
    }

    private WholeTaskCard noted(String what, At at) {
        audit.note(at.who(), at.store().id(), "task." + what, String.valueOf(at.task()));
        return cards.whole(at.store(), at.task(), at.locale());
    }
}
