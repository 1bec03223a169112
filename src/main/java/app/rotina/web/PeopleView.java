package app.rotina.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who does what in a store, and who is invited.
 *
 * @param jobs what somebody can be invited as
 * @param stores what the one who looks may invite to
 * @param secondStep true where owners and managers have to sign in with a second step
 * @param shareText a link just made, with what to write beside it, shown this once; absence: none
 */
record PeopleView(
        List<Member> members,
        List<Invited> invited,
        List<Jobs> jobs,
        List<Choice> stores,
        boolean secondStep,
        @Nullable String shareText) {
    /**
     * Somebody with an account.
     *
     * @param changeable false for owners of the installation and for oneself
     */
    record Member(
            long id,
            String name,
            String email,
            List<String> jobs,
            List<Jobs> choices,
            boolean changeable) {}

    /** An invitation that nobody has used yet. */
    record Invited(long id, List<String> jobs, String detail) {}

    /**
     * Jobs that may do the same.
     *
     * @param may what they may do, in words
     */
    record Jobs(String may, List<Choice> jobs) {}

    /** A store to invite to, or a job to give. */
    record Choice(String id, String name, boolean chosen) {}
}
