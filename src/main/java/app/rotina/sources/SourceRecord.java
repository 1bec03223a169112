package app.rotina.sources;

/** A record of a file: read, or refused with the reason. */
public sealed interface SourceRecord permits SourceRow, RejectedRow {}
