/** How many units of each product will be asked for: demand by week, lost sales and ABC classes. */
@NamedInterface("demand")
@NullMarked
package app.rotina.insight.demand;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
