/** Whether an action worked: its effect on a series, with an interval that placebos hold to. */
@NamedInterface("effect")
@NullMarked
package app.rotina.insight.effect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
