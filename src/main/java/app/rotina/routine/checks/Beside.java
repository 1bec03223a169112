package app.rotina.routine.checks;

import app.rotina.kernel.Store;
import java.util.List;

/** Something that checks are shown with which is no metric of a whole period. */
interface Beside {
    /** What checks name it by. */
    String id();

    /** Figures of a moment. */
    default List<Evidence.Line> lines(Store store, Agenda.Item item) {
        return List.of();
    }

    /** Records that the period is about. */
    default List<Evidence.Note> notes(Store store, Agenda.Item item) {
        return List.of();
    }
}
