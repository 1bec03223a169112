package app.rotina.web;

import app.rotina.goals.EventDays;
import app.rotina.kernel.Days;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The span of a page with all that it could be instead, and what its figures mean.
 *
 * @param address the page it belongs to
 * @param kept the page's other parameters, which a change of the span leaves as they are
 * @param custom true where the days were typed
 * @param before what it is held against; absence: nothing
 * @param behind what is said where the data end before yesterday, or begin within the days it is
 *     held against; absence: they do not
 * @param frame time zone, date basis, revenue and how far the data reach
 * @param view this very page and span, as what follows the store's address
 */
record PeriodBar(
        String address,
        Map<String, String> kept,
        List<Option> spans,
        List<Option> againsts,
        List<Link> grains,
        boolean custom,
        LocalDate from,
        LocalDate to,
        LocalDate last,
        String grain,
        String days,
        @Nullable String before,
        @Nullable String behind,
        String frame,
        String view) {

    /** One choice of a list. */
    record Option(String id, String label, boolean selected) {}

    /** A grain as a link, and the key that stands for it. */
    record Link(String id, String key, String label, String address, boolean current) {}

    static PeriodBar of(
            Screen screen, Period period, String frame, String path, Map<String, String> kept) {
        Words words = screen.words();
        String address = screen.address(path);
        return new PeriodBar(
                address,
                kept,
                Arrays.stream(Preset.values()).map(each -> option(words, period, each)).toList(),
                Arrays.stream(Counterpart.values())
                        .map(each -> option(words, period, each))
                        .toList(),
                Arrays.stream(Grain.values())
                        .map(each -> grain(words, period, each, address + "?" + kept(kept)))
                        .toList(),
                period.preset() == Preset.CUSTOM,
                period.days().from(),
                period.days().to(),
                period.now().today(),
                period.chosen() == null ? "" : period.grain().id(),
                days(words, period),
                before(words, period),
                behind(words, period),
                frame,
                path + "?" + kept(kept) + period.query());
    }

    private static Option option(Words words, Period period, Preset each) {
        return new Option(each.id(), words.say("span." + each.id()), each == period.preset());
    }

    private static Option option(Words words, Period period, Counterpart each) {
        return new Option(
                each.id(), words.say("span.against." + each.id()), each == period.against());
    }

    private static Link grain(Words words, Period period, Grain each, String address) {
        return new Link(
                each.id(),
                each.key(),
                words.say("span.grain." + each.id()),
                address + period.query(each),
                each == period.grain());
    }

    /** As the start of a query, with its last ampersand. */
    static String kept(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each ->
                        each.getKey()
                                + "="
                                + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8)
                                + "&")
                .collect(Collectors.joining());
    }

    private static String days(Words words, Period period) {
        String days = words.days(period.days());
        return period.isSoFar() ? words.say("span.so_far", days) : days;
    }

    private static @Nullable String before(Words words, Period period) {
        @Nullable Days before = period.before();
        if (before == null) {
            return period.against() == Counterpart.EVENT ? words.say("span.no_event") : null;
        }
        String days = words.days(before);
        if (period.against() != Counterpart.EVENT) {
            return words.say("span.held_against", days);
        }
        return Counterpart.event(period.days(), period.now().calendar())
                .map(EventDays::event)
                .map(event -> words.say(event.textKey()))
                .map(event -> words.say("span.held_against_event", days, event))
                .orElse("");
    }

    private static @Nullable String behind(Words words, Period period) {
        Period.Now now = period.now();
        if (now.isBehind()) {
            return words.say("span.behind", words.day(now.at()));
        }
        return period.begunWithinBefore()
                .map(begun -> words.say("span.begun", words.day(begun)))
                .orElse(null);
    }

    /** The id of the span that is selected. */
    String selected() {
        return spans.stream()
                .filter(Option::selected)
                .map(Option::id)
                .findFirst()
                .map(Objects::requireNonNull)
                .orElse("");
    }
}
