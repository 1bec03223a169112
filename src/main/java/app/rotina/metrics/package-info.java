/**
 * What the figures mean: the catalog of metrics, their formulas, and answers from the warehouse.
 */
@NullMarked
package app.rotina.metrics;

import org.jspecify.annotations.NullMarked;
