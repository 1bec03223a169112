package app.rotina.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.cli.ReportShop;
import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.kernel.Texts;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metrics;
import app.rotina.report.Report.Channel;
import app.rotina.report.Report.Compared;
import app.rotina.report.Report.Line;
import app.rotina.routine.Closing;
import app.rotina.routine.DailyClose;
import app.rotina.routine.DailyClose.DriverPart;
import app.rotina.routine.DailyClose.Verdict;
import app.rotina.state.Notes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What reports say of a shop, held to its close and to questions to its metrics. */
class ReportsTest {
    private static final Store STORE = ReportShop.store();

    private static ReportShop shop;

    @BeforeAll
    static void open() {
        shop = new ReportShop();
        shop.server
                .bean(Notes.class)
                .write("shop", ReportShop.BAD_DAY, "Ana <Exemplo>", "Chat caiu =1+1 *às 10h*");
        shop.run(
                "action",
                "add",
                "shop",
                "--name=Fotos <novas>",
                "--metric=net_revenue",
                "--from=2026-04-02");
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void tellsADayAsItsCloseDoes() {
        DailyClose close = shop.server.bean(Closing.class).look(STORE, ReportShop.BAD_DAY);
        Report report = report(ReportKind.DAILY, ReportShop.BAD_DAY);

        assertThat(report.headline().verdict())
                .isEqualTo(close.verdict())
                .isEqualTo(Verdict.MISSED);
        assertThat(report.lines())
                .hasSameSizeAs(close.metrics())
                .zipSatisfy(
                        close.metrics(),
                        (line, told) -> {
                            assertThat(line.value()).isEqualTo(told.value());
                            assertThat(line.target()).isEqualTo(told.target());
                            assertThat(line.before())
                                    .containsExactly(
                                            told.previousDay(),
                                            told.sameWeekday(),
                                            told.lastYear());
                        });
        assertThat(report.why()).isEqualTo(close.why());
        assertThat(report.month().standing()).isEqualTo(close.month());
    }

    @ParameterizedTest
    @EnumSource
    void givesTheFiguresThatAQuestionGives(ReportKind kind) {
        Report report = report(kind, LocalDate.parse("2026-04-14"));
        Metrics metrics = shop.server.bean(Metrics.class);
        for (Line line : report.lines()) {
            assertThat(line.value())
                    .as(line.metric())
                    .isEqualTo(metrics.value(STORE, line.metric(), report.period().days()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void sumsPartsToTheWhole(ReportKind kind) {
        Report report = report(kind, ReportShop.BAD_DAY);

        assertThat(report.channels()).hasSize(2);
        assertThat(sum(report.channels(), Channel::value))
                .isEqualByComparingTo(known(report.headline().value()));
        assertThat(sum(report.channels(), Channel::toDate))
                .isEqualByComparingTo(known(report.month().standing().toDate()));
        assertThat(sum(report.why().drivers(), part -> MetricValue.known(part.amount())))
                .isEqualByComparingTo(known(report.why().gap()));
        assertThat(report.why().drivers()).extracting(DriverPart::metric).isNotEmpty();
        if (kind != ReportKind.DAILY) {
            assertThat(sum(report.days(), Report.DayLine::value))
                    .isEqualByComparingTo(known(report.headline().value()));
            assertThat(sum(report.days(), Report.DayLine::target))
                    .isEqualByComparingTo(known(report.headline().target()));
        }
    }

    @Test
    void comparesARunningPeriodWithAsManyDays() {
        Report april = report(ReportKind.MONTHLY, ReportShop.LAST);

        assertThat(april.period().soFar()).isTrue();
        assertThat(april.period().through()).isEqualTo(ReportShop.LAST);
        assertThat(april.compared())
                .extracting(Compared::days)
                .containsExactly(
                        days("2026-03-01", "2026-03-19"), days("2025-04-01", "2025-04-19"));
    }

    @Test
    void takesTheLastPeriodThatIsOverWhereNobodyNamesOne() {
        Reports reports = shop.server.bean(Reports.class);

        assertThat(reports.period(STORE, ReportKind.DAILY, null).whole())
                .isEqualTo(Days.only(ReportShop.LAST));
        assertThat(reports.period(STORE, ReportKind.WEEKLY, null).whole())
                .isEqualTo(days("2026-04-13", "2026-04-19"));
        assertThat(reports.period(STORE, ReportKind.FORTNIGHTLY, null).whole())
                .isEqualTo(days("2026-04-01", "2026-04-15"));
        assertThat(reports.period(STORE, ReportKind.MONTHLY, null).whole())
                .isEqualTo(days("2026-03-01", "2026-03-31"));
        assertThatThrownBy(() ->
                        reports.period(STORE, ReportKind.DAILY, LocalDate.parse("2999-01-01")))
                .isInstanceOf(RotinaException.class);
    }

    @Test
    void tellsWhatWasDoneAndWrittenAndWhatComesNext() {
        Report march = report(ReportKind.MONTHLY, LocalDate.parse("2026-03-31"));
        Report week = report(ReportKind.WEEKLY, ReportShop.LAST);

        assertThat(Objects.requireNonNull(march.next()).month()).hasToString("2026-04");
        assertThat(march.next().goal().known())
                .hasValueSatisfying(goal -> assertThat(goal).isEqualByComparingTo("88000"));
        assertThat(march.next().suggestion()).isNotNull();
        assertThat(march.actions()).isEmpty();
        assertThat(week.actions()).hasSize(1);
        assertThat(week.notes()).hasSize(1);
        assertThat(week.products()).hasSize(ReportShop.PRODUCTS.size());
        assertThat(week.channels())
                .filteredOn(each -> each.outlook() != null)
                .extracting(Channel::channel)
                .containsExactly("chat");
    }

    @ParameterizedTest
    @EnumSource
    void fitsAMessageInTwelveLines(ReportKind kind) {
        ReportWriting writing = shop.server.bean(ReportWriting.class);
        Report report = report(kind, ReportShop.BAD_DAY);
        for (Locale locale : Texts.LOCALES) {
            String text = writing.text(report, locale);
            assertThat(text.lines().toList())
                    .hasSizeBetween(4, 12)
                    .allSatisfy(line -> assertThat(line).doesNotContain("reports.", "missing."));
        }
        assertThat(writing.text(report, Texts.BRAZIL).lines().findFirst())
                .hasValueSatisfying(title ->
                        assertThat(title).startsWith("*Ipê & <b>Filhos</b> Ltda").endsWith("*"));
        assertThat(writing.text(report, Texts.CHINA).lines().skip(1))
                .noneMatch(line -> line.contains("*"));
    }

    @Test
    void namesTheMissAndItsCauseInTheMessage() {
        Report report = report(ReportKind.DAILY, ReportShop.BAD_DAY);
        Telling telling = Telling.of(report, new Catalog(), Texts.BRAZIL);
        String gap = telling.text(known(report.headline().gap()).abs());

        assertThat(new ShareText(telling, true).text())
                .contains("❌ *Não batemos a meta: faltaram " + gap + "*")
                .contains(telling.text(known(report.headline().value())))
                .contains("Principal causa")
                .contains("Mês: ");
    }

    @ParameterizedTest
    @EnumSource
    void saysEverythingInThreeLanguages(ReportKind kind) {
        ReportWriting writing = shop.server.bean(ReportWriting.class);
        for (Locale locale : Texts.LOCALES) {
            Paper paper = writing.paper(report(kind, ReportShop.BAD_DAY), locale);
            assertThat(paper.toString())
                    .doesNotContain(
                            "reports.", "missing.", "effect.", "causes.", "changes.", "{0}");
            assertThat(Stream.of(paper.main(), paper.side(), paper.wide()).flatMap(List::stream))
                    .hasSizeGreaterThan(5);
        }
    }

    private static Report report(ReportKind kind, LocalDate day) {
        Reports reports = shop.server.bean(Reports.class);
        return reports.of(STORE, reports.period(STORE, kind, day));
    }

    private static <T> BigDecimal sum(List<T> parts, Function<T, MetricValue> figure) {
        return parts.stream()
                .map(figure)
                .map(value -> value.known().orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal known(MetricValue value) {
        return value.known().orElse(BigDecimal.ZERO);
    }

    private static Days days(String from, String to) {
        return new Days(LocalDate.parse(from), LocalDate.parse(to));
    }
}
