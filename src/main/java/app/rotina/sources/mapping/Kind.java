package app.rotina.sources.mapping;

import app.rotina.sources.Field;

/** What a value of a row is, and by which grammar its cell is read. */
public enum Kind {
    TEXT(Field.Type.TEXT),
    /** An identifier: read by {@link app.rotina.sources.grammar.Ids}. */
    ID(Field.Type.TEXT),
    /** A contact, of which only a token is kept. */
    CONTACT(Field.Type.TEXT),
    MONEY(Field.Type.MONEY),
    NUMBER(Field.Type.NUMBER),
    /** A rate: 0.15 is fifteen in a hundred. */
    RATIO(Field.Type.NUMBER),
    INTEGER(Field.Type.INTEGER),
    INSTANT(Field.Type.INSTANT),
    DATE(Field.Type.DATE),
    BOOLEAN(Field.Type.BOOLEAN);

    private final Field.Type type;

    Kind(Field.Type type) {
        this.type = type;
    }

    public Field.Type type() {
        return type;
    }

    boolean isNumeric() {
        return type == Field.Type.MONEY || type == Field.Type.NUMBER || type == Field.Type.INTEGER;
    }

    static Kind of(Field.Type type) {
        return valueOf(type.name());
    }
}
