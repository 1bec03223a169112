package app.rotina.sources.grammar;

import java.util.List;

/** One declared way to write dates and times. */
public sealed interface DateFormat permits DatePattern, IsoFormat, SerialFormat, EpochFormat {

    /** Its name in a profile. */
    String id();

    /**
     * Whether the text has this form; the moment is then set.
     *
     * @throws Refused where it has the form but the calendar knows no such day
     */
    boolean read(String cleaned, Moment into);

    /**
     * By name: {@code iso}, {@code excel}, {@code excel1904}, {@code epoch_s}, {@code epoch_ms},
     * {@code epoch_us}, or a pattern such as {@code dd/MM/yyyy HH:mm[:ss]}.
     *
     * @throws IllegalArgumentException for a pattern that cannot be read
     */
    static DateFormat named(String name) {
        return switch (name) {
            case "iso" -> new IsoFormat();
            case "excel", "excel1904" -> new SerialFormat(name.endsWith("1904"));
            case "epoch_s", "epoch_ms", "epoch_us" -> EpochFormat.named(name);
            default -> DatePattern.of(name);
        };
    }

    static List<DateFormat> named(List<String> names) {
        return names.stream().map(DateFormat::named).toList();
    }
}
