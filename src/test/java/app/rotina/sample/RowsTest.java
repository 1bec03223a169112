package app.rotina.sample;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.kernel.Days;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsTest {
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
    private static final LocalTimes TIMES =
            new LocalTimes(
                    new Days(LocalDate.parse("2018-02-01"), LocalDate.parse("2018-12-31")), ZONE);

    @TempDir Path folder;

    @Test
    void writesMoneyAsExactDecimals() throws IOException {
        assertThat(lines(rows -> rows.money(0).money(5).money(-1990).money(123_456_789).end()))
                .containsExactly("0.00,0.05,-19.90,1234567.89");
    }

    @Test
    void quotesOnlyWhatHasToBeQuoted() throws IOException {
        assertThat(lines(rows -> rows.text("São Paulo").text("a,b").text("say \"oi\"").end()))
                .containsExactly("São Paulo,\"a,b\",\"say \"\"oi\"\"\"");
    }

    @Test
    void countsBeyondTheUsualWidthOfAnId() throws IOException {
        DayId id = new DayId(0, 123_456);
        assertThat(lines(rows -> rows.id(id).id(id.line(2)).id(id.refund(1)).end()))
                .containsExactly("180201-123456,180201-123456-2,180201-123456-R1");
    }

    @Test
    void writesLocalTimeWhereTheClockJumpsOverMidnight() throws IOException {
        assertThat(
                        lines(rows ->
                                rows.instant(second("2018-11-04T02:59:59Z"))
                                        .instant(second("2018-11-04T03:00:00Z"))
                                        .instant(second("2018-11-05T01:59:59Z"))
                                        .end()))
                .containsExactly(
                        "2018-11-03T23:59:59-03:00,2018-11-04T01:00:00-02:00,"
                                + "2018-11-04T23:59:59-02:00");
        assertThat(TIMES.hours(TIMES.dayOf(second("2018-11-04T03:00:00Z")))).isEqualTo(23);
    }

    @Test
    void writesTheHourThatHappensTwiceWithBothOffsets() throws IOException {
        assertThat(
                        lines(rows ->
                                rows.instant(second("2018-02-18T01:30:00Z"))
                                        .instant(second("2018-02-18T02:30:00Z"))
                                        .end()))
                .containsExactly("2018-02-17T23:30:00-02:00,2018-02-17T23:30:00-03:00");
        assertThat(TIMES.hours(TIMES.dayOf(second("2018-02-18T02:30:00Z")))).isEqualTo(25);
    }

    @Test
    void leavesOutWhatHasNotHappenedByTheEnd() throws IOException {
        assertThat(lines(rows -> rows.instant(TIMES.cutoff()).instant(Order.NEVER).number(1).end()))
                .containsExactly(",,1");
    }

    private List<String> lines(Consumer<Rows> writing) throws IOException {
        Path file = folder.resolve("rows.csv");
        try (Rows rows = new Rows(file, TIMES, "header")) {
            writing.accept(rows);
        }
        List<String> lines = Files.readAllLines(file);
        return lines.subList(1, lines.size());
    }

    private static long second(String instant) {
        return Instant.parse(instant).getEpochSecond();
    }
}
