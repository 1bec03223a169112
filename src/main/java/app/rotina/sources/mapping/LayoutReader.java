package app.rotina.sources.mapping;

import app.rotina.sources.file.Layout;
import java.nio.charset.Charset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what is known beforehand of how a file is laid out. */
final class LayoutReader {
    private static final int LAST_HEADER_ROW = 100;

    private final Yaml layout;

    LayoutReader(Yaml profile, Yaml file) {
        Yaml own = file.at("layout");
        this.layout = own.isAbsent() ? profile.at("layout") : own;
    }

    Layout read() {
        layout.only(Set.of("encoding", "delimiter", "sheet", "header_row", "comment", "footers"));
        return new Layout(
                encoding(),
                delimiter(),
                layout.at("sheet").optionalText(),
                headerRow(),
                layout.at("comment").optionalText(),
                layout.at("footers").texts());
    }

    private @Nullable Charset encoding() {
        @Nullable String name = layout.at("encoding").optionalText();
        if (name == null) {
            return null;
        }
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw layout.at("encoding").fails("no_encoding", name);
        }
    }

    private @Nullable Character delimiter() {
        @Nullable String text = layout.at("delimiter").optionalText();
        if (text == null) {
            return null;
        }
        if (text.length() != 1) {
            throw layout.at("delimiter").fails("one_character");
        }
        return text.charAt(0);
    }

    private int headerRow() {
        @Nullable String row = layout.at("header_row").optionalText();
        boolean isNumber = row != null && row.matches("\\d{1,4}");
        int number = isNumber ? Integer.parseInt(row) : row == null ? 0 : -1;
        if (number < 0 || number > LAST_HEADER_ROW) {
            throw layout.at("header_row").fails("header_row");
        }
        return number;
    }
}
