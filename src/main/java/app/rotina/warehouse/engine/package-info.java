/** The engine seam: a database per store, many readers, one writer. */
@NullMarked
package app.rotina.warehouse.engine;

import org.jspecify.annotations.NullMarked;
