package app.rotina.sources.mapping;

import app.rotina.sources.file.CellKind;
import app.rotina.sources.grammar.Booleans;
import app.rotina.sources.grammar.CellText;
import app.rotina.sources.grammar.Contacts;
import app.rotina.sources.grammar.CurrencySigns;
import app.rotina.sources.grammar.DateFormat;
import app.rotina.sources.grammar.DateReading;
import app.rotina.sources.grammar.Ids;
import app.rotina.sources.grammar.NumberGrammar;
import app.rotina.sources.grammar.Refused;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the reader of each column of a file. */
final class CellReaders {
    private static final int EXACT_DIGITS = 15;
    private static final List<String> WORKBOOK_DATES = List.of("iso");

    private final FileProfile file;
    private final Surroundings around;
    private final CurrencySigns signs;
    private final Contacts contacts;
    private final Settled settled;
    private final NewWords newWords;

    CellReaders(FileProfile file, Surroundings around, Settled settled, NewWords newWords) {
        this.file = file;
        this.around = around;
        this.settled = settled;
        this.newWords = newWords;
        this.signs = new CurrencySigns(around.currency(file.reading()));
        this.contacts = new Contacts(around.contactKey(), around.store().locale().getCountry());
    }

    CellReader of(Column column) {
        CellReader reader = typed(column);
        return (cleaned, kind) -> {
            if (kind == CellKind.ERROR) {
                throw new Refused("cell_error", cleaned);
            }
            return reader.read(cleaned, kind);
        };
    }

    private CellReader typed(Column column) {
        return switch (column.kind()) {
            case TEXT -> column.words().isEmpty() ? text(column) : words(column);
            case ID -> id(column.whole());
            case CONTACT -> contact(Objects.requireNonNull(column.contact()));
            case MONEY, NUMBER, RATIO, INTEGER -> number(column);
            case INSTANT, DATE -> date(column);
            case BOOLEAN -> (text, kind) -> Booleans.read(text);
        };
    }

    private CellReader text(Column column) {
        if (!column.name().equals("currency")) {
            return (text, kind) -> CellText.text(text);
        }
        return (text, kind) -> ownCurrency(CellText.text(text));
    }

    /** Amounts of another currency are never added to the store's. */
    private String ownCurrency(String stated) {
        String own = signs.currency().getCurrencyCode();
        if (!CurrencySigns.meant(stated).contains(own)) {
            throw new Refused("currency_other", stated, own);
        }
        return own;
    }

    private CellReader words(Column column) {
        Map<String, String> words = column.words();
        return (text, kind) -> {
            @Nullable String ours = words.get(HeaderName.plain(text));
            return ours == null ? otherwise(column, CellText.text(text)) : present(ours);
        };
    }

    private @Nullable String otherwise(Column column, String word) {
        @Nullable String otherwise = column.otherwise();
        if (otherwise == null) {
            throw new Refused("word_unknown", word);
        }
        newWords.met(column.name(), word);
        return present(otherwise);
    }

    private static @Nullable String present(String word) {
        return word.isEmpty() ? null : word;
    }

    private static CellReader id(boolean whole) {
        return (text, kind) -> {
            if (kind == CellKind.NUMBER && text.length() > EXACT_DIGITS && isDigits(text)) {
                throw new Refused("id_destroyed", text);
            }
            return whole ? Ids.readWhole(text) : Ids.read(text);
        };
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private CellReader contact(Contacts.Kind contact) {
        return (text, kind) -> contacts.token(contact, text);
    }

    private CellReader number(Column column) {
        List<NumberGrammar> grammars = settled.numbers(file, column);
        boolean computed = grammars.equals(List.of(NumberGrammar.COMPUTED));
        Function<String, Object> workbook =
                number(column, computed ? NumberGrammar.COMPUTED : NumberGrammar.PLAIN, signs);
        Function<String, Object> own =
                grammars.size() == 1
                        ? number(column, grammars.getFirst(), signs)
                        : new Undecided(
                                "number_ambiguous",
                                grammars.stream().map(one -> number(column, one, signs)).toList());
        return (text, kind) ->
                (kind == CellKind.NUMBER || kind == CellKind.EXACT ? workbook : own).apply(text);
    }

    static Function<String, Object> number(
            Column column, NumberGrammar grammar, CurrencySigns signs) {
        return switch (column.kind()) {
            case MONEY -> text -> grammar.money(text, signs);
            case RATIO -> text -> grammar.ratio(text, column.unit());
            case INTEGER -> grammar::integer;
            case NUMBER, TEXT, ID, CONTACT, INSTANT, DATE, BOOLEAN -> grammar::number;
        };
    }

    private CellReader date(Column column) {
        boolean day = column.kind() == Kind.DATE;
        Function<String, Object> workbook = dates(WORKBOOK_DATES, day);
        List<Function<String, Object>> ways =
                settled.dates(file, column).stream().map(one -> dates(one, day)).toList();
        Function<String, Object> own =
                ways.size() == 1 ? ways.getFirst() : new Undecided("date_ambiguous", ways);
        return (text, kind) -> (kind == CellKind.DATE ? workbook : own).apply(text);
    }

    private Function<String, Object> dates(List<String> formats, boolean day) {
        DateReading reading =
                new DateReading(
                        DateFormat.named(formats),
                        around.zone(file.reading()),
                        around.store().zone(),
                        around.clock());
        return day ? reading::day : reading::instant;
    }
}
