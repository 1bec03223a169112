package app.rotina.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.cli.ReportShop;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.kernel.Texts;
import app.rotina.metrics.Metrics;
import app.rotina.report.Report;
import app.rotina.report.ReportKind;
import app.rotina.report.ReportPeriod;
import app.rotina.report.Reports;
import app.rotina.review.Part.Kind;
import app.rotina.review.Review.Since;
import app.rotina.review.ReviewJson.Kept;
import app.rotina.routine.MonthPlan;
import app.rotina.state.Goals;
import app.rotina.state.StateForTests;
import app.rotina.state.Task;
import app.rotina.state.Tasks;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What reviews say of a shop, held to its reports, and what stays when they are signed. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReviewsTest {
    private static final Store STORE = ReportShop.store();
    private static final LocalDate MARCH = LocalDate.parse("2026-03-01");

    private static ReportShop shop;

    @BeforeAll
    static void open() {
        shop = new ReportShop();
        shop.run("goal", "shop", "--metric=net_revenue", "--month=2026-03", "--value=90000");
        shop.run("goal", "shop", "--metric=net_revenue", "--month=2026-05", "--value=99000");
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DAILY")
    void makesUpTheGapExactly(ReportKind kind) {
        Review review = review(kind, ReportShop.BAD_DAY);
        Judged judged = review.judged();
        BigDecimal gap = review.figures().report().why().gap().known().orElseThrow();

        assertThat(sum(judged, Kind.DRIVER)).isEqualByComparingTo(gap);
        assertThat(sum(judged, Kind.SEGMENT).add(judged.rest())).isEqualByComparingTo(gap);
        assertThat(judged.failed()).isNotEmpty();
        assertThat(Stream.of(Kind.DRIVER, Kind.SEGMENT))
                .allSatisfy(each ->
                        assertThat(amounts(judged.failed(), each))
                                .isSortedAccordingTo(BigDecimal::compareTo)
                                .allMatch(amount -> amount.signum() < 0));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DAILY")
    void saysTheFiguresOfItsReport(ReportKind kind) {
        Review review = review(kind, ReportShop.BAD_DAY);
        Reports reports = shop.server.bean(Reports.class);
        Report report = reports.of(STORE, review.period());
        Metrics metrics = shop.server.bean(Metrics.class);

        assertThat(review.figures().report().lines()).isEqualTo(report.lines());
        assertThat(review.figures().report().why()).isEqualTo(report.why());
        ByChannel channels = Objects.requireNonNull(review.figures().channels());
        BigDecimal all =
                channels.rows().stream()
                        .map(row -> row.figures().getFirst().known().orElseThrow())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(all)
                .isEqualByComparingTo(
                        metrics.value(STORE, "net_revenue", review.period().days())
                                .known()
                                .orElseThrow());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DAILY")
    void keepsEveryFigureAsItIs(ReportKind kind) {
        shop.run(
                "action",
                "add",
                "shop",
                "--name=Fotos",
                "--metric=net_revenue",
                "--from=2026-03-20");
        Review review = review(kind, MARCH);
        String kept = ReviewJson.write(new Kept(review.figures(), review.texts()));

        assertThat(ReviewJson.write(ReviewJson.read(kept))).isEqualTo(kept);
        assertThat(ReviewJson.read(kept).figures().report().lines())
                .isEqualTo(review.figures().report().lines());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DAILY")
    void isToldInThreeLanguagesAndOnPaper(ReportKind kind) {
        ReviewWriting writing = shop.server.bean(ReviewWriting.class);
        Review review = review(kind, ReportShop.BAD_DAY);
        for (Locale locale : Texts.LOCALES) {
            assertThat(writing.text(review, locale))
                    .doesNotContain("reviews.", "missing.", "causes.", "{0}", "effect.");
            assertThat(writing.pdf(review, locale)).hasSizeGreaterThan(10_000);
            assertThat(writing.workbook(review, locale)).hasSizeGreaterThan(2_000);
        }
    }

    @Test
    void readsFailuresFirstWhereTheGoalWasMissed() {
        ToldReview told =
                shop.server
                        .bean(ReviewWriting.class)
                        .told(review(ReportKind.WEEKLY, ReportShop.BAD_DAY), Texts.BRAZIL);

        assertThat(told.paper().verdict().kind()).isEqualTo("missed");
        assertThat(told.sections())
                .extracting(ToldReview.Section::section)
                .containsExactly(
                        ReviewSection.SUMMARY,
                        ReviewSection.FAILED,
                        ReviewSection.WORKED,
                        ReviewSection.NEXT);
    }

    @Test
    void opensOneTaskOfAPartHoweverOftenItIsAsked() {
        ReviewTasks tasks = shop.server.bean(ReviewTasks.class);
        Review review = review(ReportKind.WEEKLY, ReportShop.BAD_DAY);
        Part worst = review.judged().failed().getFirst();
        ReviewTasks.Asked asked = new ReviewTasks.Asked(worst.key(), Texts.BRAZIL, "Ana");

        Task task = tasks.open(STORE, review, asked);

        assertThat(tasks.open(STORE, review, asked)).isEqualTo(task);
        assertThat(tasks.of(STORE, review)).containsOnlyKeys(worst.key());
        assertThat(shop.server.bean(Tasks.class).open("shop")).contains(task);
        assertThat(task.title()).isNotBlank();
        assertThat(task.stake()).isPositive();
        assertThatThrownBy(() ->
                        tasks.open(
                                STORE,
                                review,
                                new ReviewTasks.Asked("driver-nothing", Texts.BRAZIL, "Ana")))
                .isInstanceOf(RotinaException.class);
    }

    @Test
    void plansTheNextMonthAndTakesItOver() {
        Review review = review(ReportKind.MONTHLY, ReportShop.LAST);
        MonthPlan plan = Objects.requireNonNull(review.figures().plan());
        BigDecimal growth = plan.growth().known().orElseThrow();
        BigDecimal reached =
                plan.levers().stream()
                        .map(any -> growth)
                        .reduce(plan.projection().known().orElseThrow(), BigDecimal::multiply);

        assertThat(plan.month()).hasToString("2026-05");
        assertThat(plan.goal()).isEqualByComparingTo("99000");
        assertThat(reached).isCloseTo(plan.goal(), Percentage.withPercentage(.01));
        assertThat(plan.levers()).isNotEmpty();
        shop.server.bean(ReviewBook.class).takeOver(STORE, review, "Ana");
        Goals goals = shop.server.bean(Goals.class);
        assertThat(goals.find("shop", "net_revenue", null, plan.month()))
                .hasValueSatisfying(goal -> assertThat(goal.value()).isEqualByComparingTo("99000"));
        assertThat(goals.steady("shop", plan.month()))
                .extracting(each -> each.metric())
                .containsExactly("average_order_value");
    }

    @Test
    void plansNothingOfDriversWhereTheGoalIsReachedAsThingsAre() {
        MonthPlan plan = Objects.requireNonNull(review(ReportKind.MONTHLY, MARCH).figures().plan());

        assertThat(plan.projection().known().orElseThrow()).isGreaterThan(plan.goal());
        assertThat(plan.levers()).isEmpty();
    }

    @Test
    void isNotSignedWhileItsPeriodRuns() {
        ReviewBook book = shop.server.bean(ReviewBook.class);
        ReportPeriod running = book.period(STORE, ReportKind.MONTHLY, ReportShop.LAST);

        assertThatThrownBy(() -> book.sign(STORE, running, "Ana"))
                .isInstanceOf(RotinaException.class);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void staysAsItWasSignedAndSaysWhatChangedSince() throws IOException {
        ReviewBook book = shop.server.bean(ReviewBook.class);
        ReportPeriod week = book.period(STORE, ReportKind.WEEKLY, ReportShop.BAD_DAY);
        book.write(STORE, week, ReviewSection.FAILED, new ReviewBook.Said("primeiro", "Ana"));
        book.write(
                STORE,
                week,
                ReviewSection.FAILED,
                new ReviewBook.Said(" O chat caiu <b>. ", "Rui"));
        Review before = book.of(STORE, week);
        Review signed = book.sign(STORE, week, "Ana");

        assertThat(signed.since()).isEmpty();
        assertThatThrownBy(() -> book.sign(STORE, week, "Rui")).isInstanceOf(RotinaException.class);
        assertThatThrownBy(() ->
                        book.write(
                                STORE,
                                week,
                                ReviewSection.NEXT,
                                new ReviewBook.Said("tarde demais", "Rui")))
                .isInstanceOf(RotinaException.class);
        importOneMoreOrder();

        Review after = book.of(STORE, week);
        assertThat(ReviewJson.write(new Kept(after.figures(), after.texts())))
                .isEqualTo(ReviewJson.write(new Kept(before.figures(), before.texts())));
        assertThat(after.text(ReviewSection.FAILED))
                .hasValueSatisfying(text -> {
                    assertThat(text.body()).isEqualTo("O chat caiu <b>.");
                    assertThat(text.who()).isEqualTo("Rui");
                });
        assertThat(Objects.requireNonNull(after.signed()).who()).isEqualTo("Ana");
        assertThat(after.since())
                .filteredOn(each -> each.metric().equals("net_revenue"))
                .singleElement()
                .satisfies(each ->
                        assertThat(known(each.now()).subtract(known(each.then())))
                                .isEqualByComparingTo("1000"));
        assertThat(after.since()).extracting(Since::metric).contains("orders");
    }

    private static void importOneMoreOrder() throws IOException {
        Path folder = StateForTests.lastingFolder();
        Path orders =
                Files.writeString(
                        folder.resolve("late.csv"),
                        "order_id,placed_at,status,channel\n900001,"
                                + ReportShop.BAD_DAY
                                + "T11:00:00,,chat\n");
        Path lines =
                Files.writeString(
                        folder.resolve("late-lines.csv"),
                        "line_id,order_id,sku,product_name,quantity,amount\n900001,900001,Saia,Saia,1,1000.00\n");
        shop.run("import", "shop", orders.toString(), lines.toString());
    }

    private static Review review(ReportKind kind, LocalDate day) {
        ReviewBook book = shop.server.bean(ReviewBook.class);
        return book.of(STORE, book.period(STORE, kind, day));
    }

    private static BigDecimal sum(Judged judged, Kind kind) {
        return Judged.sum(judged.worked(), kind).add(Judged.sum(judged.failed(), kind));
    }

    private static List<BigDecimal> amounts(List<Part> parts, Kind kind) {
        return parts.stream().filter(part -> part.kind() == kind).map(Part::amount).toList();
    }

    private static BigDecimal known(MetricValue value) {
        return value.known().orElseThrow();
    }
}
