package app.rotina.kernel;

import java.util.Locale;

/**
 * Everything that can go wrong, by name. The category decides HTTP status, exit code and whether
 * anyone is woken; the sentence a person reads is the text {@code problem.<name>} in their
 * language.
 */
public enum Problem {
    // the request
    UNKNOWN_STORE(Category.USER),
    STORE_EXISTS(Category.USER),
    BAD_STORE_ID(Category.USER),
    UNKNOWN_METRIC(Category.USER),
    UNKNOWN_DIMENSION(Category.USER),
    NOT_A_SUM(Category.USER),
    BAD_ARGUMENT(Category.USER),
    TEXT_TOO_LONG(Category.USER),
    NOT_ALLOWED(Category.USER),
    UNKNOWN_ENTRY(Category.USER),
    UNCLEAR_NUMBER(Category.USER),
    ENTRY_IN_FUTURE(Category.USER),
    NOT_WAITING(Category.USER),
    NOT_GIVEN_UP(Category.USER),
    CELL_STILL_UNREAD(Category.USER),
    NOT_CONFIRMED(Category.USER),
    MENDING_NOT_OURS(Category.USER),
    MENDING_COLUMN(Category.USER),
    NOT_SIGNED_IN(Category.USER),
    WRONG_PASSWORD(Category.USER),
    TOO_MANY_ATTEMPTS(Category.USER),
    PASSWORD_TOO_SHORT(Category.USER),
    PERSON_EXISTS(Category.USER),
    WRONG_START_TOKEN(Category.USER),
    NOT_FOUND(Category.USER),
    FORM_EXPIRED(Category.USER),
    BAD_LINK(Category.USER),
    TOKEN_READS_ONLY(Category.USER),
    IN_PERSON(Category.USER),
    SECOND_STEP_MISSING(Category.USER),
    SECOND_STEP_NEEDED(Category.USER),
    SHOW_AGAIN(Category.USER),
    WRONG_CODE(Category.USER),
    APP_EXISTS(Category.USER),
    BAD_PASSKEY(Category.USER),
    NOT_ALL_THEIRS(Category.USER),
    UNKNOWN_TOKEN(Category.USER),
    // goals
    DAY_CLOSED(Category.USER),
    DAY_OPEN(Category.USER),
    NOT_PHASED(Category.USER),
    GOAL_AGAINST_FIXED_DAYS(Category.USER),
    UNKNOWN_CHANNEL(Category.USER),
    NO_CHANNELS(Category.USER),
    DRIVERS_ALL_SET(Category.USER),
    NO_SUGGESTION(Category.USER),
    UNKNOWN_ACTION(Category.USER),
    ACTION_MOVED_ON(Category.USER),
    UNKNOWN_CHECK(Category.USER),
    UNKNOWN_ANSWER(Category.USER),
    CHECK_BY_DATA(Category.USER),
    ANSWER_WITHOUT_NOTE(Category.USER),
    ANSWER_WITHOUT_NUMBER(Category.USER),
    ANSWER_WITHOUT_LINK(Category.USER),
    ANSWER_WITHOUT_PHOTO(Category.USER),
    NOT_A_PHOTO(Category.USER),
    TOO_MANY_PHOTOS(Category.USER),
    MUTE_WITHOUT_REASON(Category.USER),
    MUTE_DAYS(Category.USER),
    CHECK_MOVED_ON(Category.USER),
    CHOSEN_ANEW(Category.USER),
    UNKNOWN_TASK(Category.USER),
    TASK_BY_DATA(Category.USER),
    UNKNOWN_JOB(Category.USER),
    NO_JOB(Category.USER),
    UNKNOWN_PERSON(Category.USER),
    OWN_PART(Category.USER),
    LAST_OWNER(Category.USER),
    TASK_MOVED_ON(Category.USER),
    TASKS_WAIT_IN_A_CIRCLE(Category.USER),
    NOT_A_MEMBER(Category.USER),
    UNKNOWN_ACTION_KIND(Category.USER),
    UNKNOWN_ATTACHMENT(Category.USER),
    ATTACHMENT_EMPTY(Category.USER),
    ATTACHMENT_TOO_LARGE(Category.USER),
    ATTACHMENTS_FULL(Category.USER),
    ATTACHMENTS_STORE_FULL(Category.USER),
    REVIEW_SIGNED(Category.USER),
    REVIEW_RUNNING(Category.USER),
    UNKNOWN_MEETING(Category.USER),
    MEETING_CLOSED(Category.USER),
    UNKNOWN_NOTICE(Category.USER),
    UNKNOWN_TALK(Category.USER),
    UNKNOWN_EXPECTATION(Category.USER),
    UNKNOWN_TRIAL(Category.USER),
    TRIAL_WITHOUT_CRITERIA(Category.USER),
    TRIAL_WITHOUT_WHY(Category.USER),
    TRIAL_DECIDED(Category.USER),
    TRIAL_UNDECIDED(Category.USER),
    PULSE_GIVEN(Category.USER),
    ACTION_PLACES(Category.USER),
    UNKNOWN_PLACE(Category.USER),
    SHEET_NOT_OURS(Category.USER),
    SHEET_OF_ANOTHER(Category.USER),
    SHEET_MOVED(Category.USER),
    SHEET_BAD_PLAN(Category.USER),
    SHEET_PART_PLAN(Category.USER),
    PLAN_CHANGED(Category.USER),
    // files on their way in
    FILE_NOT_FOUND(Category.USER),
    FILE_NOT_WRITTEN(Category.USER),
    FILE_NOT_RECOGNISED(Category.DATA),
    FILE_NOT_UNDERSTOOD(Category.DATA),
    FILE_UNREADABLE(Category.DATA),
    FILE_DAMAGED(Category.DATA),
    FILE_PROTECTED(Category.DATA),
    FILE_WITH_MACROS(Category.DATA),
    FILE_NOT_A_TABLE(Category.DATA),
    FILE_NOT_PLAIN(Category.DATA),
    FILE_UNPACKS_TOO_LARGE(Category.DATA),
    FILE_IN_ARCHIVE_IN_ARCHIVE(Category.DATA),
    WORKBOOK_TOO_LARGE(Category.DATA),
    TABLE_TOO_WIDE(Category.DATA),
    TOO_MANY_BROKEN_QUOTES(Category.DATA),
    UNKNOWN_SHEET(Category.USER),
    COLUMNS_MISSING(Category.DATA),
    OTHER_CURRENCY(Category.DATA),
    UNKNOWN_PROFILE(Category.USER),
    BAD_PROFILE(Category.USER),
    PROFILE_SHIPPED(Category.USER),
    TOO_MANY_PROFILES(Category.USER),
    TOO_MANY_LINES(Category.USER),
    SENT_AS_FORM(Category.USER),
    UPLOAD_INCOMPLETE(Category.USER),
    UPLOAD_OFFSET(Category.USER),
    IMPORT_CANCELLED(Category.USER),
    IMPORT_RUNNING(Category.USER),
    UNKNOWN_IMPORT(Category.USER),
    UPLOAD_CUT(Category.SOURCE),
    // calls to the outside
    OUTGOING_ADDRESS(Category.USER),
    OUTGOING_FORBIDDEN(Category.USER),
    OUTGOING_UNREACHED(Category.SOURCE),
    OUTGOING_UNANSWERED(Category.SOURCE),
    OUTGOING_TOO_LARGE(Category.SOURCE),
    UNKNOWN_CONNECTOR(Category.USER),
    UNKNOWN_CONNECTION(Category.USER),
    CONNECTION_EXISTS(Category.USER),
    CONNECTION_FIELD(Category.USER),
    CONNECTION_KEY(Category.USER),
    CONSENT_NEEDED(Category.USER),
    CONSENT_UNKNOWN(Category.USER),
    CONSENT_DENIED(Category.USER),
    CONSENT_REFUSED(Category.USER),
    CONSENT_BRIEF(Category.USER),
    CONSENT_ACCOUNT(Category.USER),
    CONSENT_RETURN(Category.USER),
    CONSENT_PASTED(Category.USER),
    PULL_REFUSED(Category.SOURCE),
    PULL_NOT_JSON(Category.SOURCE),
    PULL_ANSWER(Category.SOURCE),
    PULL_TOO_BUSY(Category.SOURCE),
    PULL_RUN(Category.SOURCE),
    PULL_QUESTION(Category.SOURCE),
    PULL_FILTER_IGNORED(Category.SOURCE),
    COUNT_UNKNOWN(Category.USER),
    COUNT_TOO_EARLY(Category.USER),
    COUNT_RESTLESS(Category.SOURCE),
    COUNT_UNREADABLE(Category.SOURCE),
    HOOK_UNKNOWN(Category.USER),
    HOOK_GONE(Category.USER),
    HOOK_UNSIGNED(Category.USER),
    HOOK_TOO_LARGE(Category.USER),
    // machine and inside
    NOT_A_DEMO(Category.USER),
    NOT_A_SAMPLE(Category.USER),
    BAD_INVITATION(Category.USER),
    DATA_FOLDER_BUSY(Category.USER),
    PORT_BUSY(Category.USER),
    DISK_FULL(Category.RESOURCES),
    STATE_DATABASE_DOWN(Category.RESOURCES),
    ENGINE_DOWN(Category.RESOURCES),
    BAD_DEFINITION(Category.INTERNAL),
    INTERNAL(Category.INTERNAL);

    /** Who has to act, and with which exit code and HTTP status. */
    public enum Category {
        USER(2, 400),
        DATA(4, 422),
        SOURCE(4, 502),
        RESOURCES(5, 503),
        INTERNAL(5, 500);

        private final int exitCode;
        private final int httpStatus;

        Category(int exitCode, int httpStatus) {
            this.exitCode = exitCode;
            this.httpStatus = httpStatus;
        }

        public int exitCode() {
            return exitCode;
        }

        public int httpStatus() {
            return httpStatus;
        }
    }

    private final Category category;

    Problem(Category category) {
        this.category = category;
    }

    public Category category() {
        return category;
    }

    /** The key of its sentence in the texts. */
    public String textKey() {
        return "problem." + name().toLowerCase(Locale.ROOT);
    }
}
