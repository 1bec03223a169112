/** Which segments a deviation is due to: root-cause localisation over several dimensions. */
@NamedInterface("causes")
@NullMarked
package app.rotina.insight.causes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
