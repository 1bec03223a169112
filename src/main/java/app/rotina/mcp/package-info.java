/**
 * The product for assistants, over the Model Context Protocol (2025-11-25, streamable HTTP without
 * sessions): routes of the API as tools, called with the token that the assistant shows.
 */
@NullMarked
package app.rotina.mcp;

import org.jspecify.annotations.NullMarked;
