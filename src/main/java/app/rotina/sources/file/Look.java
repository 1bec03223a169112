package app.rotina.sources.file;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a first look at a file shows, before anything is taken in.
 *
 * @param encoding of delimited text; a workbook is always UTF-8
 * @param delimiter of delimited text; of a workbook a comma, without meaning
 * @param header the cells of the header, stripped, two alike kept both; empty: there is none
 * @param headerRow its physical line or sheet row, from 1; 0: there is none
 * @param preview the first {@value #PREVIEW} data records that hold together
 * @param warnings what a person should see before they trust the file
 * @param sheets the names of a workbook's sheets; empty for delimited text
 */
public record Look(
        Format format,
        Charset encoding,
        char delimiter,
        List<String> header,
        int headerRow,
        List<List<String>> preview,
        List<Warning> warnings,
        List<String> sheets) {

    static final int PREVIEW = 50;
    static final String MORE_SECTIONS = "more_sections";

    /** The row with the header of the file's next section; nothing: it has none. */
    public Optional<Integer> nextSection() {
        return warnings.stream()
                .filter(warning -> warning.key().endsWith(MORE_SECTIONS))
                .map(warning -> Integer.valueOf(warning.arguments().getFirst()))
                .findFirst();
    }

    /** How the cells are kept apart. */
    public enum Format {
        DELIMITED,
        XLSX,
        STREAMS
    }

    /** A text key under {@code sources.warning.} with its arguments. */
    public record Warning(String key, List<String> arguments) {

        static Warning of(String name, Object... arguments) {
            return new Warning(
                    "sources.warning." + name, Stream.of(arguments).map(String::valueOf).toList());
        }
    }
}
