/**
 * The sample store: an invented Brazilian fashion shop, drawn from a seed and written as the files
 * a real one would import, with the truth about what went wrong in it. Uses only the kernel.
 */
@NullMarked
package app.rotina.sample;

import org.jspecify.annotations.NullMarked;
