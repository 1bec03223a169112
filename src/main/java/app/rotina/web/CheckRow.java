package app.rotina.web;

/**
 * One thing that is looked at, as a row of a list.
 *
 * @param state {@code met}, {@code missed}, {@code pending} or {@code no_data}: its icon and tone
 * @param said the same in words
 * @param detail what was found; empty: nothing to add
 * @param address where more is said; empty: nowhere
 */
record CheckRow(String label, String state, String said, String detail, String address) {}
