/** What a series of days will come to. */
@NamedInterface("projection")
@NullMarked
package app.rotina.insight.projection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
