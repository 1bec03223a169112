/** The product as pages that a server renders; each page is a class, a template and its texts. */
@NullMarked
package app.rotina.web;

import org.jspecify.annotations.NullMarked;
