package app.rotina.sources.file;

/** A file's rows, however they are kept. */
interface Table {

    long size();

    Look look(Layout layout);

    void read(Layout layout, RawSink sink);

    default void close() {}
}
