package app.rotina.sources.file;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Looks through one XML part of a workbook byte by byte, for {@link Airlock}. */
final class PartScan {
    private static final int LONGEST_NAME = 24;
    private static final int LONGEST_COLUMN = 3;

    /** Bytes between one cell, row or shared text and the next. */
    private static final long CELL = 4L * Limits.RECORD_CHARS;

    private enum State {
        TEXT,
        NAME,
        TAG,
        QUOTE,
        COMMENT,
        VERBATIM
    }

    private final String workbook;
    private final byte[] tag = new byte[LONGEST_NAME];
    private State state = State.TEXT;
    private String name = "";
    private int tagLength;
    private int lastThree;
    private int quote;
    private int letters;
    private int valueLength;
    private byte value;
    private long bytes;
    private long sinceTag;
    private long sinceCell;
    private boolean cells;
    private boolean held = true;
    private int texts;
    private long rows;
    private boolean shared;
    private long textNumber;
    private long highestText = -1;

    /** {@code workbook} is the name to complain with. */
    PartScan(String workbook) {
        this.workbook = workbook;
    }

    void pass(InputStream in) throws IOException {
        byte[] block = new byte[1 << 16];
        int count = in.readNBytes(block, 0, 4);
        if (!isXml(block, count)) {
            return;
        }
        while (count > 0) {
            for (int i = 0; i < count; i++) {
                take(block[i]);
            }
            checkSize();
            count = in.read(block);
        }
    }

    long rows() {
        return rows;
    }

    int texts() {
        return texts;
    }

    /** The highest number of a shared text that a cell asks for; −1: none does. */
    long highestText() {
        return highestText;
    }

    /** What does not start like XML is not read as such by anyone. */
    private boolean isXml(byte[] head, int count) {
        if (count < 2) {
            return false;
        }
        int first = head[0] & 0xFF;
        int second = head[1] & 0xFF;
        boolean marked = first >= 0xFE && second >= 0xFE && first != second;
        if (marked || (first == '<' && second == 0) || (first == 0 && second == '<')) {
            throw damaged(); // two bytes a character: no workbook is written so
        }
        return head[0] == '<' || head[0] == (byte) 0xEF || Character.isWhitespace(head[0]);
    }

    private void take(byte b) {
        bytes++;
        sinceTag++;
        sinceCell++;
        lastThree = (lastThree << 8 | (b & 0xFF)) & 0xFFFFFF;
        switch (state) {
            case TEXT -> takeText(b);
            case NAME -> takeName(b);
            case TAG -> takeTag(b);
            case QUOTE -> takeQuoted(b);
            case COMMENT -> leaveAt("-->");
            case VERBATIM -> leaveAt("]]>");
        }
    }

    private void takeText(byte b) {
        if (b == '<') {
            state = State.NAME;
            tagLength = 0;
            sinceTag = 0;
        } else if (shared) {
            takeTextNumber(b);
        }
    }

    /** Digits within a cell of shared text number that text, whatever else stands among them. */
    private void takeTextNumber(byte b) {
        if (b == '&') {
            throw damaged();
        }
        if (b >= '0' && b <= '9' && textNumber <= Integer.MAX_VALUE) {
            textNumber = textNumber * 10 + b - '0';
            highestText = Math.max(highestText, textNumber);
        }
    }

    private void takeName(byte b) {
        if (b == ':') {
            tagLength = 0;
        } else if (b == '>' || b == ' ' || b == '\n' || b == '\r' || b == '\t') {
            enterTag();
            state = b == '>' ? State.TEXT : State.TAG;
        } else if (tagLength < LONGEST_NAME) {
            tag[tagLength++] = b;
            state = special();
        }
    }

    private State special() {
        if (tag[0] != '!') {
            return State.NAME;
        }
        return switch (new String(tag, 0, tagLength, StandardCharsets.ISO_8859_1)) {
            case "!--" -> State.COMMENT;
            case "![CDATA[" -> verbatim();
            case "!D" -> throw damaged();
            default -> State.NAME;
        };
    }

    private State verbatim() {
        if (shared) {
            throw damaged();
        }
        return State.VERBATIM;
    }

    private void takeTag(byte b) {
        if (b == '>') {
            state = State.TEXT;
        } else if (b == '"' || b == '\'') {
            state = State.QUOTE;
            quote = b;
            letters = 0;
            valueLength = 0;
        }
    }

    private void takeQuoted(byte b) {
        if (b == quote) {
            state = State.TAG;
            shared |= name.equals("c") && valueLength == 1 && value == 's';
            return;
        }
        valueLength++;
        value = b;
        if (name.equals("c")) {
            takeReference(b);
        }
    }

    /** A reference like XFD1: letters beyond three in front of a digit ask for too many columns. */
    private void takeReference(byte b) {
        if ((b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z')) {
            letters++;
        } else if (b == '&' || (letters > LONGEST_COLUMN && b >= '0' && b <= '9')) {
            throw damaged();
        } else {
            letters = 0;
        }
    }

    private void leaveAt(String end) {
        if (lastThree == (end.charAt(0) << 16 | end.charAt(1) << 8 | end.charAt(2))) {
            state = State.TEXT;
        }
    }

    private void enterTag() {
        int length = tagLength > 0 && tag[tagLength - 1] == '/' ? tagLength - 1 : tagLength;
        name = name(length);
        switch (name) {
            case "worksheet" -> held = false;
            case "sheetData" -> cells = true;
            case "/sheetData" -> cells = false;
            case "c" -> beginCell();
            case "row" -> {
                beginCell();
                rows++;
            }
            case "si" -> {
                sinceCell = 0;
                held = true;
                cells = true;
                texts++;
            }
            case "xf", "numFmt" -> held = true;
            default -> {}
        }
        if (cells && sinceCell > CELL) {
            throw tooLarge();
        }
    }

    private void beginCell() {
        sinceCell = 0;
        shared = false;
        textNumber = 0;
    }

    /** Names that come by the million are not made anew. */
    private String name(int length) {
        if (length == 1) {
            return tag[0] == 'c' ? "c" : "";
        }
        if (length < 6 && tag[0] == '/') {
            return "";
        }
        if (length == 3 && tag[0] == 'r' && tag[1] == 'o' && tag[2] == 'w') {
            return "row";
        }
        return length == 0 ? "" : new String(tag, 0, length, StandardCharsets.ISO_8859_1);
    }

    private void checkSize() {
        boolean tooMuchHeld =
                held && (bytes > Limits.WORKBOOK_TEXTS || texts > Limits.WORKBOOK_TEXT_COUNT);
        if (tooMuchHeld || sinceTag > Limits.RECORD_CHARS || (cells && sinceCell > CELL)) {
            throw tooLarge();
        }
    }

    private RotinaException damaged() {
        return new RotinaException(Problem.FILE_DAMAGED, workbook);
    }

    private RotinaException tooLarge() {
        return new RotinaException(Problem.WORKBOOK_TOO_LARGE, workbook);
    }
}
