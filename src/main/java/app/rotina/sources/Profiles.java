package app.rotina.sources;

import app.rotina.kernel.Definitions;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.sources.mapping.FileProfile;
import app.rotina.sources.mapping.Recognition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The mapping profiles that are shipped, discovered in the folder {@code profiles}. */
public final class Profiles {
    private static final List<Profile> ALL =
            Definitions.in("profiles").stream().map(Profile::of).toList();

    private Profiles() {}

    public static List<Profile> all() {
        return ALL;
    }

    public static Profile byId(String id) {
        return find(id).orElseThrow(() -> new RotinaException(Problem.UNKNOWN_PROFILE, id, ids()));
    }

    /** Empty: none is shipped with that id. */
    public static Optional<Profile> find(String id) {
        return ALL.stream().filter(profile -> profile.id().equals(id)).findFirst();
    }

    /** The delivery that a file with this header would be; empty: none that is known. */
    public static Optional<Delivery> recognise(List<String> header) {
        return Recognition.of(files(), header).map(FileProfile::delivery);
    }

    static List<FileProfile> files() {
        return ALL.stream().flatMap(profile -> profile.files().stream()).toList();
    }

    private static String ids() {
        return ALL.stream().map(Profile::id).collect(Collectors.joining(", "));
    }
}
