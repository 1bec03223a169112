package app.rotina.sources;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.sources.file.Layout;
import app.rotina.sources.file.Look;
import app.rotina.sources.file.RawFile;
import app.rotina.sources.grammar.NumberGrammar;
import app.rotina.sources.mapping.FileProfile;
import app.rotina.sources.mapping.Recognition;
import app.rotina.sources.mapping.Surroundings;
import app.rotina.sources.mapping.Typing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table in a file that was recognised, ready to be read as often as needed; close it after use.
 * An archive holds several.
 */
public final class SourceFile implements AutoCloseable {
    private static final int LOWEST_HEADER = 12;
    private static final int MOST_SECTIONS = 50;
    private static final String NEW_WORDS = "new_words";

    private final RawFile raw;
    private final Look look;
    private final FileProfile file;
    private final ReadingContext context;
    private final Layout.@Nullable Records records;
    private final List<Warning> warnings;
    private Map<String, List<String>> newWords = Map.of();
    private @Nullable String state;

    private SourceFile(
            RawFile raw,
            Look look,
            FileProfile file,
            ReadingContext context,
            Layout.@Nullable Records records) {
        this.raw = raw;
        this.records = records;
        this.look = look;
        this.file = file;
        this.context = context;
        this.warnings = new ArrayList<>();
        look.warnings().forEach(one -> warnings.add(Warning.of(one)));
    }

    /**
     * Every table of the file, each recognised.
     *
     * @param originalName shown to people, never used as a path
     */
    public static List<SourceFile> open(Path path, String originalName, ReadingContext context) {
        List<RawFile> tables = RawFile.open(path, originalName, context.temp());
        try {
            return tables.stream().flatMap(table -> within(table, context).stream()).toList();
        } catch (RuntimeException e) {
            tables.forEach(RawFile::close);
            throw e;
        }
    }

    /** What its rows become. */
    public Delivery delivery() {
        return file.delivery();
    }

    /** The file's own headers, in order. */
    public List<String> header() {
        return look.header();
    }

    /** The original name; of a file within an archive both names. */
    public String name() {
        return raw.name();
    }

    /** How many bytes {@link RowSink#progress} counts up to. */
    public long size() {
        return raw.size();
    }

    /** What a person should see; complete once the file has been read. */
    public List<Warning> warnings() {
        return List.copyOf(warnings);
    }

    /**
     * The same, beside the file of its kind that came before.
     *
     * @param before that file's headers; empty: there was none
     */
    public List<Warning> warnings(List<String> before) {
        List<Warning> all = new ArrayList<>(warnings);
        if (records == null && !before.isEmpty()) {
            all.addAll(Drift.between(before, header(), file));
        }
        return List.copyOf(all);
    }

    /** How far the tap that wrote it says it has come, as JSON; empty: it does not say. */
    public Optional<String> state() {
        return Optional.ofNullable(state);
    }

    SourceFile reaching(@Nullable String reached) {
        state = reached;
        return this;
    }

    /** Gives every record to the sink, typed or refused, in file order. */
    public void read(RowSink sink) {
        Typing typing = typing();
        try {
            raw.read(layout(), new TypingSink(typing, file, sink));
        } finally {
            newWords = typing.newWords();
            warnings.removeIf(one -> one.key().equals(NEW_WORDS));
            newWords.forEach((column, words) -> warnings.add(newWords(column, words)));
        }
    }

    @Override
    public void close() {
        raw.close();
    }

    private static Warning newWords(String column, List<String> words) {
        return new Warning(NEW_WORDS, List.of(column, String.join(", ", words)));
    }

    /** The table as what it is; empty where no known profile reads it. */
    static Optional<SourceFile> recognise(RawFile raw, ReadingContext context) {
        return Stream.concat(sections(raw), otherLayouts(context).distinct().map(raw::look))
                .flatMap(look -> recognised(raw, look, context).stream())
                .findFirst();
    }

    /** The table by its looks, then the further sections of the file, each by its own header. */
    private static Stream<Look> sections(RawFile raw) {
        return Stream.iterate(
                        Optional.of(raw.look(Layout.DETECT)),
                        Optional::isPresent,
                        look ->
                                look.flatMap(Look::nextSection)
                                        .map(row -> raw.look(Layout.headerIn(row))))
                .limit(MOST_SECTIONS)
                .flatMap(Optional::stream);
    }

