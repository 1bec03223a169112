package app.rotina.access;

import app.rotina.state.People;
import app.rotina.state.Person;
import app.rotina.state.Stores;
import app.rotina.warehouse.Warehouse;
import org.springframework.stereotype.Component;

/** The files that people handed in, by name; whoever is removed for good leaves a number there. */
@Component
class HandedIn {
    private final People people;
    private final Stores stores;
    private final Warehouse warehouse;

    HandedIn(People people, Stores stores, Warehouse warehouse) {
        this.people = people;
        this.stores = stores;
        this.warehouse = warehouse;
    }

    /** Nothing changes while somebody else has that name. */
    void forget(Person gone) {
        if (people.all().stream().noneMatch(one -> one.name().equals(gone.name()))) {
            stores.all()
                    .forEach(store ->
                            warehouse.erasure().rename(store, gone.name(), "#" + gone.id()));
        }
    }
}
