package app.rotina.sources.grammar;

/** The parts of a date and a clock that a pattern reads. */
enum DateUnit {
    YEAR,
    MONTH,
    DAY,
    HOUR,
    MINUTE,
    SECOND,
    NANO
}
