package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.api.ImportJob.Done;
import app.rotina.api.ImportJob.Failed;
import app.rotina.api.ImportJob.Preparing;
import app.rotina.api.ImportJob.Receiving;
import app.rotina.api.ImportJob.Running;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.kernel.Texts;
import app.rotina.sample.SampleSize;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import app.rotina.state.Stores;
import app.rotina.warehouse.ImportLog;
import app.rotina.warehouse.Uploads.Sender;
import app.rotina.warehouse.Uploads.Upload;
import app.rotina.warehouse.Warehouse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Imports: opened, given their files one by one, started, watched, cancelled. */
@RestController
@RequestMapping("/api/stores/{store}")
class ImportsApi {
    private static final int LOG_LINES = 100;

    private final ImportJobs jobs;
    private final Warehouse warehouse;
    private final Audit audit;
    private final Stores stores;
    private final Clock clock;

    ImportsApi(ImportJobs jobs, Warehouse warehouse, Audit audit, Stores stores, Clock clock) {
        this.jobs = jobs;
        this.warehouse = warehouse;
        this.audit = audit;
        this.stores = stores;
        this.clock = clock;
    }

    /**
     * @param profile the profile all files have; absence: each is recognised
     * @param answers what was answered where files leave a doubt
     */
    record Start(@Nullable String profile, @Nullable Map<String, String> answers) {}

    /**
     * @param end the sample's last day; absence: yesterday in the store's zone
     */
    record Sample(long orders, long seed, @Nullable LocalDate end) {}

    /**
     * An import as it stands.
     *
     * @param state {@code receiving}, {@code preparing}, {@code running}, {@code done} or {@code
     *     failed}
     * @param done so far: bytes of the file, or days of a sample being written
     * @param all 0 until it is known
     * @param files those that are here, and those on their way
     * @param report once it is done
     * @param problem once it has failed
     */
    record JobCard(
            String id,
            String state,
            String file,
            long done,
            long all,
            long rows,
            List<FileCard> files,
            @Nullable ReportCard report,
            OpenApiDocument.@Nullable Fault problem) {}

    /**
     * A file that was sent, or is being sent.
     *
     * @param received the bytes that are here; the rest follows with {@code Content-Range: bytes
     *     <received>-<last>/<size>}
     * @param size of the whole file
     */
    record FileCard(String name, long received, long size) {}

    /** The count and checksum of every table, before and after it was made anew. */
    record RebuildCard(boolean equal, Map<String, String> before, Map<String, String> after) {}

    @GetMapping("/imports")
    @Access(Role.VIEWER)
    List<ImportLog.Entry> list(Store store) {
        return warehouse.log().latest(store.id(), LOG_LINES);
    }

    @PostMapping("/imports")
    @Access(Role.MANAGER)
    @ResponseStatus(HttpStatus.CREATED)
    JobCard open(Store store, Locale locale) {
        return card(jobs.open(store), locale);
    }

    /** Takes a file, or with {@code Content-Range} the rest of one that was cut. */
    @PutMapping("/imports/{id}/files")
    @Access(Role.MANAGER)
    JobCard receive(
            Store store,
            @PathVariable String id,
            @RequestParam String name,
            @RequestParam(required = false) @Nullable Instant written,
            InputStream content,
            HttpServletRequest request) {
        ImportJob job = jobs.of(store, id);
        Instant time = written == null ? clock.instant() : written;
        String range = request.getHeader(HttpHeaders.CONTENT_RANGE);
        Piece piece = Piece.of(name, time, range, request.getContentLengthLong());
        jobs.receive(job, piece, content);
        return card(job, RequestContextUtils.getLocale(request));
    }

    @PostMapping("/imports/{id}/start")
    @Access(Role.MANAGER)
    JobCard start(Caller caller, Store store, @PathVariable String id, @RequestBody Start start) {
        ImportJob job = jobs.of(store, id);
        Map<String, String> answers = start.answers() == null ? Map.of() : start.answers();
        jobs.start(store, job, new Sender(caller.name(), start.profile(), answers));
        stores.markSample(store.id(), false);
        audit.note(caller.name(), store.id(), "import", "files " + job.uploads().size());
        return card(job, Locale.ENGLISH);
    }

    @GetMapping("/imports/{id}")
    @Access(Role.MANAGER)
    JobCard show(Store store, @PathVariable String id, Locale locale) {
        return card(jobs.of(store, id), locale);
    }

    @DeleteMapping("/imports/{id}")
    @Access(Role.MANAGER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(Store store, @PathVariable String id) {
        jobs.cancel(jobs.of(store, id));
    }

    @PostMapping("/samples")
    @Access(Role.MANAGER)
    @ResponseStatus(HttpStatus.CREATED)
    JobCard sample(Caller caller, Store store, @RequestBody Sample sample, Locale locale) {
        LocalDate yesterday = LocalDate.ofInstant(clock.instant(), store.zone()).minusDays(1);
        SampleSize size =
                new SampleSize(
                        sample.orders(),
                        sample.seed(),
                        sample.end() == null ? yesterday : sample.end());
        if (warehouse.log().latest(store.id(), 1).isEmpty()) {
            stores.markSample(store.id(), true);
        }
        ImportJob job = jobs.open(store);
        jobs.sample(store, job, size, new Sender(caller.name(), null, Map.of()));
        audit.note(caller.name(), store.id(), "sample", "orders " + sample.orders());
        return card(job, locale);
    }

    @PostMapping("/rebuild")
    @Access(Role.OWNER)
    RebuildCard rebuild(Caller caller, Store store) {
        Map<String, String> before = warehouse.checksums(store.id());
        warehouse.imports().rebuild(store);
        audit.note(caller.name(), store.id(), "rebuild", "");
        Map<String, String> after = warehouse.checksums(store.id());
        return new RebuildCard(before.equals(after), before, after);
    }

    private static JobCard card(ImportJob job, Locale locale) {
        return switch (job.state()) {
            case Receiving() -> standing(job, "receiving", 0, 0);
            case Preparing(int done, int all) -> standing(job, "preparing", done, all);
            case Running() ->
                    standing(
                            job,
                            "running",
                            job.progress().bytesRead(),
                            job.progress().bytesOfFile());
            case Done done ->
                    new JobCard(
                            job.id(),
                            "done",
                            "",
                            0,
                            0,
                            0,
                            List.of(),
                            ReportCard.of(done.report(), Texts.of(locale)),
                            null);
            case Failed failed ->
                    new JobCard(
                            job.id(),
                            "failed",
                            "",
                            0,
                            0,
                            0,
                            List.of(),
                            null,
                            new OpenApiDocument.Fault(
                                    failed.problem().problem().name().toLowerCase(Locale.ROOT),
                                    failed.problem().in(Texts.of(locale)),
                                    failed.problem().problem().category().httpStatus()));
        };
    }

    private static JobCard standing(ImportJob job, String state, long done, long all) {
        return new JobCard(
                job.id(),
                state,
                job.progress().file(),
                done,
                all,
                job.progress().rows(),
                files(job),
                null,
                null);
    }

    private static List<FileCard> files(ImportJob job) {
        if (!(job.state() instanceof Receiving)) {
            return List.of();
        }
        return Stream.concat(
                        job.uploads().stream().map(ImportsApi::file),
                        job.arrivals().stream().map(Arrival::card))
                .toList();
    }

    private static FileCard file(Upload upload) {
        try {
            long size = Files.size(upload.file());
            return new FileCard(upload.name(), size, size);
        } catch (IOException e) {
            throw new RotinaException(Problem.UPLOAD_CUT, e, upload.name());
        }
    }
}
