package app.rotina.access;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.state.People;
import app.rotina.state.Role;
import app.rotina.state.Stores;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a caller may do in which store. */
@Component
public class Rights {
    private final People people;
    private final Stores stores;

    Rights(People people, Stores stores) {
        this.people = people;
        this.stores = stores;
    }

    /** Refuses a role too low; a store the caller has no role in is unknown to them. */
    public void require(Caller caller, String store, Role needed) {
        Role role =
                role(caller, store)
                        .orElseThrow(() -> new RotinaException(Problem.UNKNOWN_STORE, store));
        if (!role.covers(needed)) {
            throw new RotinaException(Problem.NOT_ALLOWED);
        }
    }

    public Optional<Role> role(Caller caller, String store) {
        if (!caller.reaches(store)) {
            return Optional.empty();
        }
        return caller.person() == null
                ? Optional.of(Role.OWNER)
                : people.role(caller.person(), store);
    }

    /** The stores the caller has a role in. */
    public List<Store> stores(Caller caller) {
        Map<String, Role> roles = roles(caller);
        return stores.all().stream().filter(store -> roles.containsKey(store.id())).toList();
    }

    /** What the caller may do, by store. */
    public Map<String, Role> roles(Caller caller) {
        Map<String, Role> roles =
                caller.person() == null || caller.person().owner()
                        ? stores.all().stream()
                                .collect(Collectors.toMap(Store::id, store -> Role.OWNER))
                        : people.roles(caller.person());
        return roles.entrySet().stream()
                .filter(one -> caller.reaches(one.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
