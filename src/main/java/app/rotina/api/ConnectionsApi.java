package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.Store;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import app.rotina.state.SourceConnections.Connection;
import app.rotina.state.StoreSettings;
import app.rotina.state.Stores;
import app.rotina.sync.ConnectionStandings;
import app.rotina.sync.Connector;
import app.rotina.sync.Connectors;
import app.rotina.sync.Syncs;
import app.rotina.sync.Syncs.Brought;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The shops and services a store is connected to; what is secret of them is never told. */
@RestController
@RequestMapping("/api/stores/{store}/connections")
class ConnectionsApi {
    private final Syncs syncs;
    private final ConnectionStandings standings;
    private final OwnAddress own;
    private final Stores stores;
    private final StoreSettings settings;
    private final Audit audit;

    ConnectionsApi(
            Syncs syncs,
            ConnectionStandings standings,
            OwnAddress own,
            Stores stores,
            StoreSettings settings,
            Audit audit) {
        this.syncs = syncs;
        this.standings = standings;
        this.own = own;
        this.stores = stores;
        this.settings = settings;
        this.audit = audit;
    }

    /**
     * All of them, and what can be connected.
     *
     * @param fetchAt when they are fetched every morning, by the store's clock
     * @param connectors each with what has to be said
     */
    record ConnectionsCard(
            @JsonProperty("fetch_at") LocalTime fetchAt,
            List<ConnectionCard> connections,
            List<ConnectorCard> connectors) {}

    /** When all connections of a store are fetched every morning, by the store's clock. */
    record HourCard(@JsonProperty("fetch_at") LocalTime fetchAt) {
        HourCard {
            Objects.requireNonNull(fetchAt, "fetch_at");
        }
    }

    /**
     * @param consent true where its owner has to agree in a browser: it is connected there alone
     */
    record ConnectorCard(String connector, String title, boolean consent, List<FieldCard> fields) {}

    record FieldCard(String name, String label, boolean secret, boolean needed) {}

    /**
     * @param fields what has to be said, by the field's name
     */
    record Connecting(String connector, Map<String, String> fields) {}

    /**
     * @param fields other secrets, by the field's name; what is not said, or empty, stays as it was
     */
    record Reconnecting(Map<String, String> fields) {}

    @GetMapping
    @Access(Role.VIEWER)
    ConnectionsCard list(Store store, Locale locale) {
        return new ConnectionsCard(
                settings.fetchAt(store.id()),
                ConnectionCard.all(standings.of(store), locale),
                Connectors.all().stream().map(each -> card(each, locale)).toList());
    }

    @PostMapping
    @Access(Role.OWNER)
    @ResponseStatus(HttpStatus.CREATED)
    ConnectionCard connect(
            Caller caller, Store store, @RequestBody Connecting wanted, Locale locale) {
        Connection made = syncs.connect(store, wanted.connector(), wanted.fields(), caller.name());
        audit.note(caller.name(), store.id(), "source.add", made.name());
        return card(store, made, locale);
    }

    @PutMapping("/{id}")
    @Access(Role.OWNER)
    ConnectionCard reconnect(
            Caller caller,
            Store store,
            @PathVariable long id,
            @RequestBody Reconnecting wanted,
            Locale locale) {
        Connection again = syncs.reconnect(store, id, wanted.fields(), own::of);
        audit.note(caller.name(), store.id(), "source.reconnect", again.name());
        return card(store, again, locale);
    }

    @DeleteMapping("/{id}")
    @Access(Role.OWNER)
    HooksApi.ClosedCard disconnect(Caller caller, Store store, @PathVariable long id) {
        boolean silent = syncs.disconnect(store, id);
        audit.note(caller.name(), store.id(), "source.remove", Long.toString(id));
        return new HooksApi.ClosedCard(!silent);
    }

    /** Pulls it now; answers once all has come. */
    @PostMapping("/{id}/sync")
    @Access(Role.MANAGER)
    Brought sync(Caller caller, Store store, @PathVariable long id) {
        audit.note(caller.name(), store.id(), "source.sync", Long.toString(id));
        Brought brought = syncs.pull(store, id);
        stores.markSample(store.id(), false);
        return brought;
    }

    /** Chooses another time before noon. */
    @PutMapping("/hour")
    @Access(Role.OWNER)
    HourCard fetchAt(Caller caller, Store store, @RequestBody HourCard wanted) {
        settings.fetchAt(store.id(), wanted.fetchAt());
        audit.note(caller.name(), store.id(), "source.hour", wanted.fetchAt().toString());
        return new HourCard(settings.fetchAt(store.id()));
    }

    private ConnectionCard card(Store store, Connection one, Locale locale) {
        return ConnectionCard.of(standings.of(store, one), locale);
    }

    private static ConnectorCard card(Connector one, Locale locale) {
        return new ConnectorCard(
                one.id(),
                one.title(locale),
                one.asksConsent(),
                one.fields().stream()
                        .filter(Connector.Field::isAsked)
                        .map(each ->
                                new FieldCard(
                                        each.name(),
                                        each.label(locale),
                                        each.secret(),
                                        each.isNeeded()))
                        .toList());
    }
}
