/** Rates of few trials: shrunk, held to chance, and compared by what a wrong choice would cost. */
@NamedInterface("rates")
@NullMarked
package app.rotina.insight.rates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
