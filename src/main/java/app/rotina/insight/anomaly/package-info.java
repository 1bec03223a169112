/** Which of a store's figures really changed on a day, and which only wavered. */
@NamedInterface("anomaly")
@NullMarked
package app.rotina.insight.anomaly;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
