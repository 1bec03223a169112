package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.routine.checks.Answering;
import app.rotina.routine.checks.Cadence;
import app.rotina.routine.checks.Checking;
import app.rotina.state.Audit;
import app.rotina.state.CheckAnswers.Answer;
import app.rotina.state.Role;
import app.rotina.state.Tasks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is to be looked at now, by whom, what data have looked at already, and what was found. */
@Controller
class RoutinePage implements Page {
    private final RoutineReading reading;
    private final Answering answering;
    private final Checking checking;
    private final Tasks tasks;
    private final Audit audit;

    RoutinePage(
            RoutineReading reading,
            Answering answering,
            Checking checking,
            Tasks tasks,
            Audit audit) {
        this.reading = reading;
        this.answering = answering;
        this.checking = checking;
        this.tasks = tasks;
        this.audit = audit;
    }

    /** What was typed as an answer; {@code task} where it is to be a task too. */
    record Typing(
            @Nullable String outcome,
            @Nullable String note,
            @Nullable String number,
            @Nullable String link,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
            @Nullable String stake,
            @Nullable Map<String, String> numbers,
            @Nullable String task) {

        Answering.Said said(Words words) {
            return new Answering.Said(
                    outcome,
                    note,
                    typed(words, "routine.number", number),
                    link,
                    day,
                    typed(words, "tasks.stake", stake),
                    named(words));
        }

        /** What is left empty is not known. */
        private Map<String, BigDecimal> named(Words words) {
            Map<String, BigDecimal> named = new LinkedHashMap<>();
            if (numbers != null) {
                numbers.forEach((name, typed) -> {
                    @Nullable BigDecimal number = typed(words, "routine.number", typed);
                    if (number != null) {
                        named.put(name, number);
                    }
                });
            }
            return named;
        }

        private static @Nullable BigDecimal typed(
                Words words, String name, @Nullable String number) {
            return number == null || number.isBlank()
                    ? null
                    : Typed.number(words.say(name), number, words);
        }

        /** Only what is wrong becomes a task. */
        boolean raises() {
            return task != null && ("fail".equals(outcome) || "attention".equals(outcome));
        }
    }

    @Override
    public Entry entry() {
        return new Entry(Group.DAY, 40, "routine", "/routine", Role.VIEWER);
    }

    @GetMapping("/s/{store}/routine")
    @Access(Role.VIEWER)
    ModelAndView show(Screen screen, RoutineChosen chosen) {
        return screen.show("routine", reading.view(screen, chosen));
    }

    /** Goes on with the next one. */
    @PostMapping("/s/{store}/routine/{check}/answers")
    @Access(Role.MEMBER)
    ModelAndView answer(
            Screen screen,
            Caller caller,
            Store store,
            @PathVariable String check,
            Typing typed,
            RoutineChosen chosen) {
        try {
            Answer answer =
                    answering.answer(store, check, typed.said(screen.words()), caller.name());
            audit.note(caller.name(), store.id(), "check.answer", answer.id() + " " + check);
            if (typed.raises()) {
                answering.raise(store, answer.id(), caller.name());
            }
            String undo = "&undo=/routine/answers/" + answer.id() + "/restoration";
            return to(screen, chosen, "done=" + done(store, check, typed) + undo);
        } catch (RotinaException e) {
            return screen.refuse("routine", reading.view(screen, chosen), e);
        }
    }

    /** What was found before and is to be done still is, however the check stands now. */
    private String done(Store store, String check, Typing typed) {
        if (typed.raises()) {
            return "answer_task";
        }
        boolean open =
                tasks.open(store.id()).stream()
                        .flatMap(task -> Stream.ofNullable(task.found()))
                        .anyMatch(found -> found.check().equals(check));
        return open && "pass".equals(typed.outcome()) ? "answer_open" : "answer";
    }

    /** Takes an answer back, with its task; the one before it counts again. */
    @PostMapping("/s/{store}/routine/answers/{answer}/restoration")
    @Access(Role.MEMBER)
    ModelAndView takeBack(Screen screen, Caller caller, Store store, @PathVariable long answer) {
        answering.takeBack(store, answer, caller.name());
        audit.note(caller.name(), store.id(), "check.take_back", String.valueOf(answer));
        return to(screen, RoutineChosen.NOTHING, "done=restored");
    }

    @PostMapping("/s/{store}/routine/answers/{answer}/task")
    @Access(Role.MEMBER)
    ModelAndView raise(
            Screen screen,
            Caller caller,
            Store store,
            @PathVariable long answer,
            RoutineChosen chosen) {
        answering.raise(store, answer, caller.name());
        audit.note(caller.name(), store.id(), "check.task", String.valueOf(answer));
        return to(screen, chosen, "done=task");
    }

    /** Goes through what data judge of a period that is over. */
    @PostMapping("/s/{store}/routine/runs")
    @Access(Role.MEMBER)
    ModelAndView run(
            Screen screen,
            Caller caller,
            Store store,
            @RequestParam String period,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate first,
            RoutineChosen chosen) {
        checking.run(store, Cadence.of(period), first);
        audit.note(caller.name(), store.id(), "checks", first + " " + period);
        return to(screen, chosen, "done=checked");
    }

    private static ModelAndView to(Screen screen, RoutineChosen chosen, String done) {
        String query = chosen.query();
        return new ModelAndView(
                "redirect:"
                        + screen.address(
                                "/routine?" + query + (query.isEmpty() ? "" : "&") + done));
    }
}
