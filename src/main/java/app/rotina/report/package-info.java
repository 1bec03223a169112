/** What goes out to people: spreadsheets and text, and spreadsheets on their way back in. */
@NullMarked
package app.rotina.report;

import org.jspecify.annotations.NullMarked;
