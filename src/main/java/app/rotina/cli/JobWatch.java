package app.rotina.cli;

import app.rotina.kernel.Texts;
import tools.jackson.databind.JsonNode;

/** Follows an import until it is over: draws how far it is, and cancels it on Ctrl-C. */
final class JobWatch {
    private static final int SHORTEST_WAIT_MS = 20;
    private static final int LONGEST_WAIT_MS = 250;
    private static final int QUIET_MS = 1000;
    private static final int BAR = 30;

    private final Client client;
    private final Terminal terminal;
    private final Texts texts;
    private boolean drawn;

    JobWatch(Client client, RotinaCommand root) {
        this.client = client;
        this.terminal = root.terminal();
        this.texts = root.texts();
    }

    /** Gives the report of the import; refuses with its sentence if it failed. */
    JsonNode follow(String jobPath) {
        Thread cancel = new Thread(() -> client.delete(jobPath));
        Runtime.getRuntime().addShutdownHook(cancel);
        try {
            return result(jobPath);
        } finally {
            Runtime.getRuntime().removeShutdownHook(cancel);
        }
    }

    private JsonNode result(String jobPath) {
        int waited = 0;
        int wait = SHORTEST_WAIT_MS;
        while (true) {
            JsonNode job = client.get(jobPath);
            switch (job.path("state").asString()) {
                case "done" -> {
                    clear();
                    return job.path("report");
                }
                case "failed" -> {
                    clear();
                    throw client.refusal(job.path("problem"));
                }
                default -> draw(job, waited);
            }
            sleep(wait);
            waited += wait;
            wait = Math.min(wait * 2, LONGEST_WAIT_MS);
        }
    }

    private void draw(JsonNode job, int waited) {
        if (!terminal.interactive() || waited < QUIET_MS) {
            return;
        }
        long all = job.path("all").asLong();
        double part = all == 0 ? 0 : Math.min(1.0, (double) job.path("done").asLong() / all);
        int full = (int) Math.round(part * BAR);
        String line =
                "%s [%s%s] %3d%%  %s"
                        .formatted(
                                texts.say("cli.job." + job.path("state").asString()),
                                "█".repeat(full),
                                "·".repeat(BAR - full),
                                Math.round(part * 100),
                                job.path("file").asString());
        terminal.redraw(line);
        drawn = true;
    }

    private void clear() {
        if (drawn) {
            terminal.redraw("");
        }
    }

    private static void sleep(int ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
