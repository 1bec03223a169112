package app.rotina.sources.mapping;

/** A named value of a row while it is typed: from a column, computed, or set by a rule. */
public record Slot(String name, Kind kind) {}
