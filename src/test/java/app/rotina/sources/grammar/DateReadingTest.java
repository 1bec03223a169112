package app.rotina.sources.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateReadingTest {
    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");
    private static final Clock NOW =
            Clock.fixed(Instant.parse("2026-09-15T12:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "iso | 2026-01-31 10:00:00 | 2026-01-31T13:00:00Z",
                "iso | 2026-01-31T10:00 | 2026-01-31T13:00:00Z",
                "iso | 2026-01-31 | 2026-01-31T03:00:00Z",
                "iso | 2026-01-31T10:00:00.250 | 2026-01-31T13:00:00.250Z",
                "iso | 2026-01-31T10:00:00Z | 2026-01-31T10:00:00Z",
                "dd/MM/yyyy HH:mm[:ss] | 31/01/2026 10:00 | 2026-01-31T13:00:00Z",
                "dd/MM/yyyy HH:mm[:ss] | 31/01/2026 10:00:30 | 2026-01-31T13:00:30Z",
                "yyyyMMdd | 20260131 | 2026-01-31T03:00:00Z",
                "yyyy年M月d日 HH:mm | 2026年1月31日 10:00 | 2026-01-31T13:00:00Z",
                "MMM d, yyyy h:mm a | Jan 31, 2026 12:05 AM | 2026-01-31T03:05:00Z",
                "MMM d, yyyy h:mm a | Jan 31, 2026 12:05 PM | 2026-01-31T15:05:00Z",
                "d MMM yy | 31 março 26 | x",
                "yyyy/MM/dd | ２０２６/０１/３１ | 2026-01-31T03:00:00Z"
            })
    void readsDeclaredForms(String format, String text, String instant) {
        if (instant.equals("x")) {
            assertThat(reading(format).instant(text)).isEqualTo("2026-03-31T03:00:00Z");
            return;
        }
        assertThat(reading(format).instant(text)).isEqualTo(instant);
    }

    @Test
    void readsAPortugueseDateInWords() {
        assertThat(
                        reading("d 'de' MMMM 'de' yyyy HH:mm[' hs.']")
                                .instant("5 de junho de 2026 17:35 hs."))
                .isEqualTo("2026-06-05T20:35:00Z");
    }

    @DisplayName("40: no date rolls over")
    @ParameterizedTest
    @ValueSource(strings = {"30/02/2026", "31/04/2026", "29/02/2025", "00/01/2026", "01/13/2026"})
    void refusesDaysThatNeverAre(String text) {
        assertThat(refusal("dd/MM/yyyy", text)).isEqualTo("date_impossible");
    }

    @Test
    void refusesTimesNoClockShows() {
        assertThat(refusal("iso", "2026-01-31 24:00:00")).isEqualTo("date_impossible");
        assertThat(refusal("h:mm a d/M/yyyy", "13:00 PM 1/1/2026")).isEqualTo("date_impossible");
    }

    @Test
    @DisplayName("29 February is a day in leap years")
    void knowsLeapYears() {
        assertThat(reading("dd/MM/yyyy").day("29/02/2024")).isEqualTo("2024-02-29");
    }

    @Test
    void namesTheFormsItExpects() {
        Refused refused =
                catchThrowableOfType(Refused.class, () -> reading("dd/MM/yyyy").day("2026-01-31"));
        assertThat(refused.reason()).isEqualTo("date_format");
        assertThat(refused.arguments()).containsExactly("2026-01-31", "dd/MM/yyyy");
    }

    @Test
    @DisplayName("41: a serial of the 1900 system, with its time of day")
    void readsAWorkbookSerial() {
        assertThat(reading("excel").instant("46000.5")).isEqualTo("2025-12-09T15:00:00Z");
        assertThat(reading("excel").day("46000")).isEqualTo("2025-12-09");
    }

    @Test
    @DisplayName("42: the 1904 system")
    void readsASerialOf1904() {
        assertThat(reading("excel1904").day("44538")).isEqualTo("2025-12-09");
    }

    @Test
    @DisplayName("43: serial 60 is a day that never was")
    void refusesSerialSixty() {
        assertThat(refusal("excel", "60")).isEqualTo("date_impossible");
    }

    @Test
    @DisplayName("44: a time that does not exist moves forward by the gap")
    void movesATimeThatDoesNotExist() {
        Instant instant = reading("iso").instant("2018-11-04 00:30:00");
        assertThat(instant).isEqualTo("2018-11-04T03:30:00Z");
        assertThat(instant.atZone(SAO_PAULO).toLocalTime()).hasToString("01:30");
    }

    @Test
    @DisplayName("45: the instant 03:30Z is 01:30 that day")
    void honoursAnInstantInTheGap() {
        assertThat(reading("iso").instant("2018-11-04T03:30:00Z").atZone(SAO_PAULO).toLocalTime())
                .hasToString("01:30");
    }

    @Test
    @DisplayName("46: a time that happens twice is the earlier")
    void takesTheEarlierOfTwo() {
        assertThat(reading("iso").instant("2018-02-17 23:30:00")).isEqualTo("2018-02-18T01:30:00Z");
        assertThat(reading("iso").instant("2018-02-18 00:10:00")).isEqualTo("2018-02-18T03:10:00Z");
    }

    @Test
    @DisplayName("47: no summer time since 2019")
    void knowsThatSummerTimeEnded() {
        assertThat(reading("iso").instant("2019-11-10 12:00:00")).isEqualTo("2019-11-10T15:00:00Z");
        assertThat(reading("iso").instant("2018-11-10 12:00:00")).isEqualTo("2018-11-10T14:00:00Z");
    }

    @Test
    @DisplayName("48: no day of a series over the change of clocks is shifted")
    void keepsASeriesOverTheChangeOfClocks() {
        DateReading reading = reading("dd/MM/yyyy");
        for (int day = 1; day <= 30; day++) {
            String text = "%02d/11/2018".formatted(day);
            LocalDate local = LocalDate.ofInstant(reading.instant(text), SAO_PAULO);
            assertThat(local).isEqualTo(LocalDate.of(2018, 11, day));
            assertThat(reading.day(text)).isEqualTo(local);
        }
    }

    @Test
    @DisplayName("49: 02:30Z is the day before in São Paulo")
    void givesTheStoresDay() {
        assertThat(reading("iso").day("2026-03-02T02:30:00Z")).isEqualTo("2026-03-01");
        assertThat(reading("iso").day("2026-03-01 23:30:00")).isEqualTo("2026-03-01");
    }

    @Test
    @DisplayName("50: an offset is honoured")
    void honoursOffsets() {
        assertThat(reading("iso").instant("2026-03-01T10:00:00-04:00"))
                .isEqualTo("2026-03-01T14:00:00Z");
        assertThat(reading("yyyy-MM-dd HH:mm:ss X").instant("2026-03-01 10:00:00 +0500"))
                .isEqualTo("2026-03-01T05:00:00Z");
    }

    @Test
    @DisplayName("51: a naive time belongs to the source's zone")
    void takesNaiveTimesInTheSourcesZone() {
        DateReading reading =
                new DateReading(
                        DateFormat.named(List.of("iso")),
                        ZoneId.of("Asia/Shanghai"),
                        SAO_PAULO,
                        NOW);
        assertThat(reading.instant("2026-03-01 10:00:00")).isEqualTo("2026-03-01T02:00:00Z");
        assertThat(reading.day("2026-03-01 10:00:00")).isEqualTo("2026-02-28");
        assertThat(reading.day("2026-03-01")).isEqualTo("2026-03-01");
    }

    @Test
    @DisplayName("52: China's summer time of 1986 to 1991")
    void knowsChinasSummerTime() {
        DateReading reading =
                new DateReading(
                        DateFormat.named(List.of("iso")),
                        ZoneId.of("Asia/Shanghai"),
                        ZoneId.of("Asia/Shanghai"),
                        NOW);
        assertThat(reading.instant("1988-07-01 12:00:00")).isEqualTo("1988-07-01T03:00:00Z");
        assertThat(reading.instant("1988-12-01 12:00:00")).isEqualTo("1988-12-01T04:00:00Z");
    }

    @Test
    @DisplayName("58: epochs of seconds, milliseconds and microseconds")
    void readsEpochs() {
        Instant moment = Instant.parse("2026-03-01T10:00:00Z");
        long second = moment.getEpochSecond();
        assertThat(reading("epoch_s").instant("" + second)).isEqualTo(moment);
        assertThat(reading("epoch_ms").instant(second + "000")).isEqualTo(moment);
        assertThat(reading("epoch_us").instant(second + "000000")).isEqualTo(moment);
        assertThat(refusal("epoch_s", second + "000")).isEqualTo("date_implausible");
    }

    @DisplayName("59: 2099, 1970 and 1900 are no days of a store")
    @ParameterizedTest
    @ValueSource(strings = {"2099-01-01", "1970-01-01", "1900-01-01", "0001-01-01"})
    void refusesImplausibleYears(String text) {
        assertThat(refusal("iso", text)).isEqualTo("date_implausible");
    }

    @Test
    void refusesPatternsItDoesNotKnow() {
        assertThatThrownBy(() -> DateFormat.named("dd/MM/yyyy QQ"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Q");
        assertThatThrownBy(() -> DateFormat.named("dd/MM")).hasMessageContaining("no year");
        assertThatThrownBy(() -> DateFormat.named("'dd")).hasMessageContaining("quote");
    }

    private static DateReading reading(String format) {
        return new DateReading(DateFormat.named(List.of(format)), SAO_PAULO, SAO_PAULO, NOW);
    }

    private static String refusal(String format, String text) {
        return catchThrowableOfType(Refused.class, () -> reading(format).instant(text)).reason();
    }
}
