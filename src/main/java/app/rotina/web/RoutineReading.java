package app.rotina.web;

import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.routine.checks.Agenda;
import app.rotina.routine.checks.Agenda.Item;
import app.rotina.routine.checks.Agenda.State;
import app.rotina.routine.checks.Agendas;
import app.rotina.routine.checks.Cadence;
import app.rotina.routine.checks.Check;
import app.rotina.routine.checks.Checking;
import app.rotina.routine.checks.Evidence;
import app.rotina.routine.checks.Packs;
import app.rotina.routine.checks.Result;
import app.rotina.routine.checks.Result.Outcome;
import app.rotina.routine.checks.Turn;
import app.rotina.routine.checks.Way.Ask;
import app.rotina.state.CheckAnswers.Answer;
import app.rotina.state.Job;
import app.rotina.state.People;
import app.rotina.state.Person;
import app.rotina.state.Task;
import app.rotina.state.Tasks;
import app.rotina.web.RoutineView.Choice;
import app.rotina.web.RoutineView.Due;
import app.rotina.web.RoutineView.Group;
import app.rotina.web.RoutineView.Open;
import app.rotina.web.RoutineView.Remark;
import app.rotina.web.RoutineView.Run;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a day of a store's routine for its page. */
@Component
class RoutineReading {
    private final Agendas agendas;
    private final Checking checking;
    private final Evidence evidence;
    private final Packs packs;
    private final Tasks tasks;
    private final TaskWords words;
    private final People people;
    private final Catalog catalog;

    RoutineReading(
            Agendas agendas,
            Checking checking,
            Evidence evidence,
            Packs packs,
            Tasks tasks,
            TaskWords words,
            People people,
            Catalog catalog) {
        this.agendas = agendas;
        this.checking = checking;
        this.evidence = evidence;
        this.packs = packs;
        this.tasks = tasks;
        this.words = words;
        this.people = people;
        this.catalog = catalog;
    }

    RoutineView view(Screen screen, RoutineChosen asked) {
        Store store = screen.store();
        Set<Job> mine = mine(screen);
        RoutineChosen chosen = asked.seenBy(screen.mayManage() || mine.isEmpty());
        LocalDate today = agendas.today(store);
        LocalDate day =
                chosen.date() == null || chosen.date().isAfter(today) ? today : chosen.date();
        Agenda agenda = agendas.of(store, day);
        List<Item> items =
                looked(store, agenda).stream()
                        .filter(item -> chosen.shows(item.check(), mine))
                        .toList();
        List<Item> due = of(items, State.DUE).filter(item -> !isByData(item)).toList();
        RoutineRows rows = new RoutineRows(screen, catalog, raised(store, items));
        return new RoutineView(
                day,
                screen.words().day(day),
                day.minusDays(1),
                day.isBefore(today) ? day.plusDays(1) : null,
                chosen.query(),
                due.size(),
                jobs(screen, agenda, chosen, mine),
                cadences(screen, agenda, chosen, mine),
                of(items, State.DONE).filter(RoutineReading::isWrong).map(rows::done).toList(),
                runs(screen, rows, items),
                groups(screen, agenda, due),
                of(items, State.DONE).filter(item -> !isWrong(item)).map(rows::done).toList(),
                items.stream()
                        .filter(item -> !item.missed().isEmpty() && item.mute() == null)
                        .map(rows::missed)
                        .toList(),
                of(items, State.LATER).map(rows::later).toList(),
                of(items, State.WAITING).map(rows::waiting).toList(),
                of(items, State.MUTED).map(rows::muted).toList());
    }

    private Set<Job> mine(Screen screen) {
        @Nullable Person person = screen.who().person();
        return person == null ? Set.of() : people.jobs(person, screen.store().id());
    }

    RoutineRows rows(Screen screen) {
        return new RoutineRows(screen, catalog, Set.of());
    }

    /** One check to be answered, with its figures. */
    Due due(Screen screen, Agenda agenda, Item item) {
        return due(screen, agenda, item, known(screen, agenda, List.of(item)));
    }

