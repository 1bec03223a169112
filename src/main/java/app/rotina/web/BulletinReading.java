package app.rotina.web;

import app.rotina.state.Job;
import app.rotina.state.Notices;
import app.rotina.state.Notices.Notice;
import app.rotina.state.People;
import app.rotina.state.People.Member;
import app.rotina.state.Person;
import app.rotina.web.BulletinView.Choice;
import app.rotina.web.BulletinView.Line;
import app.rotina.web.BulletinView.Receipt;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a store's bulletin for pages. */
@Component
class BulletinReading {
    private final Notices notices;
    private final People people;

    BulletinReading(Notices notices, People people) {
        this.notices = notices;
        this.people = people;
    }

    BulletinView view(Screen screen) {
        List<Member> members = people.members(screen.store().id());
        List<Notice> unread = unread(screen);
        return new BulletinView(
                notices.all(screen.store().id()).stream()
                        .map(notice -> line(screen, notice, members, unread))
                        .toList(),
                Arrays.stream(Job.values()).map(job -> choice(screen, job)).toList());
    }

    /** What the one who looks has to read. */
    List<Line> open(Screen screen) {
        List<Notice> unread = unread(screen);
        return unread.stream().map(one -> line(screen, one, List.of(), unread)).toList();
    }

    private List<Notice> unread(Screen screen) {
        @Nullable Person person = screen.caller() == null ? null : screen.who().person();
        return person == null
                ? List.of()
                : notices.unread(
                        screen.store().id(), person, people.jobs(person, screen.store().id()));
    }

    private static Choice choice(Screen screen, Job job) {
        return new Choice(job.id(), screen.say("checks.job." + job.id()));
    }

    private Line line(Screen screen, Notice notice, List<Member> members, List<Notice> unread) {
        List<Receipt> receipts =
                notice.receipts(members).stream().map(one -> receipt(screen, one)).toList();
        long read = receipts.stream().filter(one -> !one.at().isEmpty()).count();
        return new Line(
                notice.id(),
                notice.title(),
                notice.body(),
                screen.say(
                        "reviews.by",
                        screen.words().who(notice.who()),
                        screen.words().moment(notice.at(), screen.store().zone())),
                whom(screen, notice),
                unread.contains(notice),
                screen.say("meetings.notice.read", read, receipts.size()),
                receipts);
    }

    private static Receipt receipt(Screen screen, Notices.Receipt one) {
        @Nullable Instant at = one.at();
        return new Receipt(
                one.name(), at == null ? "" : screen.words().moment(at, screen.store().zone()));
    }

    private static String whom(Screen screen, Notice notice) {
        return notice.jobs().isEmpty()
                ? screen.say("meetings.notice.everybody")
                : screen.words()
                        .list(
                                notice.jobs().stream()
                                        .sorted()
                                        .map(job -> screen.say("checks.job." + job.id()))
                                        .toList());
    }
}
