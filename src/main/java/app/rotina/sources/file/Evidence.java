package app.rotina.sources.file;

/**
 * What the bytes above ASCII speak for. They come in runs: UTF-8 runs are valid sequences, Chinese
 * runs of GB 18030 are pairs of high bytes mostly from the common rows of GB 2312, Western runs of
 * Windows-1252 are one or two letters among ASCII letters.
 */
final class Evidence {
    private long offset;
    private long firstMisfit = -1;
    private int fits;
    private int misfits;
    private int chinese;
    private int latin;

    /** Runs that are valid UTF-8. */
    int fits() {
        return fits;
    }

    /** Runs that are not. */
    int misfits() {
        return misfits;
    }

    int runs() {
        return fits + misfits;
    }

    int chinese() {
        return chinese;
    }

    int latin() {
        return latin;
    }

    /** The offset of the first byte that does not fit UTF-8; −1: all do. */
    long firstMisfit() {
        return firstMisfit;
    }

    long offset() {
        return offset;
    }

    /**
     * Weighs a block.
     *
     * @return how much of it was used; a run that reaches its end is left for the next block
     */
    int take(byte[] block, boolean last) {
        int at = 0;
        while (at < block.length) {
            if (block[at] >= 0) {
                at++;
                continue;
            }
            if (isFourBytes(block, at)) {
                misfitAt(at);
                chinese++;
                at += 4;
                continue;
            }
            int stop = runEnd(block, at);
            if (stop == block.length && !last && at > 0) {
                break;
            }
            weigh(block, at, stop);
            at = stop;
        }
        offset += at;
        return at;
    }

    /** The form GB 18030 has for rare characters: no other encoding mixes digits in like that. */
    private static boolean isFourBytes(byte[] block, int at) {
        return at + 3 < block.length
                && isDigit(block[at + 1])
                && block[at + 2] < 0
                && isDigit(block[at + 3]);
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static int runEnd(byte[] block, int at) {
        int stop = at;
        while (stop < block.length && block[stop] < 0) {
            stop++;
        }
        return stop;
    }

    private void weigh(byte[] block, int from, int to) {
        int misfit = misfit(block, from, to);
        if (misfit < 0) {
            fits++;
        } else {
            misfitAt(misfit);
        }
        boolean amongLetters =
                (from > 0 && isLetter(block[from - 1]))
                        || (to < block.length && isLetter(block[to]));
        if (isPairs(block, from, to) && (to - from >= 4 || !amongLetters)) {
            chinese++;
        } else {
            latin++;
        }
    }

    private void misfitAt(int at) {
        misfits++;
        firstMisfit = firstMisfit < 0 ? offset + at : firstMisfit;
    }

    private static int misfit(byte[] block, int from, int to) {
        int at = from;
        while (at < to) {
            int length = sequence(block, at, to);
            if (length == 0) {
                return at;
            }
            at += length;
        }
        return -1;
    }

    /** The length of the valid UTF-8 sequence there; 0: there is none. */
    private static int sequence(byte[] block, int at, int to) {
        int lead = block[at] & 0xFF;
        int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (lead < 0xC2 || lead > 0xF4 || at + length > to) {
            return 0;
        }
        int second = block[at + 1] & 0xFF;
        int low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (second < low || second > high) {
            return 0;
        }
        for (int i = at + 2; i < at + length; i++) {
            if ((block[i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    private static boolean isPairs(byte[] block, int from, int to) {
        if ((to - from) % 2 != 0) {
            return false;
        }
        for (int i = from; i < to; i += 2) {
            int lead = block[i] & 0xFF;
            int trail = block[i + 1] & 0xFF;
            boolean common = (lead >= 0xA1 && lead <= 0xA9) || (lead >= 0xB0 && lead <= 0xF7);
            if (!common || trail < 0xA1 || trail > 0xFE) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(byte b) {
        return (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
    }
}
