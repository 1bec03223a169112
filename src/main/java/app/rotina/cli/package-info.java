/** The command line: a thin client of the HTTP API, so that its figures are the API's. */
@NullMarked
package app.rotina.cli;

import org.jspecify.annotations.NullMarked;
