package app.rotina.warehouse;

import app.rotina.kernel.Store;
import app.rotina.kernel.StoreKey;
import app.rotina.sources.ContactTokens;
import app.rotina.warehouse.engine.Engine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes people out of a store for good: out of its landed rows, its quarantine, and by a rebuild
 * out of all that is made from them. A name that says nothing stands in each one's place, so every
 * figure stays as it was. Done again, it finishes what was broken off.
 */
public final class Erasure {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Engine engine;
    private final Imports imports;

    Erasure(Engine engine, Imports imports) {
        this.engine = engine;
        this.imports = imports;
    }

    /**
     * What was erased.
     *
     * @param rows landed rows that named them
     * @param files files of landed rows that were written anew
     * @param quarantined quarantined rows, mended and dismissed ones among them, that say no more
     */
    public record Erased(long rows, long files, long quarantined) {}

    /**
     * Every name the contacts may have in the store's rows: tokens, and the texts themselves, as a
     * source may have numbers of its own for its customers.
     */
    public static Set<String> names(Store store, StoreKey key, List<String> contacts) {
        ContactTokens tokens = new ContactTokens(store, key);
        Set<String> names = new HashSet<>();
        for (String contact : contacts) {
            names.add(contact.strip());
            names.addAll(tokens.of(contact));
        }
        return names;
    }

    /** Erases whoever stands under one of the names. */
    public Erased forget(Store store, StoreKey key, Set<String> names) {
        Map<String, String> standIns = new HashMap<>();
        names.forEach(name -> standIns.put(name, "forgotten-" + UUID.randomUUID()));
        ContactTokens tokens = new ContactTokens(store, key);
        Erased erased = erase(store, standIns, sealed -> speaksOf(key, sealed, names, tokens));
        imports.rebuild(store);
        return erased;
    }

    /** Erases what every quarantined row says, for a store whose key is to be destroyed. */
    public Erased forgetQuarantine(Store store) {
        Erased erased = erase(store, Map.of(), sealed -> sealed.length > 0);
        imports.rebuild(store);
        return erased;
    }

    /** Has files stand under another name where one handed them in; their rows stay as they are. */
    public void rename(Store store, String sender, String standIn) {
        Landing landing = imports.recovered(store.id());
        List<Manifest> theirs =
                landing.manifests().stream()
                        .filter(manifest -> manifest.who().equals(sender))
                        .toList();
        if (theirs.isEmpty()) {
            return;
        }
        engine.write(
                store.id(),
                sql -> {
                    for (Manifest manifest : theirs) {
                        landing.rewrite(manifest.by(standIn));
                    }
                    return sql.update("UPDATE import SET who = ? WHERE who = ?", standIn, sender);
                });
    }

    private Erased erase(Store store, Map<String, String> standIns, Predicate<byte[]> wanted) {
        Landing landing = imports.recovered(store.id());
        return engine.write(
                store.id(),
                sql -> {
                    LandedPeople people = new LandedPeople(sql, landing);
                    List<Long> renamed = new ArrayList<>();
                    Set<Long> blanked = new HashSet<>();
                    for (Manifest manifest : landing.manifests()) {
                        renamed.add(people.rename(manifest, standIns));
                        blanked.addAll(people.blank(manifest.importId(), wanted));
                    }
                    return new Erased(
                            renamed.stream().mapToLong(Long::longValue).sum(),
                            renamed.stream().filter(rows -> rows > 0).count(),
                            blanked.size());
                });
    }

    private static boolean speaksOf(
            StoreKey key, byte[] sealed, Set<String> names, ContactTokens tokens) {
        if (sealed.length == 0) {
            return false;
        }
        for (JsonNode cell : JSON.readTree(key.unseal(sealed)).path("cells")) {
            String text = cell.asString("").strip();
            if (names.contains(text) || tokens.of(text).stream().anyMatch(names::contains)) {
                return true;
            }
        }
        return false;
    }
}
