package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.api.AgendaCard.AnswerCard;
import app.rotina.api.AgendaCard.HistoryCard;
import app.rotina.api.AgendaCard.Writing;
import app.rotina.kernel.Store;
import app.rotina.kernel.Texts;
import app.rotina.metrics.Catalog;
import app.rotina.routine.checks.Agenda;
import app.rotina.routine.checks.Agenda.Item;
import app.rotina.routine.checks.Agendas;
import app.rotina.routine.checks.Answering;
import app.rotina.routine.checks.Cadence;
import app.rotina.routine.checks.Evidence;
import app.rotina.state.Audit;
import app.rotina.state.Job;
import app.rotina.state.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a store's routine asks for, and what people answer. */
@RestController
@RequestMapping("/api/stores/{store}/routine")
class AgendasApi {
    private final Catalog catalog;
    private final Agendas agendas;
    private final Evidence evidence;
    private final Answering answering;
    private final Audit audit;

    AgendasApi(
            Catalog catalog, Agendas agendas, Evidence evidence, Answering answering, Audit audit) {
        this.catalog = catalog;
        this.agendas = agendas;
        this.evidence = evidence;
        this.answering = answering;
        this.audit = audit;
    }

    /** Of today where no day is named; of every cadence and job where none is. */
    @GetMapping
    @Access(Role.VIEWER)
    AgendaCard agenda(
            Store store,
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(defaultValue = "") String cadence,
            @RequestParam(defaultValue = "") String job,
            Locale locale) {
        Agenda agenda = agendas.of(store, date == null ? agendas.today(store) : date);
        List<Item> items =
                agenda.items().stream()
                        .filter(one ->
                                cadence.isEmpty() || one.check().cadence() == Cadence.of(cadence))
                        .filter(one -> job.isEmpty() || one.check().job() == Job.of(job))
                        .toList();
        Figures figures = new Figures(catalog, store.currency());
        return new Writing(
                        figures,
                        Texts.of(locale),
                        evidence.of(agenda.routine(), items),
                        evidence.notes(agenda.routine(), items))
                .card(agenda, items);
    }

    /** How one check went in its latest periods. */
    @GetMapping("/{check}")
    @Access(Role.VIEWER)
    HistoryCard history(
            Store store,
            @PathVariable String check,
            @RequestParam(required = false) @Nullable LocalDate date,
            Locale locale) {
        LocalDate day = date == null ? agendas.today(store) : date;
        return HistoryCard.of(agendas.history(store, check, day), Texts.of(locale));
    }

    /** Answers a check; a later answer about the same period counts instead. */
    @PostMapping("/{check}/answers")
    @Access(Role.MEMBER)
    @ResponseStatus(HttpStatus.CREATED)
    AnswerCard answer(
            Caller caller,
            Store store,
            @PathVariable String check,
            @RequestBody Answering.Said said) {
        AnswerCard card = AnswerCard.of(answering.answer(store, check, said, caller.name()));
        audit.note(caller.name(), store.id(), "check.answer", card.id() + " " + check);
        return card;
    }

    /**
     * Takes an answer back, with its task where nobody has done it; the one before counts again.
     */
    @PostMapping("/answers/{answer}/taken_back")
    @Access(Role.MEMBER)
    AnswerCard takeBack(Caller caller, Store store, @PathVariable long answer) {
        AnswerCard card = AnswerCard.of(answering.takeBack(store, answer, caller.name()));
        audit.note(caller.name(), store.id(), "check.take_back", String.valueOf(answer));
        return card;
    }

    /** Makes a task of what an answer found wrong; gives the one that is open already. */
    @PostMapping("/answers/{answer}/task")
    @Access(Role.MEMBER)
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Long> raise(Caller caller, Store store, @PathVariable long answer) {
        long task = answering.raise(store, answer, caller.name());
        audit.note(caller.name(), store.id(), "check.task", String.valueOf(answer));
        return Map.of("task", task);
    }
}
