package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.state.Audit;
import app.rotina.state.Job;
import app.rotina.state.Notices;
import app.rotina.state.Notices.Notice;
import app.rotina.state.Notices.Receipt;
import app.rotina.state.People;
import app.rotina.state.People.Member;
import app.rotina.state.Person;
import app.rotina.state.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The bulletin of a store: changes that its people have to know of. */
@RestController
@RequestMapping("/api/stores/{store}/notices")
class NoticesApi {
    private final Notices notices;
    private final People people;
    private final Audit audit;

    NoticesApi(Notices notices, People people, Audit audit) {
        this.notices = notices;
        this.people = people;
        this.audit = audit;
    }

    /**
     * A notice.
     *
     * @param readers how many people said to have read it
     * @param receipts whoever it is for by name, and when they said to have read it; null: not yet
     */
    record NoticeCard(
            long id,
            String title,
            String text,
            List<String> jobs,
            String by,
            Instant at,
            int readers,
            List<Receipt> receipts) {
        static NoticeCard of(Notice notice, List<Member> members) {
            return new NoticeCard(
                    notice.id(),
                    notice.title(),
                    notice.body(),
                    notice.jobs().stream().sorted().map(Job::id).toList(),
                    notice.who(),
                    notice.at(),
                    notice.read().size(),
                    notice.receipts(members));
        }
    }

    /** What is to be known; without jobs by everybody. */
    record Said(@Nullable String title, @Nullable String text, @Nullable List<String> jobs) {}

    /** The latest first. */
    @GetMapping
    @Access(Role.VIEWER)
    List<NoticeCard> all(Store store) {
        List<Member> members = people.members(store.id());
        return notices.all(store.id()).stream().map(one -> NoticeCard.of(one, members)).toList();
    }

    @PostMapping
    @Access(Role.MANAGER)
    @ResponseStatus(HttpStatus.CREATED)
    NoticeCard add(Caller caller, Store store, @RequestBody Said said) {
        Notices.Draft draft = Notices.Draft.of(said.title(), said.text(), said.jobs());
        Notice notice = notices.add(store.id(), draft, caller.name());
        audit.note(caller.name(), store.id(), "notice", notice.id() + " " + notice.title());
        return card(store, notice.id());
    }

    /** Whoever reads it says so for themselves; the command line's own token is nobody's. */
    @PostMapping("/{notice}/receipt")
    @Access(Role.VIEWER)
    NoticeCard read(Caller caller, Store store, @PathVariable long notice) {
        @Nullable Person person = caller.person();
        if (person == null) {
            throw new RotinaException(Problem.NOT_ALLOWED);
        }
        notices.read(store.id(), notice, person);
        return card(store, notice);
    }

    /** Takes it down; it can be put up again. */
    @DeleteMapping("/{notice}")
    @Access(Role.MANAGER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, Store store, @PathVariable long notice) {
        notices.remove(store.id(), notices.of(store.id(), notice).id());
        audit.note(caller.name(), store.id(), "notice.remove", String.valueOf(notice));
    }

    @PostMapping("/{notice}/restoration")
    @Access(Role.MANAGER)
    NoticeCard restore(Caller caller, Store store, @PathVariable long notice) {
        notices.restore(store.id(), notice);
        audit.note(caller.name(), store.id(), "notice.restore", String.valueOf(notice));
        return card(store, notice);
    }

    private NoticeCard card(Store store, long notice) {
        return NoticeCard.of(notices.of(store.id(), notice), people.members(store.id()));
    }
}
