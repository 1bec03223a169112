package app.rotina.web;

import app.rotina.api.ImportJob;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Texts;
import app.rotina.metrics.Metric.Unit;
import app.rotina.sources.Inspection;
import app.rotina.sources.Profiles;
import app.rotina.sources.RejectedRow;
import app.rotina.warehouse.ImportLog;
import app.rotina.warehouse.ImportReport;
import app.rotina.warehouse.ImportReport.ControlTotal;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An import as its page shows it. */
final class ImportView {
    private static final int SAMPLE = 5;

    private ImportView() {}

    /**
     * The page where files are handed in.
     *
     * @param waiting how many rows wait in quarantine
     */
    record Start(long waiting, List<Logged> log) {}

    /** One file that was imported before. */
    record Logged(
            String file,
            String delivery,
            String at,
            String who,
            String read,
            String inserted,
            String updated,
            String unchanged,
            long quarantined) {}

    /**
     * What an opened import shows before it is confirmed.
     *
     * @param ready true where every file is known
     */
    record Look(String id, boolean ready, List<Table> tables) {}

    /**
     * One table of a file as it was recognised.
     *
     * @param kind what it is; absence: unknown
     * @param problem why it cannot be taken in; absence: it can
     */
    record Table(
            String name,
            @Nullable String kind,
            @Nullable String problem,
            List<String> header,
            List<List<String>> sample,
            List<String> doubts) {}

    /** An import that runs. */
    record Running(String id) {}

    /**
     * What an import did.
     *
     * @param problem why nothing was kept; absence: all was
     */
    record Result(
            @Nullable String problem,
            List<Counted> files,
            @Nullable Control control,
            long quarantined) {}

    /** The counts of one file. */
    record Counted(
            String name,
            String read,
            String inserted,
            String updated,
            String unchanged,
            String quarantined) {}

    /** Money on both sides. */
    record Control(String source, String warehouse, String quarantined, boolean equal) {}

    static Logged logged(ImportLog.Entry entry, Screen screen) {
        Words words = screen.words();
        return new Logged(
                entry.file(),
                kind(entry.delivery(), words),
                words.moment(entry.at(), screen.store().zone()),
                entry.who(),
                words.count(entry.read()),
                words.count(entry.inserted()),
                words.count(entry.updated()),
                words.count(entry.unchanged()),
                entry.quarantined());
    }

    static Table table(Inspection look, Words words) {
        Texts texts = words.texts();
        List<String> doubts =
                Stream.concat(
                                look.warnings().stream()
                                        .map(one ->
                                                sentence(one.textKey(), one.arguments(), texts)),
                                look.rejected().stream()
                                        .limit(SAMPLE)
                                        .map(row -> doubt(row, texts)))
                        .toList();
        return new Table(
                look.name(),
                look.recognised() == null ? null : kind(look.recognised(), words),
                look.recognised() == null ? words.say("web.import.unknown") : null,
                look.header(),
                look.sample().stream().limit(SAMPLE).toList(),
                doubts);
    }

    static Table refused(String name, RotinaException problem, Words words) {
        return new Table(name, null, problem.in(words.texts()), List.of(), List.of(), List.of());
    }

    private static String doubt(RejectedRow row, Texts texts) {
        return texts.say(
                "web.import.would_wait", row.line(), reason(row.reason(), row.arguments(), texts));
    }

    /** Why a row waits, as a sentence. */
    static String reason(String key, List<String> arguments, Texts texts) {
        return sentence(
                key.startsWith("sources.") ? key : "sources.reason." + key, arguments, texts);
    }

    private static String sentence(String key, List<String> arguments, Texts texts) {
        return texts.say(key, arguments.toArray());
    }

    /** A delivery's name for people: its profile's title, and its kind of file. */
    static String kind(String delivery, Words words) {
        int slash = delivery.indexOf('/');
        String profile = slash < 0 ? delivery : delivery.substring(0, slash);
        return Profiles.all().stream()
                .filter(one -> one.id().equals(profile))
                .findFirst()
                .map(one -> one.title(words.locale()) + " · " + delivery.substring(slash + 1))
                .orElseGet(() -> words.sayOr("web.import.kind." + profile, delivery));
    }

    static Result result(ImportReport report, Screen screen) {
        Words words = screen.words();
        return new Result(
                null,
                report.files().stream().map(file -> counted(file, words)).toList(),
                report.control() == null ? null : control(report.control(), screen.figures()),
                report.quarantined());
    }

    static Result failed(ImportJob.Failed failed, Words words) {
        return new Result(failed.problem().in(words.texts()), List.of(), null, 0);
    }

    private static Counted counted(ImportReport.FileReport file, Words words) {
        return new Counted(
                file.name(),
                words.count(file.read()),
                words.count(file.inserted()),
                words.count(file.updated()),
                words.count(file.unchanged()),
                words.count(file.quarantined()));
    }

    private static Control control(ControlTotal total, Figures figures) {
        BigDecimal there = total.warehouse().add(total.quarantined());
        return new Control(
                figures.text(total.source(), Unit.MONEY),
                figures.text(total.warehouse(), Unit.MONEY),
                figures.text(total.quarantined(), Unit.MONEY),
                total.source().compareTo(there) == 0);
    }
}
