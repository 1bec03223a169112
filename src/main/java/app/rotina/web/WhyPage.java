package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.kernel.Days;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.routine.Against;
import app.rotina.routine.Explaining;
import app.rotina.state.Role;
import app.rotina.warehouse.Warehouse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The whole story of a day or several: drivers, one dimension at a time, segments, rows. */
@Controller
class WhyPage implements Page {
    private final Explaining explaining;
    private final WhyReading reading;
    private final Warehouse warehouse;
    private final Catalog catalog;
    private final Frames frames;
    private final Clock clock;

    WhyPage(
            Explaining explaining,
            WhyReading reading,
            Warehouse warehouse,
            Catalog catalog,
            Frames frames,
            Clock clock) {
        this.catalog = catalog;
        this.frames = frames;
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

    /**
     * One of its tables as a file.
     *
     * @param of {@code drivers}, {@code parts} or {@code segments}
     */
    @GetMapping("/s/{store}/why/export")
    @Access(Role.VIEWER)
    void export(
            Screen reader,
            Store store,
            Asked asked,
            @RequestParam String of,
            @RequestParam(defaultValue = "csv") String as,
            HttpServletResponse response)
            throws IOException {
        Screen screen = reader.exactly();
        LocalDate yesterday = LocalDate.ofInstant(clock.instant(), store.zone()).minusDays(1);
        WhyAddress address = address(store, asked, yesterday);
        Story story =
                Story.of(
                                explaining.explain(store, address.days(), null, address.against()),
                                Map.of())
                        .filter(one -> one.why().gap().known().isPresent())
                        .orElseThrow(() ->
                                new RotinaException(
                                        Problem.NOT_FOUND, String.valueOf(address.days().to())));
        TableExport.send(
                new WhyTables(story, catalog, screen, frames.of(screen, story.metric()))
                        .table(of, address.by()),
                "%s-why-%s-%s-%s"
                        .formatted(store.id(), of, address.days().from(), address.days().to()),
                as,
                response);
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
