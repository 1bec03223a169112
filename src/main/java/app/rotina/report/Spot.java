package app.rotina.report;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A cell's place, both counted from zero. */
record Spot(int column, int row) {

    /** As a spreadsheet writes it: {@code B4}. */
    String name() {
        return letters(column) + (row + 1);
    }

    static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }

    /** Cells of one column, both ends included. */
    record Area(int column, int from, int to) {
        String name() {
            return new Spot(column, from).name() + ":" + new Spot(column, to).name();
        }

        Stream<Spot> spots() {
            return IntStream.rangeClosed(from, to).mapToObj(row -> new Spot(column, row));
        }

        int rows() {
            return to - from + 1;
        }
    }
}
