package app.rotina.web;

import app.rotina.api.ImportJob;
import app.rotina.kernel.RotinaException;
import app.rotina.metrics.Metric.Unit;
import app.rotina.sources.Inspection;
import app.rotina.sources.Proposal;
import app.rotina.warehouse.ImportLog;
import app.rotina.warehouse.ImportReport;
import app.rotina.warehouse.ImportReport.ControlTotal;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
     * One table of a file as it was understood.
     *
     * @param kind what it is; absence: unknown
     * @param problem why it cannot be taken in; absence: it can
     * @param unknown how it may be read; absence: it is known, or nothing can be made of it
     * @param asks what it leaves open although it is known
     */
    record Table(
            String name,
            @Nullable String kind,
            @Nullable String problem,
            List<String> header,
            List<List<String>> sample,
            List<String> warnings,
            @Nullable FilePreview preview,
            @Nullable UnknownFile unknown,
            List<UnknownFile.Ask> asks) {

        boolean ready() {
            return problem == null && unknown == null;
        }
    }

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

    /** The counts of one file, and what a person should see of it. */
    record Counted(
            String name,
            String read,
            String inserted,
            String updated,
            String unchanged,
            String quarantined,
            List<String> warnings) {}

    /** Money on both sides. */
    record Control(String source, String warehouse, String quarantined, boolean equal) {}

    static Logged logged(ImportLog.Entry entry, FileKinds.Names kinds, Screen screen) {
        Words words = screen.words();
        return new Logged(
                entry.file(),
                kinds.of(entry.delivery()),
                words.moment(entry.at(), screen.store().zone()),
                screen.words().who(entry.who()),
                words.count(entry.read()),
                words.count(entry.inserted()),
                words.count(entry.updated()),
                words.count(entry.unchanged()),
                entry.quarantined());
    }

    static Table table(
            Inspection look, Map<String, String> answers, FileKinds.Names kinds, Screen screen) {
        @Nullable Proposal proposal = look.proposal();
        @Nullable UnknownFile unknown =
                proposal == null || look.header().isEmpty()
                        ? null
                        : UnknownFile.of(look, proposal, answers, screen);
        return new Table(
                look.name(),
                look.recognised() == null ? null : kinds.of(look.recognised()),
                problem(look, unknown, screen.words()),
                look.header(),
                look.sample().stream().limit(SAMPLE).toList(),
                look.warnings().stream().map(one -> one.in(screen.words().texts())).toList(),
                FilePreview.of(look, screen),
                unknown,
                unknown == null ? UnknownFile.asks(look, said(look, answers), screen) : List.of());
    }

    /** What was answered now, or else about an earlier file of the kind. */
    private static Map<String, String> said(Inspection look, Map<String, String> answers) {
        Map<String, String> said = new HashMap<>(look.remembered());
        said.putAll(answers);
        return said;
    }

    private static @Nullable String problem(
            Inspection look, @Nullable UnknownFile unknown, Words words) {
        if (look.problem() != null) {
            return look.problem().in(words.texts());
        }
        boolean lost = look.recognised() == null && unknown == null;
        return lost ? words.say("web.import.unknown") : null;
    }

    static Table refused(String name, RotinaException problem, Words words) {
        return new Table(
                name,
                null,
                problem.in(words.texts()),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                List.of());
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
                words.count(file.quarantined()),
                file.warnings().stream().map(one -> one.in(words.texts())).toList());
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
