package app.rotina.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The story of some days as a plain text for a chat. */
final class ShareText {
    private ShareText() {}

    static String of(Screen screen, WhyView view) {
        List<String> lines = new ArrayList<>();
        lines.add(screen.store().name() + " · " + view.title());
        lines.add(view.headline().sentence());
        if (!view.headline().detail().isEmpty()) {
            lines.add(view.headline().detail());
        }
        story(lines, view);
        view.beside()
                .forEach(one -> lines.add("• " + screen.say("why.line", one.when(), one.text())));
        lines.add("");
        lines.add(view.frame());
        view.marks().forEach(lines::add);
        return String.join("\n", lines);
    }

    /** Where WhatsApp takes a text to send it. */
    static String whatsApp(String text) {
        return "https://wa.me/?text="
                + URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static void story(List<String> lines, WhyView view) {
        if (view.unknown() != null) {
            lines.add(view.unknown());
        }
        if (view.why() == null) {
            return;
        }
        lines.add("");
        lines.add(view.why().sentence());
        view.why().steps().forEach(step -> lines.add("• " + line(step)));
        if (view.standsOut() != null) {
            lines.add(view.standsOut());
        }
    }

    private static String line(Why.Step step) {
        return step.detail().isEmpty()
                ? step.label() + " " + step.amount()
                : step.label() + " " + step.amount() + " · " + step.detail();
    }
}
