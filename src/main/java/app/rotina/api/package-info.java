/** The product over HTTP and JSON: every figure that the pages and the command line show. */
@NullMarked
package app.rotina.api;

import org.jspecify.annotations.NullMarked;
