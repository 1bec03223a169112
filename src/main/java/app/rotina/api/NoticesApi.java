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
import app.rotina.state.Role;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
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
    private final Audit audit;

    NoticesApi(Notices notices, Audit audit) {
        this.notices = notices;
        this.audit = audit;
    }

    /** A notice; {@code readers} are how many people said to have read it. */
    record NoticeCard(
            long id,
            String title,
            String text,
            List<String> jobs,
            String by,
            Instant at,
            int readers) {
        static NoticeCard of(Notice notice) {
            return new NoticeCard(
                    notice.id(),
                    notice.title(),
                    notice.body(),
                    notice.jobs().stream().sorted().map(Job::id).toList(),
                    notice.who(),
                    notice.at(),
                    notice.read().size());
        }
    }

    /** What is to be known; without jobs by everybody. */
    record Said(@Nullable String title, @Nullable String text, @Nullable List<String> jobs) {}

    /** The latest first. */
    @GetMapping
    @Access(Role.VIEWER)
    List<NoticeCard> all(Store store) {
        return notices.all(store.id()).stream().map(NoticeCard::of).toList();
    }

    @PostMapping
    @Access(Role.MANAGER)
    @ResponseStatus(HttpStatus.CREATED)
    NoticeCard add(Caller caller, Store store, @RequestBody Said said) {
        String title = said.title() == null ? "" : said.title().strip();
        if (title.isEmpty()) {
            throw new RotinaException(Problem.BAD_ARGUMENT, "title");
        }
        String text = said.text() == null ? "" : said.text().strip();
        List<String> jobs = said.jobs() == null ? List.of() : said.jobs();
        Notice notice =
                notices.add(
                        store.id(),
                        new Notices.Draft(
                                title,
                                text,
                                jobs.stream().map(Job::of).collect(Collectors.toSet())),
                        caller.name());
        audit.note(caller.name(), store.id(), "notice", notice.id() + " " + title);
        return NoticeCard.of(notice);
    }
}
