package app.rotina.report;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A list of mended rows as text: in whichever encoding, parted by whichever sign it was saved. */
record MendedText(String text, char separator) {
    private static final Pattern OURS =
            Pattern.compile("\"?id\"?([,;\\t|])", Pattern.CASE_INSENSITIVE);

    static MendedText of(byte[] file, String name, Locale locale) {
        String text = decoded(file, locale);
        String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
        Matcher head = OURS.matcher(bare);
        if (!head.lookingAt()) {
            throw new RotinaException(Problem.MENDING_NOT_OURS, name);
        }
        return new MendedText(bare, head.group(1).charAt(0));
    }

    CsvReader<CsvRecord> open() {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
    }

    private static String decoded(byte[] file, Locale locale) {
        if (file.length > 1 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xFE) {
            return new String(file, 2, file.length - 2, StandardCharsets.UTF_16LE);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException e) {
            // what spreadsheets save as “CSV” without more ado
            boolean chinese = locale.getLanguage().equals("zh");
            return new String(file, Charset.forName(chinese ? "GB18030" : "windows-1252"));
        }
    }
}
