package app.rotina.sources.file;

import app.rotina.sources.file.Content.Flow;
import app.rotina.sources.file.Look.Format;
import app.rotina.sources.file.Look.Warning;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table in delimited text. */
final class Delimited implements Table {
    private static final int HEAD = 1 << 18;

    private final Content content;
    private final String name;

    Delimited(Content content, String name) {
        this.content = content;
        this.name = name;
    }

    @Override
    public long size() {
        return content.size();
    }

    @Override
    public Shape shape(Layout layout) throws IOException {
        Encoding encoding = Encoding.of(content, layout.encoding());
        String head = head(encoding);
        char delimiter =
                layout.delimiter() == null ? Delimiter.in(head) : layout.delimiter().charValue();
        String comment = layout.comment() == null ? comment(head) : layout.comment();
        return new Shape(
                Format.DELIMITED,
                encoding,
                delimiter,
                comment,
                warnings(encoding, head),
                List.of());
    }

    @Override
    public Rows rows(Layout layout, Shape shape) throws IOException {
        Flow flow = content.open();
        try {
            return new TextRows(flow, shape.encoding(), shape.delimiter(), name);
        } catch (IOException | RuntimeException e) {
            flow.close();
            throw e;
        }
    }

    private String head(Encoding encoding) throws IOException {
        byte[] head = content.head(HEAD);
        int mark = Math.min(head.length, encoding.mark());
        String text = new String(head, mark, head.length - mark, encoding.charset());
        int lastLine = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
        return head.length < HEAD || lastLine < 0 ? text : text.substring(0, lastLine);
    }

    /** Exports that open with a block of {@code #} lines use it for comments throughout. */
    private static @Nullable String comment(String head) {
        List<String> first = head.lines().limit(2).toList();
        boolean block = first.size() == 2 && first.stream().allMatch(one -> one.startsWith("#"));
        return block ? "#" : null;
    }

    private static List<Warning> warnings(Encoding encoding, String head) {
        List<Warning> warnings = new ArrayList<>();
        String charset = encoding.charset().name();
        if (encoding.guessed()) {
            warnings.add(Warning.of("encoding_guessed", charset));
        }
        if (encoding.mixed()) {
            warnings.add(Warning.of("mixed_encoding", charset, encoding.firstMisfit()));
        }
        @Nullable String mojibake =
                Mojibake.in(encoding.mixed() ? head.replace('\uFFFD', ' ') : head);
        if (mojibake != null) {
            warnings.add(Warning.of("mojibake", mojibake));
        }
        return warnings;
    }
}
