package app.rotina.state;

import java.util.Locale;

/** A part in a store's team; one person may hold several. */
public enum Job {
    OWNER,
    MANAGER,
    MARKETING,
    DESIGN,
    COPY,
    SERVICE_LEAD,
    SERVICE_AGENT,
    PURCHASING,
    FINANCE,
    ADVISER,
    AGENCY;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Job of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
