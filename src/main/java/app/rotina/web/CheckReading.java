package app.rotina.web;

import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.routine.checks.Agenda;
import app.rotina.routine.checks.Agenda.Item;
import app.rotina.routine.checks.Agendas;
import app.rotina.routine.checks.Check;
import app.rotina.routine.checks.History;
import app.rotina.routine.checks.History.How;
import app.rotina.routine.checks.Photos;
import app.rotina.routine.checks.Turn;
import app.rotina.routine.checks.Way;
import app.rotina.state.CheckAnswers.Answer;
import app.rotina.state.RoutineChoices.Mute;
import app.rotina.web.CheckView.Mark;
import app.rotina.web.CheckView.Photo;
import app.rotina.web.CheckView.Silence;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads how one check of a store went. */
@Component
class CheckReading {
    private final Agendas agendas;
    private final RoutineReading routine;
    private final Photos photos;
    private final CheckSettings settings;

    CheckReading(Agendas agendas, RoutineReading routine, Photos photos, CheckSettings settings) {
        this.agendas = agendas;
        this.routine = routine;
        this.photos = photos;
        this.settings = settings;
    }

    /**
     * @param day a day of the period to be answered; absence: today
     */
    CheckView view(Screen screen, String id, @Nullable LocalDate day) {
        LocalDate today = agendas.today(screen.store());
        History history = agendas.history(screen.store(), id, today);
        Check check = history.check();
        LocalDate asked = day == null || day.isAfter(today) ? today : day;
        Agenda agenda = agendas.of(screen.store(), asked);
        Optional<Item> looked =
                agenda.items().stream().filter(one -> one.check().equals(check)).findFirst();
        Optional<Item> item = looked.filter(one -> check.rule().isEmpty());
        RoutineRows rows = routine.rows(screen);
        return new CheckView(
                id,
                check.label(screen.words().texts()),
                screen.say(
                        "routine.about",
                        screen.say("checks.job." + check.job().id()),
                        screen.say("routine.cadence." + check.cadence().id()),
                        screen.say("routine.kind." + check.kind().id())),
                check.look(screen.words().texts()),
                check.todo(screen.words().texts()),
                screen.say("routine.streak", history.streak()),
                curves(screen, history),
                marks(screen, rows, history),
                item.map(one -> routine.due(screen, agenda, one)).orElse(null),
                looked.filter(one -> check.rule().isPresent() && check.isShown())
                        .map(one -> routine.due(screen, agenda, one))
                        .orElse(null),
                item.map(one -> rows.when(one.turn())).orElse(""),
                item.map(one -> one.answer() != null).orElse(false),
                item.map(one -> photos(screen, check, one.turn())).orElse(List.of()),
                agenda.routine().mute(check, today).map(one -> silence(screen, one)).orElse(null),
                settings.of(screen, check, today));
    }

    /** How each number went that was counted more than once. */
    private static List<CheckView.Curve> curves(Screen screen, History history) {
        return history.check().numbers().stream()
                .map(number -> {
                    List<MetricValue> values =
                            history.marks().reversed().stream()
                                    .map(mark -> counted(mark, number))
                                    .toList();
                    return new CheckView.Curve(
                            number.id().isEmpty()
                                    ? screen.say("routine.number")
                                    : number.label(screen.words().texts()),
                            values.stream().filter(one -> one.known().isPresent()).count() < 2
                                    ? ""
                                    : Spark.of(values).path());
                })
                .filter(curve -> !curve.path().isEmpty())
                .toList();
    }

    private static MetricValue counted(History.Mark mark, Way.Named number) {
        @Nullable BigDecimal value =
                mark.answer() == null ? null : mark.answer().said().counted().get(number.id());
        return value == null ? MetricValue.missing("no_source") : MetricValue.known(value);
    }

    private List<Mark> marks(Screen screen, RoutineRows rows, History history) {
        List<Mark> marks = new ArrayList<>();
        @Nullable Answer before = null;
        for (History.Mark mark : history.marks().reversed()) {
            marks.addFirst(mark(screen, rows, history.check(), mark, before));
            if (mark.answer() != null && !mark.answer().said().counted().isEmpty()) {
                before = mark.answer();
            }
        }
        return marks;
    }

    private Mark mark(
            Screen screen,
            RoutineRows rows,
            Check check,
            History.Mark mark,
            @Nullable Answer before) {
        boolean open = mark.how() == How.MISSED && check.rule().isEmpty();
        return new Mark(
                state(mark.how()),
                screen.say("routine.how." + mark.how().name().toLowerCase(Locale.ROOT)),
                rows.when(mark.turn()),
                detail(rows, check, mark, before),
                open
                        ? screen.address("/routine/" + check.id() + "?day=" + mark.turn().first())
                        : "",
                check.rule().isPresent() ? List.of() : photos(screen, check, mark.turn()));
    }

    private List<Photo> photos(Screen screen, Check check, Turn turn) {
        Store store = screen.store();
        String path = photosOf(store, check, turn);
        return photos.of(store, check.id(), turn.first()).stream()
                .map(one ->
                        new Photo(
                                path + "/" + one.id(),
                                one.name(),
                                TeamReading.by(screen, one.who(), one.at()),
                                one.id()))
                .toList();
    }

    /** Where the photos of a period are kept. */
    private static String photosOf(Store store, Check check, Turn turn) {
        return "/api/stores/%s/routine/%s/photos/%s"
                .formatted(store.id(), check.id(), turn.first());
    }

    private static String detail(
            RoutineRows rows, Check check, History.Mark mark, @Nullable Answer before) {
        if (mark.answer() != null) {
            return rows.signed(check, mark.answer(), before);
        }
        return mark.result() == null ? "" : rows.judged(mark.result()).detail();
    }

    private static String state(How how) {
        return switch (how) {
            case PASS -> "met";
            case FAIL, MISSED -> "missed";
            case ATTENTION, OPEN -> "pending";
            case CANNOT_TELL, MUTED -> "no_data";
        };
    }

    private static Silence silence(Screen screen, Mute mute) {
        return new Silence(
                mute.id(),
                screen.say("routine.muted.until", screen.words().day(mute.until())),
                screen.say("routine.muted.why", mute.why(), screen.words().who(mute.who())));
    }
}
