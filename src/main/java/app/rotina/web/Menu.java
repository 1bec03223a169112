package app.rotina.web;

import app.rotina.state.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Where somebody can go in a store: pages in groups, and the few that a phone always shows. */
record Menu(List<Part> parts) {
    /** What a day goes through, in its order; a phone has room for four beside the way to all. */
    private static final List<String> AT_HAND = List.of("today", "routine", "tasks", "month");

    /** Pages that belong together, under one heading. */
    record Part(String label, List<Link> links) {}

    /** One page as the menu shows it. */
    record Link(String id, String label, String address, boolean current) {}

    /** The entries that the role may see, of the store, as they stand from this path. */
    static Menu of(List<Page.Entry> entries, Role role, String store, String path, Words words) {
        String current = current(entries, store, path);
        List<Part> parts = new ArrayList<>();
        for (Page.Group group : Page.Group.values()) {
            List<Link> links =
                    entries.stream()
                            .filter(entry -> entry.group() == group && role.covers(entry.role()))
                            .sorted()
                            .map(entry -> link(entry, entry.address(store), current, words))
                            .toList();
            if (!links.isEmpty()) {
                parts.add(new Part(label(group, words), links));
            }
        }
        return new Menu(parts);
    }

    /** What a phone always shows. */
    List<Link> atHand() {
        return AT_HAND.stream()
                .flatMap(id ->
                        parts.stream()
                                .flatMap(part -> part.links().stream())
                                .filter(link -> link.id().equals(id)))
                .toList();
    }

    /** True where the phone's bar does not show the current page. */
    boolean elsewhere() {
        return atHand().stream().noneMatch(Link::current);
    }

    private static String label(Page.Group group, Words words) {
        return words.say("web.menu.group." + group.name().toLowerCase(Locale.ROOT));
    }

    private static Link link(Page.Entry entry, String address, String current, Words words) {
        return new Link(
                entry.id(), words.say("web.menu." + entry.id()), address, address.equals(current));
    }

    /** The entry that the path is of, or lies below; the days belong to the store's first page. */
    private static String current(List<Page.Entry> entries, String store, String path) {
        String first = "/s/" + store;
        if (path.startsWith(first + "/day")) {
            return first;
        }
        return entries.stream()
                .map(entry -> entry.address(store))
                .filter(address ->
                        path.equals(address)
                                || (path.startsWith(address + "/") && !address.equals(first)))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }
}
