package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.access.InPerson;
import app.rotina.api.TeamCards.SideCard;
import app.rotina.api.TeamCards.TalkCard;
import app.rotina.kernel.Store;
import app.rotina.state.Role;
import app.rotina.team.TalkBook;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own talks with others of a store, in person: nobody else's are there, and to no token. */
@RestController
@RequestMapping("/api/stores/{store}/talks")
class TalksApi {
    private final TalkBook book;

    TalksApi(TalkBook book) {
        this.book = book;
    }

    /** With whom, by their id; today where no day is said. */
    record Begun(long person, @Nullable LocalDate day) {}

    /** What both promised. */
    record Agreed(@Nullable String agreed) {}

    /** The latest first. */
    @GetMapping
    @Access(Role.VIEWER)
    @InPerson
    List<TalkCard> mine(Caller caller, Store store) {
        return book.of(store, caller.self()).stream().map(TalkCard::of).toList();
    }

    /** Of the same two on the same day there is one. */
    @PostMapping
    @Access(Role.VIEWER)
    @InPerson
    @ResponseStatus(HttpStatus.CREATED)
    TalkCard begin(Caller caller, Store store, @RequestBody Begun begun) {
        return TalkCard.of(book.begin(store, caller.self(), begun.person(), begun.day()));
    }

    /** Says one's own side. */
    @PutMapping("/{talk}/side")
    @Access(Role.VIEWER)
    @InPerson
    TalkCard say(Caller caller, Store store, @PathVariable long talk, @RequestBody SideCard side) {
        book.say(store, caller.self(), talk, side.view(), side.proposal());
        return TalkCard.of(book.of(store, caller.self(), talk));
    }

    /** Says what both promised; either may. */
    @PutMapping("/{talk}/agreed")
    @Access(Role.VIEWER)
    @InPerson
    TalkCard agree(
            Caller caller, Store store, @PathVariable long talk, @RequestBody Agreed agreed) {
        book.agree(store, caller.self(), talk, agreed.agreed());
        return TalkCard.of(book.of(store, caller.self(), talk));
    }
}
