package app.rotina.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to somebody, told in one language; the same words as e-mail and as plain text.
 *
 * @param language its tag
 * @param redIsUp true where a rise is shown in red, as in mainland China
 * @param subject one line
 * @param store its name
 * @param when the day it tells of
 * @param kind {@code met}, {@code missed}, {@code no_goal}, {@code no_data} or {@code alert}
 * @param label the kind in a word or two
 * @param sentence what there is to know first
 * @param frame what the figures mean; empty: nothing is to be said
 * @param links absence: nobody said where this installation is found
 */
public record Letter(
        String language,
        boolean redIsUp,
        String subject,
        String store,
        String when,
        String kind,
        String label,
        String sentence,
        List<String> details,
        List<Part> parts,
        String frame,
        @Nullable Links links) {
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(
                    null, ContentType.Html, null, Letter.class.getPackageName());
    private static final String STYLE = style();

    public Letter {
        subject = line(subject);
        store = line(store);
        when = line(when);
        sentence = line(sentence);
        details = details.stream().map(Letter::line).toList();
        parts = List.copyOf(parts);
    }

    /** Some lines under a title. */
    public record Part(String title, List<Item> items) {
        public Part {
            title = line(title);
            items = List.copyOf(items);
        }
    }

    /**
     * One line.
     *
     * @param note what is said below it; empty: nothing
     * @param amount empty: none
     * @param tone {@code gain}, {@code loss} or {@code even}
     */
    public record Item(String label, String note, String amount, String tone) {
        public Item {
            label = line(label);
            note = line(note);
        }
    }

    /** Where the reader goes on: to what it is about, and to choose what is sent. */
    public record Links(String open, String openText, String choose, String chooseText) {}

    /** A page that mail programs show, light or dark; it fetches nothing. */
    public String html() {
        StringOutput page = new StringOutput();
        TEMPLATES.render("letter.jte", Map.of("letter", this, "style", STYLE), page);
        return page.toString();
    }

    /** The whole of it in plain lines. */
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add(store + " · " + when);
        lines.add(label + ": " + sentence);
        lines.addAll(details);
        for (Part part : parts) {
            lines.add("");
            lines.add(part.title());
            part.items().forEach(item -> addTo(lines, item));
        }
        lines.add("");
        if (!frame.isEmpty()) {
            lines.add(frame);
        }
        if (links != null) {
            lines.add(links.openText() + ": " + links.open());
        }
        return String.join("\n", lines).strip();
    }

    private static void addTo(List<String> lines, Item item) {
        lines.add("- " + item.label() + (item.amount().isEmpty() ? "" : ": " + item.amount()));
        if (!item.note().isEmpty()) {
            lines.add("  " + item.note());
        }
    }

    /** A name may bring line breaks and signs that turn its direction; a line has none. */
    private static String line(String text) {
        return PaperText.clean(text).replaceAll("\\s+", " ").strip();
    }

    private static String style() {
        try (InputStream in =
                Objects.requireNonNull(Letter.class.getResourceAsStream("/report/letter.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
