package app.rotina.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's own account.
 *
 * @param fresh false: they have to show once more who they are before they change how they sign in
 * @param limited true: they have to set a second step up before anything else
 * @param codes what is said of the recovery codes that are left
 */
record AccountView(
        String name,
        String email,
        boolean fresh,
        boolean limited,
        boolean app,
        boolean second,
        String codes,
        List<Key> passkeys,
        List<Browser> browsers) {
    /** A passkey. */
    record Key(long id, String name, String detail) {}

    /**
     * A browser that is signed in.
     *
     * @param here true for the one that asks
     */
    record Browser(long id, String name, String detail, boolean here) {}

    /**
     * An authenticator app being set up.
     *
     * @param secret the same as the square says, to be typed
     */
    record SetUp(QrSquare square, String secret) {}

    /** Recovery codes just made, shown this once. */
    record Codes(List<String> codes) {}

    /**
     * The tokens of a person.
     *
     * @param made the one just made, shown this once; absence: none was
     */
    record Tokens(
            List<Token> tokens,
            List<PeopleView.Choice> stores,
            List<Integer> days,
            boolean fresh,
            @Nullable String made) {}

    /** A token, without its secret. */
    record Token(long id, String name, String may, String where, String detail) {}
}
