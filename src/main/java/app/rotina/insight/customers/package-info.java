/** Who buys again and what for: RFM scores, retention of cohorts, lifetime value. */
@NamedInterface("customers")
@NullMarked
package app.rotina.insight.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
