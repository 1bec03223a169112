package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.kernel.Days;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.routine.Against;
import app.rotina.routine.Explaining;
import app.rotina.state.Role;
import app.rotina.warehouse.Warehouse;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The whole story of a day or several: drivers, one dimension at a time, segments, rows. */
@Controller
class WhyPage implements Page {
    private final Explaining explaining;
    private final WhyReading reading;
    private final Warehouse warehouse;
    private final Clock clock;

    WhyPage(Explaining explaining, WhyReading reading, Warehouse warehouse, Clock clock) {
        this.explaining = explaining;
        this.reading = reading;
        this.warehouse = warehouse;
        this.clock = clock;
    }

    /**
     * Which days, and what they are held to.
     *
     * @param share true where the text to share is asked for
     */
    record Asked(
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @Nullable String against,
            @Nullable String by,
            @Nullable Boolean share) {}

    @Override
    public Entry entry() {
        return new Entry(Group.DAY, 20, "why", "/why", Role.VIEWER);
    }

    @GetMapping("/s/{store}/why")
    @Access(Role.VIEWER)
    ModelAndView show(Screen screen, Store store, Asked asked) {
        LocalDate yesterday = LocalDate.ofInstant(clock.instant(), store.zone()).minusDays(1);
        WhyAddress address = address(store, asked, yesterday);
        WhyReading.Asking asking =
                new WhyReading.Asking(
                        address,
                        yesterday,
                        warehouse.dataThrough(store.id()),
                        Boolean.TRUE.equals(asked.share()));
        return screen.show(
                "whole_story",
                reading.view(
                        screen,
                        asking,
                        explaining.explain(store, address.days(), null, address.against())));
    }

    /** The last day that has data, where nothing is said. */
    private WhyAddress address(Store store, Asked asked, LocalDate yesterday) {
        LocalDate last =
                warehouse
                        .dataThrough(store.id())
                        .filter(day -> day.isBefore(yesterday))
                        .orElse(yesterday);
        LocalDate to = asked.to() != null ? asked.to() : asked.from() != null ? asked.from() : last;
        LocalDate from = asked.from() != null ? asked.from() : to;
        if (to.isAfter(yesterday.plusDays(1))) {
            throw new RotinaException(Problem.BAD_ARGUMENT, to);
        }
        Against against = asked.against() == null ? Against.TARGET : Against.of(asked.against());
        return new WhyAddress(new Days(from, to), against, asked.by());
    }
}
