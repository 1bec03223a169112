package app.rotina.state;

/** What a person may do in a store; each role may all that the ones before it may. */
public enum Role {
    /** Reads figures. */
    VIEWER,
    /** Does the routine: tasks, checks, notes, figures by hand, actions. */
    MEMBER,
    /** Imports, sets goals, closes days, mends quarantined rows. */
    MANAGER,
    /** Changes the store itself and who works in it. */
    OWNER;

    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }
}
