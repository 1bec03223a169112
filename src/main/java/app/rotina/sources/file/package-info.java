/**
 * The bytes of a person's file → records of raw cells, each with its place in the file; knows
 * encodings, delimiters, workbooks and archives, never what a cell means.
 */
@NullMarked
package app.rotina.sources.file;

import org.jspecify.annotations.NullMarked;
