package app.rotina.routine;

import app.rotina.routine.DailyClose.Note;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where closes and the notes of days are kept: the seam to the state database. */
public interface CloseBook {

    /** The close of the day as it was last kept. */
    Optional<DailyClose> latest(String store, LocalDate day);

    /**
     * Keeps a close as its day's newest revision.
     *
     * @param dataVersion the state of the store's facts it was computed from
     */
    void keep(DailyClose close, String dataVersion);

    List<Note> notes(String store, LocalDate day);
}
