package app.rotina.sample;

/** The texts that many rows share. */
final class Words {
    static final Word TRUE = Word.of("true");
    static final Word FALSE = Word.of("false");
    static final Word BRAZIL = Word.of("BR");

    private Words() {}
}