    static SourceFile of(RawFile raw, Look look, FileProfile file, ReadingContext context) {
        return new SourceFile(raw, look, file, context, null);
    }

    /**
     * The records of a stream.
     *
     * @param others what a person should see besides
     */
    static SourceFile of(
            RawFile raw,
            Layout.Records records,
            FileProfile file,
            ReadingContext context,
            List<Warning> others) {
        Look look = raw.look(Layout.of(records));
        SourceFile source = new SourceFile(raw, look, file, context, records);
        source.warnings.addAll(others);
        return source;
    }

    /** What was answered about an earlier file of its kind. */
    Map<String, String> remembered() {
        return context.remembered(file);
    }

    Look look() {
        return look;
    }

    /** The column's words that its profile does not know, as far as it has been read. */
    List<String> newWords(String column) {
        return newWords.getOrDefault(column, List.of());
    }

    /** The grammars its numbers may follow, by its first records. */
    List<String> numbers() {
        return typing().numbers().stream().map(NumberGrammar::id).toList();
    }

    private static List<SourceFile> within(RawFile raw, ReadingContext context) {
        if (!raw.holdsStreams()) {
            return List.of(required(raw, context));
        }
        List<SourceFile> streams = new Streams(raw, context).all();
        streams.forEach(SourceFile::requireCurrency);
        return streams;
    }

    private static SourceFile required(RawFile raw, ReadingContext context) {
        SourceFile source = recognise(raw, context).orElseThrow(() -> unrecognised(raw, context));
        source.requireCurrency();
        return source;
    }

    private static Optional<SourceFile> recognised(RawFile raw, Look look, ReadingContext context) {
        return context.files().stream()
                .flatMap(files -> Recognition.of(context.tables(files), look.header()).stream())
                .findFirst()
                .map(file -> of(raw, look, file, context));
    }

    /** Headers that profiles know to be lower, or that stand below some titles. */
    private static Stream<Layout> otherLayouts(ReadingContext context) {
        Stream<Layout> declared =
                context.allFiles().map(FileProfile::layout).filter(one -> one.headerRow() > 0);
        Stream<Layout> lower = IntStream.rangeClosed(1, LOWEST_HEADER).mapToObj(Layout::headerIn);
        return Stream.concat(declared, lower);
    }

    private static RotinaException unrecognised(RawFile raw, ReadingContext context) {
        @Nullable Profile named = context.profile();
        if (named == null || named.files().size() > 1) {
            return new RotinaException(Problem.FILE_NOT_RECOGNISED, raw.name());
        }
        FileProfile only = named.files().getFirst();
        Look look = raw.look(Layout.DETECT);
        return new RotinaException(
                Problem.COLUMNS_MISSING,
                raw.name(),
                only.profile(),
                String.join(", ", Recognition.missing(only, look.header())));
    }

    private Typing typing() {
        return new Typing(file, look.header(), look.preview(), surroundings());
    }

    /** Amounts of another currency are never taken for the store's. */
    void requireCurrency() {
        Currency own = context.store().currency();
        @Nullable Currency declared = file.reading().currency();
        Optional<String> other =
                declared == null || declared.equals(own)
                        ? Recognition.otherCurrency(file, look.header(), own)
                        : Optional.of(declared.getCurrencyCode());
        other.ifPresent(currency -> {
            throw new RotinaException(
                    Problem.OTHER_CURRENCY, raw.name(), currency, own.getCurrencyCode());
        });
    }

    private Layout layout() {
        if (records != null) {
            return Layout.of(records);
        }
        Layout own = file.layout();
        return new Layout(
                look.encoding(),
                look.delimiter(),
                own.sheet(),
                look.headerRow(),
                own.comment(),
                own.footers());
    }

    private Surroundings surroundings() {
        return new Surroundings(
                context.store(),
                context.contactKey(),
                context.clock(),
                context.answers(),
                remembered(),
                context.rules(file));
    }
}
