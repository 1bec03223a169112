package app.rotina.routine.checks;

import app.rotina.routine.checks.Check.Severity;
import app.rotina.routine.checks.Check.Words;
import app.rotina.routine.checks.Way.Asking;
import app.rotina.routine.checks.Way.Shown;
import app.rotina.state.OwnChecks;
import app.rotina.state.RoutineChoices.Change;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks as a store wants them done. */
final class Wanted {
    private static final String TAG = Locale.ENGLISH.toLanguageTag();

    private Wanted() {}

    /**
     * @param change absence: as its pack says
     */
    static Check of(Check check, @Nullable Change change) {
        if (change == null) {
            return check;
        }
        OwnChecks.@Nullable Way own = change.own();
        boolean byData = check.rule().isPresent(); // which keeps its own rhythm
        return new Check(
                check.id(),
                byData || change.cadence() == null ? check.cadence() : Cadence.of(change.cadence()),
                byData ? check.at() : Objects.requireNonNullElse(change.at(), check.at()),
                check.everyDay(),
                change.severity() == null ? check.severity() : Severity.valueOf(change.severity()),
                Objects.requireNonNullElse(change.job(), check.job()),
                check.place(),
                own == null ? check.packs() : packs(own),
                check.area(),
                check.covers(),
                way(check.way(), change),
                words(check.words(), change));
    }

    static List<String> packs(OwnChecks.Way own) {
        return own.pack().isEmpty() ? List.of() : List.of(own.pack());
    }

    private static Way way(Way way, Change change) {
        return switch (way) {
            case Rule.Above above -> above.over(least(change, above.limit()));
            case Rule.Change real -> real.from(least(change, real.floor()));
            case Rule.Judged judged -> judged;
            case Asking asking -> change.own() == null ? asking : asking(change.own());
        };
    }

    private static BigDecimal least(Change change, BigDecimal otherwise) {
        return Objects.requireNonNullElse(change.least(), otherwise);
    }

    static Asking asking(OwnChecks.Way own) {
        return new Asking(
                new Shown(
                        own.evidence().isEmpty() ? List.of() : List.of(own.evidence()),
                        own.by().isEmpty() ? List.of() : List.of(own.by()),
                        List.of()),
                own.asks().stream().map(Checks::ask).toList(),
                List.of(),
                "",
                null);
    }

    private static Words words(Words words, Change change) {
        return new Words(
                said(change.name(), words.labels()),
                words.finds(),
                said(change.look(), words.look()),
                words.task(),
                said(change.todo(), words.todo()));
    }

    /** In every language what somebody wrote. */
    static Map<String, String> said(@Nullable String text, Map<String, String> otherwise) {
        return text == null ? otherwise : Map.of(TAG, text);
    }
}
