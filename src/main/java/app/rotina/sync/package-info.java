/**
 * Pulls what shops and services give by their APIs, page by page, and hands it in as files of
 * streams; knows how they are asked, never what a row means.
 */
@NullMarked
package app.rotina.sync;

import org.jspecify.annotations.NullMarked;
