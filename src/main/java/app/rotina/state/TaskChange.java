package app.rotina.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that changed about a task.
 *
 * @param step what was changed at once, and is undone at once
 * @param what a {@link TaskField}, or one of the names here
 * @param subject the line, comment, file, task or action it is about; absence: the task itself
 * @param text what that subject says; empty where it says nothing
 * @param was how it was before; absence: it was not there
 * @param became how it was afterwards; absence: it was gone
 * @param undone true where somebody took it back
 * @param undoes the step that it takes back; absence: none
 */
public record TaskChange(
        long id,
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
    public static final String OPENED = "OPENED";
    public static final String STATE = "STATE";
    public static final String ITEM = "ITEM";
    public static final String ITEM_DONE = "ITEM_DONE";
    public static final String COMMENT = "COMMENT";
    public static final String FILE = "FILE";
    public static final String BLOCKER = "BLOCKER";
    public static final String ACTION = "ACTION";
    public static final String PLAN = "PLAN";

    /** What stands where something is there, or is done. */
    static final String THERE = "1";
}
