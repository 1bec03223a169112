package app.rotina.web;

import app.rotina.state.Role;

/** A page that has an entry in a store's menu. */
interface Page {
    Entry entry();

    /**
     * The parts of the menu, in the order of the routine; {@code web.menu.group.<name>} says it.
     */
    enum Group {
        DAY,
        MONTH,
        CLOSER,
        DATA,
        SHOP
    }

    /**
     * An entry of the menu. The phone's bar shows what a day goes through.
     *
     * @param place where it stands within its group
     * @param id names its text {@code web.menu.<id>} and its icon
     * @param path what follows the store's address; {@code /stores} is the list of all stores
     * @param role whom it is shown to
     */
    record Entry(Group group, int place, String id, String path, Role role)
            implements Comparable<Entry> {

        String address(String store) {
            return path.equals("/stores") ? path : "/s/" + store + path;
        }

        @Override
        public int compareTo(Entry other) {
            return group == other.group
                    ? Integer.compare(place, other.place)
                    : group.compareTo(other.group);
        }
    }
}
