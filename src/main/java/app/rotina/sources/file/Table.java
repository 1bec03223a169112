package app.rotina.sources.file;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table in a file, however it is kept: its rows can be opened as often as needed. */
non-sealed interface Table extends Body {

    /** What holds for all of its rows: declared by the layout, else found out. */
    record Shape(
            Look.Format format,
            Encoding encoding,
            char delimiter,
            @Nullable String comment,
            List<Look.Warning> warnings,
            List<String> sheets) {}

    Shape shape(Layout layout) throws IOException;

    Rows rows(Layout layout, Shape shape) throws IOException;
}
