package app.rotina.web;

import app.rotina.kernel.Store;
import app.rotina.kernel.Texts;
import app.rotina.sources.Profile;
import app.rotina.sources.Profiles;
import app.rotina.state.StoreProfiles;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What kinds of file are called on pages: by the profile's title and what its rows are. */
@Component
final class FileKinds {
    private static final Pattern SPACE = Pattern.compile(" ");

    private final StoreProfiles profiles;

    FileKinds(StoreProfiles profiles) {
        this.profiles = profiles;
    }

    /** The names of one store's kinds of file. */
    Names of(Store store, Words words) {
        return new Names(
                Stream.concat(profiles.of(store.id()).stream(), Profiles.all().stream()).toList(),
                words);
    }

    /** Names a delivery such as {@code olist/items}. */
    record Names(List<Profile> profiles, Words words) {
        String of(String delivery) {
            int slash = delivery.indexOf('/');
            String profile = slash < 0 ? delivery : delivery.substring(0, slash);
            String file = delivery.substring(slash + 1);
            return profiles.stream()
                    .filter(one -> one.id().equals(profile))
                    .findFirst()
                    .map(one -> named(one, file))
                    .orElseGet(() -> words.sayOr("web.import.kind." + profile, delivery));
        }

        /** The words that a column of such a file is known to say. */
        List<String> words(String delivery, String heading) {
            int slash = delivery.indexOf('/');
            return profiles.stream()
                    .filter(one -> slash > 0 && one.id().equals(delivery.substring(0, slash)))
                    .findFirst()
                    .map(one -> one.words(delivery.substring(slash + 1), heading))
                    .orElse(List.of());
        }

        /** A title that says what these rows are, and of no others, says it once. */
        private String named(Profile profile, String file) {
            String title = profile.title(words.locale());
            List<String> said =
                    profile.deliveries().stream()
                            .map(each -> each.name().substring(each.name().indexOf('/') + 1))
                            .filter(each -> says(title, each))
                            .toList();
            return said.equals(List.of(file)) ? title : title + " · " + kind(file, words.texts());
        }

        private boolean says(String title, String file) {
            Locale locale = words.locale();
            String said = title.toLowerCase(locale);
            return SPACE.splitAsStream(kind(file, words.texts()).toLowerCase(locale))
                    .allMatch(said::contains);
        }

        private static String kind(String file, Texts texts) {
            String key = "web.file." + file;
            return texts.knows(key) ? texts.say(key) : file;
        }
    }
}
