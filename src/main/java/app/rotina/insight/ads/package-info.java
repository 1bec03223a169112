/** What more or less advertising would bring: response curves, marginal return, careful moves. */
@NamedInterface("ads")
@NullMarked
package app.rotina.insight.ads;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
