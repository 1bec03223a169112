package app.rotina.access;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a browser calls itself, in two words; nothing that tells one person from another. */
final class Browsers {
    // the order matters: most browsers also name the ones they descend from
    private static final String[][] PROGRAMS = {
        {"Edg", "Edge"},
        {"OPR/", "Opera"},
        {"SamsungBrowser", "Samsung Internet"},
        {"MicroMessenger", "WeChat"},
        {"Firefox", "Firefox"},
        {"FxiOS", "Firefox"},
        {"CriOS", "Chrome"},
        {"Chrome", "Chrome"},
        {"Safari", "Safari"}
    };
    private static final String[][] SYSTEMS = {
        {"Android", "Android"},
        {"iPhone", "iPhone"},
        {"iPad", "iPad"},
        {"Windows", "Windows"},
        {"Mac OS X", "Mac"},
        {"CrOS", "ChromeOS"},
        {"Linux", "Linux"}
    };

    private Browsers() {}

    /** Such as "Firefox, Linux"; empty where it does not say. */
    static String name(@Nullable String agent) {
        if (agent == null) {
            return "";
        }
        return String.join(
                ", ",
                Stream.of(PROGRAMS, SYSTEMS)
                        .flatMap(names ->
                                Stream.of(names).filter(each -> agent.contains(each[0])).limit(1))
                        .map(each -> each[1])
                        .toList());
    }
}
