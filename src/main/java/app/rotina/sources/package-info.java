/** Turns files into typed rows and quarantine; knows what a row means, never where it is kept. */
@NullMarked
package app.rotina.sources;

import org.jspecify.annotations.NullMarked;