    /**
     * What stands beside checks that are to be answered, by check.
     *
     * @param tasks what of them is to be done already
     */
    private record Known(Map<String, List<Evidence.Line>> lines, Map<String, List<Open>> tasks) {}

    private Known known(Screen screen, Agenda agenda, List<Item> due) {
        Map<String, List<Open>> open =
                tasks.open(screen.store().id()).stream()
                        .filter(task -> task.found() != null)
                        .collect(
                                Collectors.groupingBy(
                                        task -> Objects.requireNonNull(task.found()).check(),
                                        Collectors.mapping(
                                                task -> open(screen, task), Collectors.toList())));
        return new Known(evidence.of(agenda.routine(), due), open);
    }

    private Open open(Screen screen, Task task) {
        return new Open(
                words.card(screen, task, agendas.today(screen.store())).reason(),
                screen.address("/tasks/" + task.id()));
    }

    /** What data have not judged yet of yesterday is judged as it is looked at; it is not kept. */
    private List<Item> looked(Store store, Agenda agenda) {
        Optional<Item> open =
                agenda.in(State.DUE).stream()
                        .filter(RoutineReading::isByData)
                        .filter(item -> item.check().cadence() == Cadence.DAILY)
                        .findFirst();
        if (open.isEmpty()) {
            return agenda.items();
        }
        LocalDate day = open.get().turn().first();
        Map<String, Result> results =
                checking.look(store, Cadence.DAILY, day).stream()
                        .collect(Collectors.toMap(one -> one.check().id(), Function.identity()));
        return agenda.items().stream()
                .map(item ->
                        item.state() == State.DUE && item.check().cadence() == Cadence.DAILY
                                ? item.judged(results.get(item.check().id()))
                                : item)
                .toList();
    }

    /** The answers that have a task, as its subject. */
    private Set<String> raised(Store store, List<Item> items) {
        return tasks.raised(
                store.id(),
                items.stream()
                        .flatMap(item -> Stream.ofNullable(item.answer()))
                        .map(Answer::subject)
                        .toList());
    }

    private static Stream<Item> of(List<Item> items, State state) {
        return items.stream().filter(item -> item.state() == state);
    }

    private static boolean isByData(Item item) {
        return item.check().rule().isPresent();
    }

    private static boolean isWrong(Item item) {
        @Nullable Result result = item.result();
        Outcome outcome =
                result != null
                        ? result.outcome()
                        : item.answer() == null
                                ? Outcome.PASS
                                : Outcome.valueOf(item.answer().said().outcome());
        return outcome == Outcome.FAIL || outcome == Outcome.ATTENTION;
    }

    private static List<Choice> jobs(
            Screen screen, Agenda agenda, RoutineChosen chosen, Set<Job> mine) {
        List<Choice> choices = new ArrayList<>();
        if (!mine.isEmpty()) {
            RoutineChosen own = chosen.of(RoutineChosen.MINE);
            String label = count(screen, agenda, "routine.mine", one -> own.shows(one, mine));
            choices.add(choice(screen, label, own, own.equals(chosen)));
        }
        RoutineChosen all = chosen.of(RoutineChosen.EVERYBODY);
        choices.add(choice(screen, screen.say("tasks.everybody"), all, all.equals(chosen)));
        for (Job job : Job.values()) {
            if (agenda.routine().checks().stream().anyMatch(check -> check.job() == job)) {
                String label =
                        count(
                                screen,
                                agenda,
                                "checks.job." + job.id(),
                                check -> chosen.of(job.id()).shows(check, mine));
                choices.add(
                        choice(screen, label, chosen.of(job.id()), job.id().equals(chosen.job())));
            }
        }
        return choices;
    }

