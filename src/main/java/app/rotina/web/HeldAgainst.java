package app.rotina.web;

import app.rotina.state.SourceCounts.Counted;
import app.rotina.state.SourceCounts.DayCount;
import app.rotina.sync.ConnectionStanding;
import app.rotina.sync.Connector;
import app.rotina.sync.Connectors;
import app.rotina.web.ConnectionView.DriftDay;
import app.rotina.web.ConnectionView.Held;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells what a connection's source has, held against what came from it. */
final class HeldAgainst {
    private HeldAgainst() {}

    static Held of(ConnectionStanding standing, Screen screen) {
        if (!standing.countable()) {
            Connector connector = Connectors.of(standing.connection().connector());
            String whole = screen.say("connect.count.whole", connector.overlap().toDays());
            return new Held(false, whole, "no_data", List.of(), "", "");
        }
        @Nullable Counted counted = standing.counted();
        if (counted == null) {
            return Held.saying(screen.say("connect.count.never"), "no_data");
        }
        String when = screen.words().moment(counted.at(), screen.store().zone());
        return counted.problem().isEmpty()
                ? held(counted, when, standing.sent().waiting(), screen)
                : Held.saying(screen.say("connect.count.failed", when, counted.problem()), "alert");
    }

    private static Held held(Counted counted, String when, long waiting, Screen screen) {
        List<DayCount> drift = counted.drift();
        if (drift.isEmpty()) {
            String agrees = screen.say("connect.count.agrees", when, counted.days().size());
            return Held.saying(agrees, "met");
        }
        return new Held(
                true,
                screen.say("connect.count.differs", when, drift.size()),
                "alert",
                drift.stream().map(day -> drift(day, screen)).toList(),
                waiting == 0 ? "" : screen.say("connect.count.quarantine", waiting),
                drift.stream().map(day -> day.day().toString()).collect(Collectors.joining(",")));
    }

    private static DriftDay drift(DayCount day, Screen screen) {
        Words words = screen.words();
        Currency currency = screen.store().currency();
        return new DriftDay(
                words.shortDay(day.day()),
                words.count(day.sourceCount()),
                words.money(day.sourceSum(), currency),
                words.count(day.ourCount()),
                words.money(day.ourSum(), currency),
                what(day, words),
                words.signedMoney(day.ourSum().subtract(day.sourceSum()), currency));
    }

    private static String what(DayCount day, Words words) {
        List<String> parts = new ArrayList<>();
        add(parts, "connect.count.lacking", day.lacking(), words);
        add(parts, "connect.count.differing", day.differing(), words);
        add(parts, "connect.count.gone", day.gone(), words);
        return words.list(parts);
    }

    private static void add(List<String> parts, String key, long count, Words words) {
        if (count > 0) {
            parts.add(words.say(key, count));
        }
    }
}
