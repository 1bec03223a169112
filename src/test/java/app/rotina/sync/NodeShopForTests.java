package app.rotina.sync;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real shop from npm, in a process of its own. */
final class NodeShopForTests implements AutoCloseable {
    private static final String OPEN = "open";

    private final Path scripts;
    private final Path folder;
    private final Process process;
    private final int port;
    private final String said;

    /**
     * Skips the test where there is no shop to be had: no Node.js, or no registry.
     *
     * @param name of the folder with its scripts
     * @param arguments what its script is told after the port
     */
    NodeShopForTests(String name, String... arguments) {
        this.scripts = Path.of("src/test/resources/shops", name);
        this.folder = Path.of("target/shops", name);
        try {
            install();
            this.port = free();
            this.process = begin(arguments);
            this.said = opened();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int free() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private Process begin(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("node", "shop.cjs", "" + port));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(folder.resolve("errors.log").toFile())
                .start();
    }

    private String opened() throws IOException {
        BufferedReader lines = process.inputReader();
        String line = lines.readLine();
        while (line != null && !line.startsWith(OPEN)) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IllegalStateException(Files.readString(folder.resolve("errors.log")));
        }
        return line.substring(OPEN.length()).strip();
    }

    /**
     * Once for all tests of a checkout; what npm brings is as of a day, so that it stays the same.
     */
    private void install() throws IOException {
        Files.createDirectories(folder);
        Assumptions.assumeTrue(
                ends(
                        1,
                        "node",
                        "--eval",
                        "process.exit(Number(parseInt(process.versions.node) < 20))"),
                "needs Node.js 20 or newer, to run a real shop");
        try (Stream<Path> files = Files.walk(scripts)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(scripts.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (!Files.exists(folder.resolve("node_modules/.package-lock.json"))) {
            Assumptions.assumeTrue(
                    ends(
                            10,
                            "npm",
                            "install",
                            "--ignore-scripts",
                            "--no-audit",
                            "--no-fund",
                            "--fetch-retries=1"),
                    "npm cannot install the shop; see " + folder.resolve("command.log"));
        }
    }

    /** False where the command is not here, fails, or takes longer than the minutes given. */
    private boolean ends(int minutes, String... command) {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("command.log").toFile());
        Process begun;
        try {
            begun = builder.start();
        } catch (IOException e) {
            return false;
        }
        try {
            boolean ended = begun.waitFor(minutes, TimeUnit.MINUTES);
            begun.descendants().forEach(ProcessHandle::destroy);
            begun.destroy();
            return ended && begun.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** What it said when it opened; empty: nothing. */
    String said() {
        return said;
    }
}
