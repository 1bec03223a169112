package app.rotina.web;

import app.rotina.state.Role;

/** A page that has an entry in a store's menu. */
interface Page {
    Entry entry();

    /**
     * An entry of the menu, which stands in the order of the routine.
     *
     * @param id names its text {@code web.menu.<id>} and its icon
     * @param path what follows the store's address
     * @param role whom it is shown to
     */
    record Entry(int place, String id, String path, Role role) {}
}
