package app.rotina.routine;

import app.rotina.routine.DailyClose.Note;
import app.rotina.state.Closes;
import app.rotina.state.Notes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The closes that were told, and what people wrote about their days. */
@Component
class CloseBook {
    private final Closes closes;
    private final Notes notes;

    CloseBook(Closes closes, Notes notes) {
        this.closes = closes;
        this.notes = notes;
    }

    /** The close of the day as it was last told. */
    Optional<DailyClose> latest(String store, LocalDate day) {
        return closes.latest(store, day).map(kept -> CloseJson.read(kept.content()));
    }

    void keep(DailyClose close, String dataVersion) {
        closes.keep(close.store(), close.date(), dataVersion, CloseJson.write(close));
    }

    /** Those of the days, which follow each other, that somebody wrote about. */
    Set<LocalDate> noted(String store, List<LocalDate> days) {
        return notes.between(store, days.getFirst(), days.getLast()).stream()
                .map(Notes.DayNote::day)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<Note> notes(String store, LocalDate day) {
        return notes.between(store, day, day).stream()
                .map(note -> new Note(note.id(), note.author(), note.at(), note.text()))
                .toList();
    }
}
