package app.rotina.sources;

/** A canonical field and its type. */
public record Field(String name, Type type) {

    /** The types a row's values may have, and the Java type that carries each. */
    public enum Type {
        /** {@link String}. */
        TEXT,
        /** {@link java.math.BigDecimal} of the store's currency, at most 4 decimals. */
        MONEY,
        /** {@link java.math.BigDecimal}, at most 4 decimals. */
        NUMBER,
        /** {@link Long}. */
        INTEGER,
        /** {@link java.time.Instant}, to the second or finer. */
        INSTANT,
        /** {@link java.time.LocalDate}, a store day. */
        DATE,
        /** {@link Boolean}. */
        BOOLEAN
    }
}
