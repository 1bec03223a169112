package app.rotina.web;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/** What a person said about a table, as its form sends it. */
final class AnswerForm {
    private static final List<String> PLAIN = List.of("kind", "dates", "numbers", "currency");
    private static final int LONGEST_NAME = 100;

    private final MultiValueMap<String, String> form;
    private final Map<String, String> said = new LinkedHashMap<>();

    private AnswerForm(MultiValueMap<String, String> form) {
        this.form = form;
    }

    /**
     * @param own the store's zone, which need not be said
     */
    static Map<String, String> read(MultiValueMap<String, String> form, ZoneId own) {
        AnswerForm answers = new AnswerForm(form);
        PLAIN.forEach(answers::take);
        answers.name();
        answers.zone(own);
        answers.words();
        if (answers.value("kind").equals(answers.value("kind_was"))) {
            answers.columns();
        }
        return answers.said;
    }

    private void take(String about) {
        if (!value(about).isEmpty()) {
            said.put(about, value(about));
        }
    }

    private void name() {
        String name = value("name");
        if (!name.isEmpty()) {
            said.put("name", name.substring(0, Math.min(LONGEST_NAME, name.length())));
        }
    }

    private void zone(ZoneId own) {
        if (!value("zone").equals(own.getId())) {
            take("zone");
        }
    }

    private void words() {
        List<String> words = form.getOrDefault("word", List.of());
        List<String> meanings = form.getOrDefault("means", List.of());
        for (int i = 0; i < Math.min(words.size(), meanings.size()); i++) {
            if (!meanings.get(i).isEmpty()) {
                said.put("status." + words.get(i), meanings.get(i));
            }
        }
    }

    /**
     * A field that is asked about and has no answer stays open; the others are where they are put.
     */
    private void columns() {
        for (String field : value("fields").split(",", -1)) {
            String about = "column." + field;
            boolean open = form.containsKey(about) && value(about).isEmpty();
            if (!field.isEmpty() && !open) {
                said.put(about, form.containsKey(about) ? value(about) : header(field));
            }
        }
    }

    private String header(String field) {
        List<String> headers = form.getOrDefault("header", List.of());
        int place = form.getOrDefault("is", List.of()).indexOf(field);
        return place < 0 || place >= headers.size() ? "" : headers.get(place);
    }

    /** The last of its values: a choice goes before the blank that stands for none. */
    private String value(String name) {
        List<String> values = form.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getLast().strip();
    }
}
