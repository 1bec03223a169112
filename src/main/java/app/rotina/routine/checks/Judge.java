package app.rotina.routine.checks;

import app.rotina.kernel.Store;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides a check where a metric and a limit cannot say what is wrong; named by its checks. */
interface Judge {
    String id();

    Ruling on(Store store, Turn turn);

    /**
     * What it decided.
     *
     * @param findings the costliest first
     * @param missing why nothing can be told; absence: it can
     */
    record Ruling(List<Finding> findings, @Nullable String missing) {
        static Ruling untold(String why) {
            return new Ruling(List.of(), why);
        }

        static Ruling found(List<Finding> findings) {
            return new Ruling(findings, null);
        }
    }
}
