package app.rotina.warehouse;

import app.rotina.sources.Warning;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What an import did; {@code read} = inserted + updated + unchanged + quarantined, always.
 *
 * @param older of the unchanged: records that an earlier import knew in a newer state
 * @param removed facts taken away because their order came again without them
 * @param states how far taps say they have come with it: JSON by profile
 */
public record ImportReport(
        long read,
        long inserted,
        long updated,
        long unchanged,
        long quarantined,
        long older,
        long removed,
        @Nullable ControlTotal control,
        List<FileReport> files,
        Map<String, String> states) {

    private static final List<String> RANKED = List.of("line", "order", "payment");

    /**
     * Money on both sides: as summed while parsing, as the facts hold it, and what waits.
     *
     * @param of what was summed, such as {@code line.amount}
     */
    public record ControlTotal(
            String of,
            String currency,
            BigDecimal source,
            BigDecimal warehouse,
            BigDecimal quarantined) {}

    /**
     * The same counts for one file.
     *
     * @param warnings what a person should see of it
     */
    public record FileReport(
            int importId,
            String name,
            String delivery,
            long read,
            long inserted,
            long updated,
            long unchanged,
            long quarantined,
            long older,
            long removed,
            @Nullable ControlTotal control,
            List<Warning> warnings) {

        /** One that was written down before warnings were has none. */
        @SuppressWarnings("RedundantNullCheck")
        public FileReport {
            warnings = warnings == null ? List.of() : List.copyOf(warnings);
        }

        /** As it is written down. */
        FileReport kept() {
            return new FileReport(
                    importId,
                    name,
                    delivery,
                    read,
                    inserted,
                    updated,
                    unchanged,
                    quarantined,
                    older,
                    removed,
                    control,
                    warnings.stream().map(Warning::withoutRows).toList());
        }
    }

    static ImportReport of(List<FileReport> files) {
        return new ImportReport(
                sum(files, FileReport::read),
                sum(files, FileReport::inserted),
                sum(files, FileReport::updated),
                sum(files, FileReport::unchanged),
                sum(files, FileReport::quarantined),
                sum(files, FileReport::older),
                sum(files, FileReport::removed),
                control(files),
                files,
                Map.of());
    }

    ImportReport reaching(Map<String, String> taps) {
        return new ImportReport(
                read,
                inserted,
                updated,
                unchanged,
                quarantined,
                older,
                removed,
                control,
                files,
                Map.copyOf(taps));
    }

    /** One kind of money is never added to another: lines count before orders and payments. */
    private static @Nullable ControlTotal control(List<FileReport> files) {
        List<ControlTotal> all =
                files.stream()
                        .map(FileReport::control)
                        .filter(Objects::nonNull)
                        .sorted(Comparator.comparingInt(ImportReport::rank))
                        .toList();
        return all.stream()
                .filter(one -> one.of().equals(all.getFirst().of()))
                .reduce(ImportReport::plus)
                .orElse(null);
    }

    private static int rank(ControlTotal control) {
        int rank = RANKED.indexOf(control.of().substring(0, control.of().indexOf('.')));
        return rank < 0 ? RANKED.size() : rank;
    }

    private static long sum(List<FileReport> files, ToLongFunction<FileReport> count) {
        return files.stream().mapToLong(count).sum();
    }

    private static ControlTotal plus(ControlTotal a, ControlTotal b) {
        return new ControlTotal(
                a.of,
                a.currency,
                a.source.add(b.source),
                a.warehouse.add(b.warehouse),
                a.quarantined.add(b.quarantined));
    }
}
