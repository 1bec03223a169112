package app.rotina.sources;

import app.rotina.kernel.Store;
import app.rotina.kernel.StoreKey;
import app.rotina.sources.grammar.CellText;
import app.rotina.sources.grammar.Contacts;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tokens under which a contact may stand in a store's rows: one for each kind of contact that
 * its text can be read as. Not for several threads.
 */
public final class ContactTokens {
    private final Contacts contacts;

    public ContactTokens(Store store, StoreKey key) {
        this.contacts = new Contacts(key.tokenSecret(), store.locale().getCountry());
    }

    public Set<String> of(String contact) {
        Set<String> tokens = new HashSet<>();
        String cleaned = CellText.clean(contact);
        if (cleaned == null) {
            return tokens;
        }
        for (Contacts.Kind kind : Contacts.Kind.values()) {
            @Nullable String token = contacts.token(kind, cleaned);
            if (token != null) {
                tokens.add(token);
            }
        }
        return tokens;
    }
}
