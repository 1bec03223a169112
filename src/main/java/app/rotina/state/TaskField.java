package app.rotina.state;

/** What of a task can be said anew; the change of each is kept. */
public enum TaskField {
    TITLE("text"),
    JOB("text"),
    PERSON("bigint"),
    DUE("date"),
    STAKE("numeric"),
    REASON("text"),
    PLACE("text"),
    HOW("text"),
    COST("numeric");

    private final String type;

    TaskField(String type) {
        this.type = type;
    }

    /** True where an empty one is an empty text. */
    public boolean isWords() {
        return type.equals("text");
    }

    /** The column is called as the field is. */
    String column() {
        return name();
    }

    String type() {
        return type;
    }
}
