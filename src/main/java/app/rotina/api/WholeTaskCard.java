package app.rotina.api;

import app.rotina.state.Attachment;
import app.rotina.state.TaskChange;
import app.rotina.state.TaskParts.Comment;
import app.rotina.state.TaskParts.Item;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A task with all that belongs to it.
 *
 * @param blockers those that it waits for; waiting: those that wait for it
 * @param parts those that were split off it
 * @param actions what was done for it, with what was judged of it
 * @param history the latest change first
 */
record WholeTaskCard(
        TaskCard task,
        List<ItemCard> items,
        List<CommentCard> comments,
        List<FileCard> files,
        List<TaskCard> blockers,
        List<TaskCard> waiting,
        List<TaskCard> parts,
        List<KeptEffectCard> actions,
        List<ChangeCard> history) {

    /** A line of the checklist; who did it is null where it is still to be done. */
    record ItemCard(long id, String text, boolean done, @Nullable String who) {
        static ItemCard of(Item item) {
            return new ItemCard(
                    item.id(),
                    item.text(),
                    item.done() != null,
                    item.done() == null ? null : item.done().who());
        }
    }

    /** What somebody wrote. */
    record CommentCard(long id, String author, Instant at, String text) {
        static CommentCard of(Comment comment) {
            return new CommentCard(comment.id(), comment.author(), comment.at(), comment.text());
        }
    }

    /** An attached file; its size is in bytes. */
    record FileCard(long id, String name, String type, long size, String who, Instant at) {
        static FileCard of(Attachment file) {
            return new FileCard(
                    file.id(),
                    file.name(),
                    file.kind().mediaType(),
                    file.size(),
                    file.who(),
                    file.at());
        }
    }

    /**
     * One change.
     *
     * @param step what was changed at once; {@code steps/<step>/restoration} takes it back
     * @param was how it was before; null: it was not there
     * @param undoes the step that it takes back; null: none
     */
    record ChangeCard(
            long step,
            Instant at,
            String who,
            String what,
            @Nullable Long subject,
            String text,
            @Nullable String was,
            @Nullable String became,
            boolean undone,
            @Nullable Long undoes) {
        static ChangeCard of(TaskChange change) {
            return new ChangeCard(
                    change.step(),
                    change.at(),
                    change.who(),
                    change.what().toLowerCase(Locale.ROOT),
                    change.subject(),
                    change.text(),
                    change.was(),
                    change.became(),
                    change.undone(),
                    change.undoes());
        }
    }
}
