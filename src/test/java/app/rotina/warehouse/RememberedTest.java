package app.rotina.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.kernel.Days;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private static final Cell CELL = new Cell(null, List.of(), new TreeMap<>());

    private final AtomicLong generation = new AtomicLong(1);
    private final AtomicInteger reads = new AtomicInteger();
    private final Remembered remembered = new Remembered(store -> generation.get());

    @Test
    void readsOnceWhileTheStoreIsUnchanged() {
        ask("ours", "2026-03-01", 1);
        ask("ours", "2026-03-01", 1);
        assertThat(reads.get()).isEqualTo(1);

        generation.incrementAndGet();
        ask("ours", "2026-03-01", 1);
        assertThat(reads.get()).isEqualTo(2);
    }

    @Test
    void tellsQuestionsAndStoresApart() {
        ask("ours", "2026-03-01", 1);
        ask("ours", "2026-03-02", 1);
        ask("theirs", "2026-03-01", 1);
        assertThat(reads.get()).isEqualTo(3);
    }

    @Test
    void keepsNoLongAnswer() {
        ask("ours", "2026-03-01", 30_000);
        ask("ours", "2026-03-01", 30_000);
        assertThat(reads.get()).isEqualTo(2);
    }

    @Test
    void forgetsTheOneNotAskedForLongest() {
        LocalDate first = LocalDate.parse("2020-01-01");
        for (int day = 0; day < 120; day++) {
            ask("ours", first.plusDays(day).toString(), 1_000);
        }
        ask("ours", first.plusDays(119).toString(), 1_000);
        assertThat(reads.get()).isEqualTo(120);
        ask("ours", first.toString(), 1_000);
        assertThat(reads.get()).isEqualTo(121);
    }

    private void ask(String store, String day, int cells) {
        Slice slice =
                new Slice(
                        List.of(),
                        Days.only(LocalDate.parse(day)),
                        List.of(),
                        null,
                        List.of(),
                        Map.of());
        List<List<Cell>> answers =
                remembered.answer(
                        store,
                        List.of(slice),
                        unknown -> {
                            reads.addAndGet(unknown.size());
                            return Collections.nCopies(
                                    unknown.size(), Collections.nCopies(cells, CELL));
                        });
        assertThat(answers.getFirst()).hasSize(cells);
    }
}
