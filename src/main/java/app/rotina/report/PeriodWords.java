package app.rotina.report;

import app.rotina.kernel.Days;
import app.rotina.kernel.Formats;
import app.rotina.kernel.Texts;
import java.time.LocalDate;
import java.time.YearMonth;

/** How a run of days is called in one language. */
record PeriodWords(Texts texts, Formats formats) {

    /** Thu, 20 Nov 2025; 17–23 Nov 2025; November 2025. */
    String name(Days days) {
        if (days.count() == 1) {
            return formats.day(days.from());
        }
        YearMonth month = YearMonth.from(days.from());
        return days.equals(Days.of(month)) ? formats.month(month) : run(days.from(), days.to());
    }

    private String run(LocalDate from, LocalDate to) {
        return texts.say("reports.run", formats.date(from), formats.date(to), to.getYear() + "");
    }

    /** With what it does not yet hold. */
    String of(ReportPeriod period) {
        String name = name(period.whole());
        if (!period.soFar()) {
            return name;
        }
        return period.kind() == ReportKind.DAILY
                ? texts.say("reports.running", name)
                : texts.say("reports.so_far", name, formats.shortDay(period.through()));
    }
}
