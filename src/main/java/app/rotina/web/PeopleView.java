package app.rotina.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what in a store, and who is invited.
 *
 * @param stores what the one who looks may invite to
 * @param link the invitation just made, shown this once; absence: none was
 */
record PeopleView(
        List<Member> members,
        List<Invited> invited,
        List<Choice> stores,
        @Nullable String link,
        @Nullable String shareText) {
    /**
     * Somebody with an account.
     *
     * @param removable false for owners of the installation and for oneself
     */
    record Member(long id, String name, String email, String role, boolean removable) {}

    /** An invitation that nobody has used yet. */
    record Invited(long id, String role, String detail) {}

    /** A store to invite to. */
    record Choice(String id, String name, boolean chosen) {}
}
