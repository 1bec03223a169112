package app.rotina.insight;

/** A model fitted to data, or why these data cannot tell one. */
public sealed interface Fit<M> {

    /** The most likely model and the natural logarithm of its likelihood. */
    record Fitted<M>(M model, double logLikelihood) implements Fit<M> {}

    /** No model. */
    record CannotTell<M>(Doubt why) implements Fit<M> {}

    /** Why data cannot tell a model. */
    enum Doubt {
        /** Fewer units than a model of their differences takes. */
        TOO_FEW,
        /** The likelihood grows without end or is nearly flat: a parameter is anybody's guess. */
        NO_MAXIMUM,
        /** The most likely model has no finite mean. */
        NO_MEAN
    }
}
