package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.access.Rights;
import app.rotina.api.TeamCards.ExpectationCard;
import app.rotina.kernel.Store;
import app.rotina.state.Audit;
import app.rotina.state.Expectations;
import app.rotina.state.Expectations.Expectation;
import app.rotina.state.Role;
import app.rotina.team.ExpectationBook;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is expected of a store's people. */
@RestController
@RequestMapping("/api/stores/{store}/expectations")
class ExpectationsApi {
    private final ExpectationBook book;
    private final Expectations expectations;
    private final Rights rights;
    private final Audit audit;

    ExpectationsApi(ExpectationBook book, Expectations expectations, Rights rights, Audit audit) {
        this.book = book;
        this.expectations = expectations;
        this.rights = rights;
        this.audit = audit;
    }

    /** When it is looked at again; null: not by itself. */
    record Reviewed(@Nullable LocalDate review) {}

    /** All for who manages; else what is expected of the caller and their jobs. */
    @GetMapping
    @Access(Role.VIEWER)
    List<ExpectationCard> of(Caller caller, Store store) {
        Role role = rights.role(caller, store.id()).orElse(Role.VIEWER);
        return book.of(store, role, caller.person()).stream().map(ExpectationCard::of).toList();
    }

    /** Of a person by their id, or of a job. */
    @PostMapping
    @Access(Role.MANAGER)
    @ResponseStatus(HttpStatus.CREATED)
    ExpectationCard add(Caller caller, Store store, @RequestBody ExpectationBook.Wish wish) {
        Expectation added = book.add(store, wish, caller.name());
        audit.note(caller.name(), store.id(), "expectation", String.valueOf(added.id()));
        return ExpectationCard.of(added);
    }

    @PutMapping("/{expectation}/review")
    @Access(Role.MANAGER)
    ExpectationCard review(
            Caller caller,
            Store store,
            @PathVariable long expectation,
            @RequestBody Reviewed reviewed) {
        book.review(store, expectation, reviewed.review(), caller.name());
        audit.note(caller.name(), store.id(), "expectation.review", String.valueOf(expectation));
        return ExpectationCard.of(expectations.of(store.id(), expectation));
    }

    @DeleteMapping("/{expectation}")
    @Access(Role.MANAGER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, Store store, @PathVariable long expectation) {
        book.remove(store, expectation, caller.name());
        audit.note(caller.name(), store.id(), "expectation.remove", String.valueOf(expectation));
    }
}
