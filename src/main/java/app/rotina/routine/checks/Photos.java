package app.rotina.routine.checks;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.state.Attachment;
import app.rotina.state.Attachments;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Photos that people took for a check in one of its periods; kept sealed and without the place
 * where they were taken.
 */
@Component
public final class Photos {
    private static final int MOST = 12;

    private final Routines routines;
    private final Attachments attachments;
    private final Clock clock;

    Photos(Routines routines, Attachments attachments, Clock clock) {
        this.routines = routines;
        this.attachments = attachments;
        this.clock = clock;
    }

    /** Those of the period that the day lies in, in the order in which they came. */
    public List<Attachment> of(Store store, String check, LocalDate day) {
        return attachments.of(store.id(), thing(store, check, day));
    }

    public Attachment of(Store store, String check, LocalDate day, long photo) {
        return attachments.of(store.id(), thing(store, check, day), photo);
    }

    public byte[] content(Attachment photo) {
        return attachments.content(photo);
    }

    /** Keeps a photo for a check that a person answers. */
    public Attachment keep(Store store, About about, byte[] content, String who) {
        String thing = thing(store, about.check(), about.day());
        if (routines.of(store).of(about.check()).rule().isPresent()) {
            throw new RotinaException(Problem.CHECK_BY_DATA, about.check());
        }
        if (about.day().isAfter(LocalDate.ofInstant(clock.instant(), store.zone()))) {
            throw new RotinaException(Problem.BAD_ARGUMENT, about.day());
        }
        requireRoom(store, thing);
        byte[] plain = PlainPhoto.of(content, about.name());
        return attachments.keep(store.id(), thing, about.name(), plain, who);
    }

    /** Which check, a day of its period, and what the photo is called. */
    public record About(String check, LocalDate day, String name) {}

    public void remove(Store store, String check, LocalDate day, long photo) {
        attachments.remove(store.id(), thing(store, check, day), photo);
    }

    /** Brings one back that was removed within a week, where there is still room for it. */
    public Attachment restore(Store store, String check, LocalDate day, long photo) {
        String thing = thing(store, check, day);
        requireRoom(store, thing);
        attachments.restore(store.id(), thing, photo);
        return attachments.of(store.id(), thing, photo);
    }

    private void requireRoom(Store store, String thing) {
        if (attachments.of(store.id(), thing).size() >= MOST) {
            throw new RotinaException(Problem.TOO_MANY_PHOTOS, MOST);
        }
    }

    private String thing(Store store, String id, LocalDate day) {
        Routine routine = routines.of(store);
        Check check = routine.of(id);
        return "check/" + id + "/" + routine.turns().of(check.cadence(), day).first();
    }
}
