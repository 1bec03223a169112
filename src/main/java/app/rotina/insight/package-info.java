/**
 * Statistics: pure functions over arrays and small tables, without SQL and without Spring. The
 * exact split of a change is here; every other method has a package of its own.
 */
@NullMarked
package app.rotina.insight;

import org.jspecify.annotations.NullMarked;
