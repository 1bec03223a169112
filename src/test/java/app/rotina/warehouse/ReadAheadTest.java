package app.rotina.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.sources.RejectedRow;
import app.rotina.sources.RowSink;
import app.rotina.sources.SourceRow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
    private final List<Long> records = new ArrayList<>();
    private final AtomicLong read = new AtomicLong();

    @Test
    void keepsTheOrderOfRowsAndRefusals() {
        ReadAhead.through(rows(12_345), sink(Long.MAX_VALUE));
        assertThat(records).hasSize(12_345).isSorted();
    }

    @Test
    void waitsForTheSinkInsteadOfReadingEverythingAhead() {
        assertThatThrownBy(() -> ReadAhead.through(rows(1_000_000), sink(1_000)))
                .hasMessage("full");
        assertThat(read.get()).isLessThan(20_000);
    }

    @Test
    void handsOnTheFailureOfTheReaderAfterItsRows() {
        Consumer<RowSink> failing =
                sink -> {
                    rows(700).accept(sink);
                    throw new IllegalStateException("torn");
                };
        assertThatThrownBy(() -> ReadAhead.through(failing, sink(Long.MAX_VALUE)))
                .hasMessage("torn");
        assertThat(records).hasSize(700);
    }

    private Consumer<RowSink> rows(long count) {
        return sink -> {
            for (long i = 1; i <= count && !sink.cancelled(); i++) {
                read.set(i);
                if (i % 10 == 0) {
                    sink.reject(
                            new RejectedRow(
                                    i, i, null, null, "bad", List.of(), List.of(), null, null));
                } else {
                    sink.take(new SourceRow(i, i, 0, 0, new Object[0]));
                }
            }
        };
    }

    private RowSink sink(long room) {
        return new RowSink() {
            @Override
            public void take(SourceRow row) {
                add(row.record());
            }

            @Override
            public void reject(RejectedRow row) {
                add(row.record());
            }

            private void add(long record) {
                if (records.size() >= room) {
                    throw new IllegalStateException("full");
                }
                records.add(record);
            }
        };
    }
}
