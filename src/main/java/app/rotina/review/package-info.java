/**
 * Weekly, fortnightly and monthly reviews: a report judged, with words beside its figures, frozen
 * when it is signed.
 */
@NullMarked
package app.rotina.review;

import org.jspecify.annotations.NullMarked;
