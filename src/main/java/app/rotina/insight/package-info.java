/** Statistics: pure functions over arrays and small tables, without SQL and without Spring. */
@NullMarked
package app.rotina.insight;

import org.jspecify.annotations.NullMarked;
