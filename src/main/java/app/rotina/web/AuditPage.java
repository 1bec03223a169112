package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.kernel.Store;
import app.rotina.state.Audit;
import app.rotina.state.Audit.Row;
import app.rotina.state.Role;
import app.rotina.state.Stores;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Who changed what: in a store for its owners, everywhere for the owner of the installation. */
@Controller
class AuditPage implements Page {
    private static final int ROWS = 50;

    private final Audit audit;
    private final Stores stores;
    private final AuditSubjects subjects;

    AuditPage(Audit audit, Stores stores, AuditSubjects subjects) {
        this.subjects = subjects;
        this.audit = audit;
        this.stores = stores;
    }

    /** What is asked for; empty: anything. */
    private record Asked(@Nullable Store in, String store, String who, String action, long before) {
        String address() {
            return in == null ? "/audit" : "/s/" + in.id() + "/audit";
        }

        @Nullable String wantedStore() {
            return in == null ? given(store) : in.id();
        }

        static @Nullable String given(String word) {
            return word.isEmpty() ? null : word;
        }
    }

    @Override
    public Entry entry() {
        return new Entry(Group.SHOP, 40, "audit", "/audit", Role.OWNER);
    }

    @GetMapping("/s/{store}/audit")
    @Access(Role.OWNER)
    ModelAndView ofStore(
            Screen screen,
            Store store,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "0") long before) {
        return screen.show("audit", view(screen, new Asked(store, "", who, action, before)));
    }

    @GetMapping("/audit")
    @Access(Role.OWNER)
    ModelAndView all(
            Screen screen,
            @RequestParam(name = "of", defaultValue = "") String of,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "0") long before) {
        return screen.show("audit", view(screen, new Asked(null, of, who, action, before)));
    }

    private AuditView view(Screen screen, Asked asked) {
        @Nullable String store = asked.wantedStore();
        List<Row> rows =
                audit.rows(
                        new Audit.Wanted(
                                store,
                                Asked.given(asked.who),
                                Asked.given(asked.action),
                                asked.before,
                                ROWS));
        return new AuditView(
                asked.address(),
                screen.say(asked.in == null ? "audit.lead.all" : "audit.lead"),
                asked.in == null ? storeChoices(screen, asked) : List.of(),
                choices(
                        screen.say("audit.anybody"),
                        audit.people(store).stream().map(who -> person(who, asked, screen))),
                choices(
                        screen.say("audit.anything"),
                        audit.actions(store).stream().map(what -> action(what, asked, screen))),
                rows.stream().map(row -> line(row, asked, screen)).toList(),
                rows.size() < ROWS ? "" : older(asked, rows.getLast().number()),
                asked.before > 0);
    }

    private List<AuditView.Choice> storeChoices(Screen screen, Asked asked) {
        return choices(
                screen.say("audit.anywhere"),
                stores.all().stream()
                        .map(one ->
                                new AuditView.Choice(
                                        one.id(), one.name(), one.id().equals(asked.store))));
    }

    private static List<AuditView.Choice> choices(String all, Stream<AuditView.Choice> further) {
        return Stream.concat(Stream.of(new AuditView.Choice("", all, false)), further).toList();
    }

    private static AuditView.Choice person(String who, Asked asked, Screen screen) {
        return new AuditView.Choice(who, screen.words().who(who), who.equals(asked.who));
    }

    private static AuditView.Choice action(String what, Asked asked, Screen screen) {
        return new AuditView.Choice(what, said(what, screen), what.equals(asked.action));
    }

    private AuditView.Line line(Row row, Asked asked, Screen screen) {
        String erased = screen.say("audit.erased");
        ZoneId zone = asked.in == null ? ZoneOffset.UTC : asked.in.zone();
        @Nullable String id = row.store();
        @Nullable Store of =
                asked.in != null || id == null ? asked.in : stores.find(id).orElse(null);
        return new AuditView.Line(
                String.valueOf(row.number()),
                screen.words().moment(row.at(), zone) + (asked.in == null ? " UTC" : ""),
                row.who() == null ? erased : screen.words().who(row.who()),
                id == null || asked.in != null ? "" : id,
                said(row.action(), screen),
                row.subject() == null
                        ? erased
                        : subjects.said(row.action(), row.subject(), of, screen.words()));
    }

    private static String said(String action, Screen screen) {
        String key = "audit.action." + action.toLowerCase(Locale.ROOT).replace('.', '_');
        return screen.words().sayOr(key, action);
    }

    private static String older(Asked asked, long before) {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromPath(asked.address())
                        .queryParam("who", "{who}")
                        .queryParam("action", "{action}")
                        .queryParam("before", before);
        if (asked.in == null) {
            address.queryParam("of", "{of}");
        }
        return address.encode()
                .buildAndExpand(Map.of("who", asked.who, "action", asked.action, "of", asked.store))
                .toUriString();
    }
}
