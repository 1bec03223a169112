package app.rotina.api;

import app.rotina.api.ImportJob.Done;
import app.rotina.api.ImportJob.Failed;
import app.rotina.api.ImportJob.Preparing;
import app.rotina.api.ImportJob.Receiving;
import app.rotina.api.ImportJob.Running;
import app.rotina.kernel.DataFolder;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.sample.SampleSize;
import app.rotina.sample.SampleStore;
import app.rotina.state.Secrets;
import app.rotina.state.StoreProfiles;
import app.rotina.state.Vault;
import app.rotina.warehouse.ImportReport;
import app.rotina.warehouse.Uploads;
import app.rotina.warehouse.Uploads.Sender;
import app.rotina.warehouse.Uploads.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The imports under way. Files wait in the data folder under names of our own, and go once they are
 * taken in; what a killed process left behind goes at the next start.
 */
@Component
public class ImportJobs implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);
    private static final Duration REMEMBERED = Duration.ofHours(6);
    private static final long LAST_WORDS_SECONDS = 30;

    private final Map<String, ImportJob> jobs = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Uploads uploads;
    private final StoreProfiles profiles;
    private final Vault vault;
    private final Clock clock;
    private final Path spool;

    ImportJobs(
            Uploads uploads, StoreProfiles profiles, Vault vault, Clock clock, DataFolder folder) {
        this.uploads = uploads;
        this.profiles = profiles;
        this.vault = vault;
        this.clock = clock;
        this.spool = folder.spool();
        empty(spool);
    }

    public ImportJob open(Store store) {
        forgetOld();
        String id = Secrets.token();
        ImportJob job = new ImportJob(id, store.id(), spool.resolve(id), clock.instant());
        try {
            Files.createDirectory(job.folder());
        } catch (IOException e) {
            throw new RotinaException(Problem.DISK_FULL, e, spool);
        }
        jobs.put(id, job);
        return job;
    }

    public ImportJob of(Store store, String id) {
        ImportJob job = jobs.get(id);
        if (job == null || !job.store().equals(store.id())) {
            throw new RotinaException(Problem.UNKNOWN_IMPORT, id);
        }
        return job;
    }

    /** Takes what a request brings of a file; after a cut the rest can follow. */
    void receive(ImportJob job, Piece piece, InputStream content) {
        if (!(job.state() instanceof Receiving)) {
            throw new RotinaException(Problem.IMPORT_RUNNING, job.store());
        }
        Arrival arrival = job.arrival(piece);
        try {
            arrival.take(piece, content);
        } catch (IOException e) {
            if (!arrival.canGoOn()) {
                job.forget(arrival);
                delete(arrival.file());
            }
            throw new RotinaException(Problem.UPLOAD_CUT, e, piece.name());
        }
        if (arrival.isWhole()) {
            job.arrived(arrival);
        }
    }

    /** Refuses while files of the store are being taken in. */
    public void requireIdle(Store store) {
        boolean busy =
                jobs.values().stream()
                        .filter(job -> job.store().equals(store.id()))
                        .anyMatch(
                                job -> !job.state().over() && !(job.state() instanceof Receiving));
        if (busy) {
            throw new RotinaException(Problem.IMPORT_RUNNING, store.id());
        }
    }

    /** Lets go of the store's files that wait to be taken in; with them go the people in them. */
    void dropWaiting(Store store) {
        jobs.values().stream()
                .filter(job -> job.store().equals(store.id()))
                .filter(job -> job.state() instanceof Receiving)
                .forEach(this::cancel);
    }

    public void start(Store store, ImportJob job, Sender sender) {
        begin(job, () -> takeIn(store, job, sender));
    }

    /** Writes the files of a sample store and takes them in. */
    public void sample(Store store, ImportJob job, SampleSize size, Sender sender) {
        begin(
                job,
                () -> {
                    prepare(store, job, size);
                    takeIn(store, job, sender);
                });
    }

    /**
     * Stops it: until it is committed, nothing of it is kept.
     *
     * @return true where nothing had begun, so that it is gone; else its state will tell
     */
    public boolean cancel(ImportJob job) {
        job.progress().cancel();
        if (!(job.state() instanceof Receiving)) {
            return false;
        }
        finish(job);
        jobs.remove(job.id());
        return true;
    }

    @Override
    public void destroy() throws InterruptedException {
        jobs.values().forEach(job -> job.progress().cancel());
        workers.shutdown();
        if (!workers.awaitTermination(LAST_WORDS_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("an import does not stop");
        }
        jobs.values().forEach(this::finish);
    }

    private synchronized void begin(ImportJob job, Runnable work) {
        if (!(job.state() instanceof Receiving)) {
            throw new RotinaException(Problem.IMPORT_RUNNING, job.store());
        }
        job.arrivals().forEach(Arrival::requireWhole);
        job.state(new Running());
        workers.execute(() -> work(job, work));
    }

    private void work(ImportJob job, Runnable work) {
        try {
            work.run();
        } catch (RotinaException e) {
            job.state(new Failed(e));
        } catch (RuntimeException | Error e) { // nobody else would end the job
            LOG.error("import {}", job.store(), e);
            job.state(new Failed(new RotinaException(Problem.INTERNAL, e, String.valueOf(e))));
        } finally {
            finish(job);
        }
    }

    private void takeIn(Store store, ImportJob job, Sender sender) {
        job.state(new Running());
        List<Upload> files = List.copyOf(job.uploads());
        ImportReport report =
                uploads.take(store, vault.key(store.id()), files, sender, job.progress());
        report.files()
                .forEach(file -> profiles.remember(store.id(), file.delivery(), sender.answers()));
        job.state(new Done(report));
    }

    /**
     * Its files are as old as its last day, so that the same sample is the same whenever it is
     * made.
     */
    private void prepare(Store store, ImportJob job, SampleSize size) {
        SampleStore.write(
                job.folder(),
                size,
                (done, all) -> {
                    if (job.progress().cancelled()) {
                        throw new RotinaException(Problem.IMPORT_CANCELLED);
                    }
                    job.state(new Preparing(done, all));
                });
        Instant written = size.end().plusDays(1).atStartOfDay(store.zone()).toInstant();
        try (Stream<Path> files = Files.list(job.folder())) {
            files.filter(file -> !file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> new Upload(file, String.valueOf(file.getFileName()), written))
                    .forEach(job.uploads()::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void finish(ImportJob job) {
        if (Files.exists(job.folder())) {
            empty(job.folder());
            delete(job.folder());
        }
    }

    private void forgetOld() {
        Instant limit = clock.instant().minus(REMEMBERED);
        for (ImportJob job : List.copyOf(jobs.values())) {
            boolean idle = job.state().over() || job.state() instanceof Receiving;
            if (idle && job.opened().isBefore(limit)) {
                finish(job);
                jobs.remove(job.id());
            }
        }
    }

    private static void empty(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .filter(file -> !file.equals(folder))
                    .forEach(ImportJobs::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} stays", file, e);
        }
    }
}
