package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.goals.MonthGoal;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.report.PlanKey;
import app.rotina.report.PlanProposal;
import app.rotina.report.PlanTaking;
import app.rotina.report.PlanningSheets;
import app.rotina.report.SheetGrid;
import app.rotina.report.SheetModel;
import app.rotina.routine.GoalSetting;
import app.rotina.state.Goals;
import app.rotina.state.Role;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** The planning sheet in the page: edited like a spreadsheet, reviewed before it is the plan. */
@Controller
class PlanGridPage implements Page {
    private static final YearMonth EARLIEST = YearMonth.of(2000, 1);
    private static final YearMonth LATEST = YearMonth.of(2100, 1);

    private final PlanningSheets sheets;
    private final PlanTaking taking;
    private final SheetDrafts drafts;
    private final Goals goals;
    private final GoalSetting setting;
    private final Frames frames;
    private final Clock clock;

    PlanGridPage(
            PlanningSheets sheets,
            PlanTaking taking,
            SheetDrafts drafts,
            Goals goals,
            GoalSetting setting,
            Frames frames,
            Clock clock) {
        this.sheets = sheets;
        this.taking = taking;
        this.drafts = drafts;
        this.goals = goals;
        this.setting = setting;
        this.frames = frames;
        this.clock = clock;
    }

    @Override
    public Entry entry() {
        return new Entry(Group.MONTH, 40, "sheet", "/sheet", Role.VIEWER);
    }

    @GetMapping("/s/{store}/sheet")
    @Access(Role.VIEWER)
    ModelAndView now(Screen screen, Store store, @RequestParam Map<String, String> asked) {
        return show(screen, store, YearMonth.from(yesterday(store).plusDays(1)), asked);
    }

    @GetMapping("/s/{store}/sheet/{month}")
    @Access(Role.VIEWER)
    ModelAndView show(
            Screen screen,
            Store store,
            @PathVariable YearMonth month,
            @RequestParam Map<String, String> asked) {
        if (month.isBefore(EARLIEST) || month.isAfter(LATEST)) {
            throw new RotinaException(Problem.NOT_FOUND, month.toString());
        }
        return screen.show("plan_grid", view(screen, store, month, asked))
                .addObject("frame", frames.of(screen));
    }

    /** What was typed as a proposal, to be looked at on its own page. */
    @PostMapping("/s/{store}/sheet/{month}")
    @Access(Role.MANAGER)
    ModelAndView propose(
            Screen screen,
            Store store,
            @PathVariable YearMonth month,
            @RequestParam Map<String, String> typed) {
        List<MonthGoal> plan = goals.of(store.id(), month);
        try {
            if (!base(plan).equals(typed.get("base"))) {
                throw new RotinaException(Problem.PLAN_CHANGED, screen.words().month(month));
            }
            PlanTyping typing =
                    PlanTyping.of(typed, model(screen, store, month, plan), screen.words());
            typing.requireClear();
            PlanProposal proposal = taking.edit(store, month, typing.edits(keeps(typed)));
            return new ModelAndView(
                    "redirect:"
                            + screen.address("/goals/sheet/" + drafts.keep(store.id(), proposal)));
        } catch (RotinaException e) {
            return screen.refuse("plan_grid", view(screen, store, month, typed), e);
        }
    }

    /** What the sheet would show with what was typed so far; nothing is kept. */
    @PostMapping("/s/{store}/sheet/{month}/preview")
    @Access(Role.MANAGER)
    @ResponseBody
    PlanPreview preview(
            Screen screen,
            Store store,
            @PathVariable YearMonth month,
            @RequestParam Map<String, String> typed) {
        List<MonthGoal> plan = goals.of(store.id(), month);
        PlanTyping typing = PlanTyping.of(typed, model(screen, store, month, plan), screen.words());
        try {
            PlanProposal proposal = taking.edit(store, month, typing.edits(keeps(typed)));
            SheetModel after = model(screen, store, month, with(plan, proposal.after()));
            return PlanPreview.of(
                    SheetGrid.of(after), new PlanFigures(screen.words(), after), typing.problems());
        } catch (RotinaException e) {
            return PlanPreview.refused(e.in(screen.words().texts()), typing.problems());
        }
    }

    private static boolean keeps(Map<String, String> typed) {
        return !"sum".equals(typed.get("goal"));
    }

    private PlanGridView view(
            Screen screen, Store store, YearMonth month, Map<String, String> asked) {
        List<MonthGoal> plan = goals.of(store.id(), month);
        return new PlanGridView.Drawing(
                        model(screen, store, month, plan),
                        plan,
                        setting.openFrom(store, month),
                        screen)
                .draw(base(plan), asked);
    }

    private SheetModel model(Screen screen, Store store, YearMonth month, List<MonthGoal> plan) {
        return sheets.of(
                store,
                month,
                new PlanningSheets.Filling(yesterday(store), plan, screen.words().texts()));
    }

    private static List<MonthGoal> with(List<MonthGoal> plan, List<MonthGoal> changed) {
        Set<PlanKey> keys = changed.stream().map(PlanKey::of).collect(Collectors.toSet());
        return Stream.concat(
                        plan.stream().filter(goal -> !keys.contains(PlanKey.of(goal))),
                        changed.stream())
                .toList();
    }

    /** Tells a plan from every other. */
    private static String base(List<MonthGoal> plan) {
        return UUID.nameUUIDFromBytes(plan.toString().getBytes(StandardCharsets.UTF_8)).toString();
    }

    private LocalDate yesterday(Store store) {
        return LocalDate.ofInstant(clock.instant(), store.zone()).minusDays(1);
    }
}