    private static List<Choice> cadences(
            Screen screen, Agenda agenda, RoutineChosen chosen, Set<Job> mine) {
        List<Choice> choices = new ArrayList<>();
        choices.add(
                choice(
                        screen,
                        screen.say("routine.cadence.all"),
                        chosen.every(""),
                        chosen.isAnyTime()));
        for (Cadence cadence : Cadence.values()) {
            if (agenda.routine().checks().stream().anyMatch(one -> one.cadence() == cadence)) {
                String label =
                        count(
                                screen,
                                agenda,
                                "routine.cadence." + cadence.id(),
                                check -> chosen.every(cadence.id()).shows(check, mine));
                choices.add(
                        choice(screen, label, chosen.every(cadence.id()), chosen.isOf(cadence)));
            }
        }
        return choices;
    }

    private static Choice choice(
            Screen screen, String label, RoutineChosen chosen, boolean current) {
        return new Choice(label, screen.address("/routine?" + chosen.query()), current);
    }

    private static String count(Screen screen, Agenda agenda, String key, Predicate<Check> those) {
        long due =
                agenda.in(State.DUE).stream()
                        .filter(item -> !isByData(item) && those.test(item.check()))
                        .count();
        return due == 0
                ? screen.say(key)
                : screen.say("routine.count", screen.say(key), screen.words().count(due));
    }

    private static List<Run> runs(Screen screen, RoutineRows rows, List<Item> items) {
        Map<Turn, Integer> open = new LinkedHashMap<>();
        of(items, State.DUE)
                .filter(RoutineReading::isByData)
                .forEach(item -> open.merge(item.turn(), 1, Integer::sum));
        List<Run> runs = new ArrayList<>();
        open.forEach((turn, checks) ->
                runs.add(
                        new Run(
                                screen.say("routine.run", rows.when(turn), checks),
                                turn.cadence().id(),
                                turn.first(),
                                checks)));
        return runs;
    }

    /** By moment of the day and area, what is daily in the morning first. */
    private List<Group> groups(Screen screen, Agenda agenda, List<Item> due) {
        Known known = known(screen, agenda, due);
        Map<String, List<Due>> groups = new LinkedHashMap<>();
        for (boolean morning : new boolean[] {true, false}) {
            for (Item item : due) {
                if (item.check().isMorning() == morning) {
                    groups.computeIfAbsent(group(screen, item.check()), any -> new ArrayList<>())
                            .add(due(screen, agenda, item, known));
                }
            }
        }
        List<Group> all = new ArrayList<>();
        groups.forEach((label, checks) -> all.add(new Group(label, checks)));
        return all;
    }

    private String group(Screen screen, Check check) {
        String area =
                packs.area(check.area())
                        .map(one -> one.label(screen.words().texts()))
                        .orElseGet(() -> screen.say("routine.own"));
        return check.isMorning() ? area : screen.say("routine.midday", area);
    }

    private Due due(Screen screen, Agenda agenda, Item item, Known known) {
        Check check = item.check();
        Turn told = Evidence.told(agenda.routine(), item);
        String page = check.page(told.days());
        RoutineFacts facts =
                new RoutineFacts(
                        screen, catalog, known.lines().getOrDefault(check.id(), List.of()));
        return new Due(
                check.id(),
                check.label(screen.words().texts()),
                check.look(screen.words().texts()),
                check.todo(screen.words().texts()),
                screen.say(
                        "routine.whose",
                        screen.say("checks.job." + check.job().id()),
                        screen.say("routine.cadence." + check.cadence().id())),
                item.turn().first(),
                page.isEmpty() ? "" : screen.address(page),
                facts.whole(),
                facts.when(told),
                facts.by(check),
                facts.parts(),
                known.tasks().getOrDefault(check.id(), List.of()),
                remarks(screen, agenda, item),
                check.asks().contains(Ask.NOTE),
                RoutineRows.numbers(screen, check, item.before()),
                check.asks().contains(Ask.LINK),
                check.asks().contains(Ask.PHOTO));
    }

    private List<Remark> remarks(Screen screen, Agenda agenda, Item item) {
        return evidence
                .notes(agenda.routine(), List.of(item))
                .getOrDefault(item.check().id(), List.of())
                .stream()
                .map(note ->
                        new Remark(
                                note.name(),
                                note.says(screen.words().texts()),
                                screen.address(note.path())))
                .toList();
    }
}
