package app.rotina.sources.mapping;

import app.rotina.sources.grammar.CurrencySigns;
import app.rotina.sources.mapping.Column.Need;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds the kind of file by its header: every needed column is there, and as many as can be. */
public final class Recognition {
    private static final Comparator<FileProfile> BY_NEEDED =
            Comparator.comparingLong(file ->
                    file.columns().stream().filter(column -> column.need() != Need.NONE).count());

    private Recognition() {}

    public static Optional<FileProfile> of(List<FileProfile> files, List<String> header) {
        return files.stream()
                .filter(file -> missing(file, header).isEmpty())
                .filter(file -> !file.mostly() || isMostlyKnown(file, header))
                .max(
                        Comparator.comparingLong((FileProfile file) -> known(file, header))
                                .thenComparing(BY_NEEDED));
    }

    /** The names of needed columns that the header lacks. */
    public static List<String> missing(FileProfile file, List<String> header) {
        List<String> missing = new ArrayList<>(lacking(file, header, Need.VALUE));
        missing.addAll(lacking(file, header, Need.COLUMN));
        List<String> choice = lacking(file, header, Need.ANY);
        boolean chosen =
                file.columns().stream()
                        .anyMatch(one -> one.need() == Need.ANY && one.indexIn(header) >= 0);
        if (!chosen && !choice.isEmpty()) {
            missing.add(String.join(" / ", choice));
        }
        return List.copyOf(missing);
    }

    private static List<String> lacking(FileProfile file, List<String> header, Need need) {
        return file.columns().stream()
                .filter(column -> column.need() == need && column.indexIn(header) < 0)
                .map(column -> column.headers().getFirst().shown())
                .toList();
    }

    /** The columns of a header that the file knows, and that another header lacks. */
    public static List<String> gone(FileProfile file, List<String> before, List<String> now) {
        return file.columns().stream()
                .filter(column -> column.indexIn(before) >= 0 && column.indexIn(now) < 0)
                .map(column -> before.get(column.indexIn(before)))
                .distinct()
                .toList();
    }

    /** The header's cells that the file knows nothing to do with. */
    public static List<String> unread(FileProfile file, List<String> header) {
        Set<Integer> read = places(file, header).boxed().collect(Collectors.toSet());
        return IntStream.range(0, header.size())
                .filter(index -> !read.contains(index))
                .mapToObj(header::get)
                .toList();
    }

    /** The currency sign in the header of an amount that cannot mean the expected one. */
    public static Optional<String> otherCurrency(
            FileProfile file, List<String> header, Currency expected) {
        return file.columns().stream()
                .filter(column -> column.kind() == Kind.MONEY && column.indexIn(header) >= 0)
                .map(column -> HeaderName.currency(header.get(column.indexIn(header))))
                .filter(Objects::nonNull)
                .filter(sign -> !CurrencySigns.meant(sign).isEmpty())
                .filter(sign -> !CurrencySigns.meant(sign).contains(expected.getCurrencyCode()))
                .findFirst();
    }

    private static boolean isMostlyKnown(FileProfile file, List<String> header) {
        long named = header.stream().filter(name -> !name.isBlank()).count();
        return known(file, header) * 2 >= named;
    }

    /** How many of the header's cells the file knows what to do with. */
    private static long known(FileProfile file, List<String> header) {
        return places(file, header).count();
    }

    private static IntStream places(FileProfile file, List<String> header) {
        return file.columns().stream()
                .flatMapToInt(column ->
                        IntStream.concat(
                                IntStream.of(column.indexIn(header)),
                                Arrays.stream(column.withIn(header))))
                .filter(index -> index >= 0)
                .distinct();
    }
}
