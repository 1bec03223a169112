package app.rotina.insight.anomaly;

/**
 * How sure a change must be to be told.
 *
 * @param falseShare the share of told changes that may be chance
 * @param granted changes that a window is granted before any is found, beside one for each figure:
 *     a quiet one has falseShare × as many false ones
 * @param window the days whose figures are judged together
 * @param worse the part of the false ones that is spent on changes that cost; the rest is for those
 *     that bring
 */
record Limits(double falseShare, int granted, int window, double worse) {
    static final Limits SHIPPED = new Limits(.3, 3, 90, .95);
}
