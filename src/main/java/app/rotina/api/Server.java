package app.rotina.api;

import app.rotina.access.FirstRun;
import app.rotina.access.LocalToken;
import app.rotina.kernel.DataFolder;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.FolderLock;
import app.rotina.state.StateDatabase;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A running Rotina: it owns its data folder from start to close. */
public final class Server implements AutoCloseable {
    private final DataFolder folder;
    private final FolderLock lock;
    private final @Nullable String stateUrl;
    private final LocalToken token = LocalToken.random();
    private final CompletableFuture<StateDatabase> database = new CompletableFuture<>();
    private final ConfigurableApplicationContext context;

    /**
     * Where a server listens.
     *
     * @param port 0: any free one
     */
    public record Place(String host, int port) {
        public static final Place ANYWHERE_LOCAL = new Place("127.0.0.1", 0);
    }

    private Server(
            Class<?> application,
            DataFolder folder,
            FolderLock lock,
            Place place,
            @Nullable String stateUrl) {
        this.folder = folder;
        this.lock = lock;
        this.stateUrl = stateUrl;
        this.context = context(application, place);
    }

    /** Claims the folder and starts; a busy folder or port is refused with its sentence. */
    public static Server start(Class<?> application, DataFolder folder, Place place) {
        return start(application, folder, place, System.getenv(StateDatabase.URL_VARIABLE));
    }

    /**
     * @param stateUrl a PostgreSQL of the user's own; absence: the embedded one
     */
    static Server start(
            Class<?> application, DataFolder folder, Place place, @Nullable String stateUrl) {
        FolderLock lock = FolderLock.take(folder);
        try {
            return new Server(application, folder, lock, place, stateUrl);
        } catch (RuntimeException e) {
            lock.close();
            throw plain(e, place);
        }
    }

    public ServerAddress address() {
        return new ServerAddress(URI.create("http://127.0.0.1:" + port()), token.secret());
    }

    /** Tells the command lines on this machine where to find this server. */
    public void announce() {
        address().leaveIn(folder);
    }

    /** The token for opening the first account; empty once there is one. */
    public Optional<String> firstRunToken() {
        return context.getBean(FirstRun.class).token();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        ServerAddress.clear(folder);
        try {
            context.close();
        } finally {
            closeDatabase();
            lock.close();
        }
    }

    private int port() {
        return Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    private ConfigurableApplicationContext context(Class<?> application, Place place) {
        SpringApplication spring = new SpringApplication(application);
        spring.setBannerMode(Banner.Mode.OFF);
        spring.setRegisterShutdownHook(false);
        spring.setDefaultProperties(
                Map.of(
                        "server.address", place.host(),
                        "server.port", place.port(),
                        "logging.file.name", folder.logs().resolve("rotina.log").toString()));
        spring.addInitializers(starting -> {
            giveBeans(starting.getBeanFactory());
            openDatabase();
        });
        try {
            return spring.run();
        } catch (RuntimeException e) {
            closeDatabase();
            throw e;
        }
    }

    /** The database starts while the application is put together. */
    private void openDatabase() {
        database.completeAsync(
                () -> StateDatabase.open(folder, stateUrl),
                task -> new Thread(task, "state-database").start());
    }

    private void giveBeans(ConfigurableListableBeanFactory beans) {
        beans.registerSingleton("dataFolder", folder);
        beans.registerSingleton("localToken", token);
        beans.registerSingleton("stateDatabase", database);
    }

    private void closeDatabase() {
        database.cancel(false); // if it never began
        try {
            database.join().close();
        } catch (CompletionException | CancellationException e) {
            // it never started; whoever needed it has said so
        }
    }

    private static RuntimeException plain(RuntimeException e, Place place) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof RotinaException known) {
                return known;
            }
            if (cause instanceof PortInUseException) {
                return new RotinaException(Problem.PORT_BUSY, e, String.valueOf(place.port()));
            }
        }
        return e;
    }
}
