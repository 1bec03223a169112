/** What people decide and what happened: stores, people, goals, imports, closes; in PostgreSQL. */
@NullMarked
package app.rotina.state;

import org.jspecify.annotations.NullMarked;
