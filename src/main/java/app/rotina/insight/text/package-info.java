/**
 * What customers write about and whether they complain: reviews and chats, learned from the store.
 */
@NamedInterface("text")
@NullMarked
package app.rotina.insight.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
