package app.rotina.cli;

import app.rotina.api.Server;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rotina serve}: the pages and the API until Ctrl-C. */
@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {
    private final RotinaCommand root;

    @Option(names = "--port", paramLabel = "PORT")
    private int port = 8080;

    @Option(names = "--host", paramLabel = "HOST")
    private String host = "127.0.0.1";

    ServeCommand(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        if (port < 1 || port > 65535) {
            throw new RotinaException(Problem.BAD_ARGUMENT, "--port " + port);
        }
        serve(root.start(root.folder(), new Server.Place(host, port)), root);
        return 0;
    }

    /** Says where the pages are, and stays until the process is told to stop. */
    static void serve(Server server, RotinaCommand root) {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> {
                            server.close();
                            stopped.countDown();
                        }));
        server.announce();
        String url = server.address().url().toString().replace("127.0.0.1", "localhost");
        root.terminal().tell(root.texts().say("cli.serving", url));
        server.firstRunToken()
                .ifPresent(token ->
                        root.terminal().tell(root.texts().say("cli.first_run", url, token)));
        await(stopped);
    }

    private static void await(CountDownLatch stopped) {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
