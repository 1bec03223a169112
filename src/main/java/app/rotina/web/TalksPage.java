package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.access.InPerson;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.state.Person;
import app.rotina.state.Role;
import app.rotina.state.Talk;
import app.rotina.team.TalkBook;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One-to-one notes: private to the two, and to no token. The audit does not hear of them. */
@Controller
class TalksPage {
    private static final String ONE = "/s/{store}/talks/{talk}";

    private final TalkBook book;
    private final Clock clock;

    TalksPage(TalkBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    @GetMapping("/s/{store}/talks")
    @Access(Role.VIEWER)
    @InPerson
    ModelAndView list(Screen screen, Caller caller, Store store) {
        return screen.show("talks", view(screen, store, caller.self()));
    }

    private TalksView view(Screen screen, Store store, Person me) {
        return new TalksView(
                book.of(store, me).stream().map(talk -> line(screen, talk)).toList(),
                book.others(store, me).stream()
                        .map(one -> new TalksView.Other(one.id(), one.name()))
                        .toList(),
                LocalDate.ofInstant(clock.instant(), store.zone()).toString());
    }

    private static TalksView.Line line(Screen screen, Talk talk) {
        String silent =
                talk.mine().at() == null
                        ? screen.say("team.talk.mine.open")
                        : talk.theirs().at() == null
                                ? screen.say("team.talk.theirs.open", talk.with())
                                : "";
        return new TalksView.Line(
                screen.address("/talks/" + talk.id()),
                talk.with(),
                screen.words().day(talk.day()),
                silent);
    }

    @GetMapping(ONE)
    @Access(Role.VIEWER)
    @InPerson
    ModelAndView show(Screen screen, Caller caller, Store store, @PathVariable long talk) {
        return screen.show("talk", one(screen, book.of(store, caller.self(), talk)));
    }

    private static TalksView.One one(Screen screen, Talk talk) {
        return new TalksView.One(
                talk.id(),
                talk.with(),
                screen.words().day(talk.day()),
                side(screen, talk.mine()),
                side(screen, talk.theirs()),
                talk.agreed());
    }

    private static TalksView.Side side(Screen screen, Talk.Side side) {
        @Nullable Instant at = side.at();
        return new TalksView.Side(
                side.view(),
                side.proposal(),
                at == null ? "" : screen.words().moment(at, screen.store().zone()));
    }

    @PostMapping("/s/{store}/talks")
    @Access(Role.VIEWER)
    @InPerson
    ModelAndView begin(
            Screen screen,
            Caller caller,
            Store store,
            @RequestParam(defaultValue = "0") long person,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE)
                    @Nullable LocalDate day) {
        try {
            return to(screen, book.begin(store, caller.self(), person, day).id(), "");
        } catch (RotinaException e) {
            return screen.refuse("talks", view(screen, store, caller.self()), e);
        }
    }

    /** What was typed. */
    record Typed(@Nullable String view, @Nullable String proposal, @Nullable String agreed) {}

    @PostMapping(ONE + "/side")
    @Access(Role.VIEWER)
    @InPerson
    ModelAndView say(
            Screen screen, Caller caller, Store store, @PathVariable long talk, Typed typed) {
        Person me = caller.self();
        return did(
                screen, me, talk, () -> book.say(store, me, talk, typed.view(), typed.proposal()));
    }

    @PostMapping(ONE + "/agreed")
    @Access(Role.VIEWER)
    @InPerson
    ModelAndView agree(
            Screen screen, Caller caller, Store store, @PathVariable long talk, Typed typed) {
        Person me = caller.self();
        return did(screen, me, talk, () -> book.agree(store, me, talk, typed.agreed()));
    }

    private ModelAndView did(Screen screen, Person me, long talk, Runnable deed) {
        Talk before = book.of(screen.store(), me, talk);
        try {
            deed.run();
            return to(screen, talk, "?done=talk");
        } catch (RotinaException e) {
            return screen.refuse("talk", one(screen, before), e);
        }
    }

    private static ModelAndView to(Screen screen, long talk, String query) {
        return new ModelAndView("redirect:" + screen.address("/talks/" + talk + query));
    }
}
