package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.kernel.Store;
import app.rotina.state.Audit;
import app.rotina.state.Audit.Row;
import app.rotina.state.AuditChain;
import app.rotina.state.AuditChain.Standing;
import app.rotina.state.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who changed what, and whether the record of it is whole. */
@RestController
class AuditApi {
    private static final int MOST = 1000;

    private final Audit audit;
    private final AuditChain chain;

    AuditApi(Audit audit, AuditChain chain) {
        this.audit = audit;
        this.chain = chain;
    }

    /**
     * Which rows are wanted, the newest first; an absent part wants all.
     *
     * @param before rows with a smaller number
     * @param most how many; absence: 50
     */
    record Asked(
            @Nullable String who,
            @Nullable String action,
            @Nullable Long before,
            @Nullable Integer most) {
        Audit.Wanted of(@Nullable String store) {
            int rows = most == null ? 50 : Math.clamp(most, 1, MOST);
            return new Audit.Wanted(store, who, action, before == null ? 0 : before, rows);
        }
    }

    /**
     * @param broken the first row that does not fit; absence: all fit
     * @param head the last row's hash, to be noted elsewhere
     * @param expected false: no row has the hash that was expected; absence: none was
     */
    record ChainCard(
            boolean whole,
            long rows,
            @Nullable Long broken,
            String head,
            @Nullable Boolean expected) {}

    @GetMapping("/api/stores/{store}/audit")
    @Access(Role.OWNER)
    List<Row> ofStore(Store store, Asked asked) {
        return audit.rows(asked.of(store.id()));
    }

    @GetMapping("/api/audit")
    @Access(Role.OWNER)
    List<Row> all(Asked asked) {
        return audit.rows(asked.of(null));
    }

    @GetMapping("/api/audit/chain")
    @Access(Role.OWNER)
    ChainCard verify(@RequestParam(defaultValue = "") String expect) {
        Standing standing = chain.verify();
        return new ChainCard(
                standing.whole(),
                standing.rows(),
                standing.whole() ? null : standing.broken().getAsLong(),
                standing.head(),
                expect.isBlank() ? null : chain.find(expect).isPresent());
    }
}
