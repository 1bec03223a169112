package app.rotina.sources.grammar;

import java.util.List;

/** A word for the morning or the afternoon beside a twelve-hour clock. */
record HalfOfDay(String word, boolean afternoon) {
    static final List<HalfOfDay> ALL =
            List.of(
                    new HalfOfDay("a.m.", false),
                    new HalfOfDay("p.m.", true),
                    new HalfOfDay("AM", false),
                    new HalfOfDay("PM", true),
                    new HalfOfDay("上午", false),
                    new HalfOfDay("下午", true));
}
