package app.rotina.sources.mapping;

import app.rotina.sources.mapping.Column.Need;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the kind of file by its header: every needed column is there, and as many as can be. */
public final class Recognition {
    private static final Comparator<FileProfile> BY_NEEDED =
            Comparator.comparingLong(file ->
                    file.columns().stream().filter(column -> column.need() != Need.NONE).count());

    private Recognition() {}

    public static Optional<FileProfile> of(List<FileProfile> files, List<String> header) {
        return files.stream()
                .filter(file -> missing(file, header).isEmpty())
                .max(
                        Comparator.comparingLong((FileProfile file) -> known(file, header))
                                .thenComparing(BY_NEEDED));
    }

    /** The names of needed columns that the header lacks. */
    public static List<String> missing(FileProfile file, List<String> header) {
        return file.columns().stream()
                .filter(column -> column.need() != Need.NONE && column.indexIn(header) < 0)
                .map(Column::name)
                .toList();
    }

    /** How many of the header's cells the file knows what to do with. */
    private static long known(FileProfile file, List<String> header) {
        return file.columns().stream()
                .mapToInt(column -> column.indexIn(header))
                .filter(index -> index >= 0)
                .distinct()
                .count();
    }
}
